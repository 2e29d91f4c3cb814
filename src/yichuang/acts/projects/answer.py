"""协同答复: a department answers what it was asked, or gives its opinion on what was done together."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.projects.frame import OnProject, chain, read
from yichuang.acts.projects.sharing import shared_row, worded
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import Cooperation
from yichuang.rules import permissions
from yichuang.rules.projects.agents import is_late
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Answer:
    """Which row of the project is answered, and how."""

    on: OnProject
    part_id: UUID
    words: str


def answer(wish: Answer, ctx: Context) -> Filed:
    """Put the answer of the department on record, with whether it came too late.

    Raises: Refused (not this department's, answered already, no words), Conflict, KeyReused, NotFound.
    Basis: S3-二(五)3, S4-二(四).4
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    row = judge(found, wish, ctx)
    done = {"answered_by_id": ctx.officer.user_id, "answered_at": ctx.at, "answer": worded(wish.words)}
    filing = Filing(
        place=chain(found),
        verb="project.answered",
        set={},
        change=(Change(Cooperation, row.id, done),),
        facts={"part": row.id, "kind": row.kind, "late": is_late(row.due_on, None, ctx.today)},
        answer={"code": found.row.code},
    )
    return file(filing, ctx)


def judge(found: ProjectFile, wish: Answer, ctx: Context) -> Cooperation:
    """Say whether this officer may answer, and return the row. Raises: Refused."""
    row = shared_row(found, wish.part_id)
    if row is None or row.department_id is None:
        raise Refused("nothing_to_answer", "S3-二(五)3")
    permissions.may("project.answered", ctx.officer, found.place(row.department_id)).raise_if_refused()
    return row
