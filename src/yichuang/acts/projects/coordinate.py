"""提请协调、催办: the agent asks a department; the answer is due the same working day (当日协调)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.projects.frame import OnProject, chain, norms_of, read
from yichuang.acts.projects.sharing import cooperation, known_stage, worded
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import CooperationKind
from yichuang.rules import permissions
from yichuang.rules.projects.agents import answer_due
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Coordination:
    """Which project and stage, which department is asked, and what; `urging` where a case there is slow."""

    on: OnProject
    stage: str
    department_id: UUID
    words: str
    urging: bool = False


def coordinate(wish: Coordination, ctx: Context) -> Filed:
    """Ask a department of the centre; it has to answer within the norm's limit, the same day.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: S3-二(五)3
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    judge(found, wish, ctx)
    kind = CooperationKind.URGING if wish.urging else CooperationKind.COORDINATION
    due = answer_due(ctx.today, norms_of(found, ctx), ctx.directory.calendar(found.row.profile))
    row = cooperation(
        found, kind.value, wish.stage, worded(wish.words), ctx, department_id=wish.department_id, due_on=due
    )
    filing = Filing(
        place=chain(found),
        verb="project.coordination_asked",
        set={},
        add=(row,),
        facts={"stage": wish.stage, "department": wish.department_id, "due_on": due},
        answer={"code": found.row.code},
    )
    return file(filing, ctx)


def judge(found: ProjectFile, wish: Coordination, ctx: Context) -> None:
    """Say whether this officer may ask this department. Raises: Refused."""
    permissions.may("project.coordination_asked", ctx.officer, found.place(of_agent=True)).raise_if_refused()
    known_stage(found, wish.stage)
    department = ctx.directory.departments.get(wish.department_id)
    if department is None or department.centre.region.code != found.row.region_code:
        raise Refused("department_elsewhere", "S3-二(五)3")
