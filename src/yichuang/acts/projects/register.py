"""项目登记: an investment project gets its code and its stages, as the template of the day has them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place, Row
from yichuang.acts.intake.applying import printable
from yichuang.acts.projects.unit import check_unit, unit_code
from yichuang.law.book import book
from yichuang.records.cases.models import Channel
from yichuang.records.ids import new_id
from yichuang.records.org.models import Centre
from yichuang.records.projects.models import Project, ProjectStage
from yichuang.records.projects.models.project import SUBJECT
from yichuang.records.projects.queries import code_taken, lead_offices
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.projects import codes, stages
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Registration:
    """What the project is. `code` is the one of the national platform where there is one already."""

    region_code: str
    name: str
    nature: str
    applicant_name: str
    owner_id: UUID
    place: str = ""
    content: str = ""
    investment: int = 0
    code: str = ""
    uscc: str = ""  # of the unit, where it was told: the register is asked whose it is
    channel: str = Channel.ONLINE


def register(wish: Registration, ctx: Context) -> Filed:
    """Put a project on record with one row for each stage of the template: who leads is fixed that day.

    Raises: Refused (no template here, nature unknown, no office behind a lead, not allowed), Conflict, KeyReused.
    Basis: S4-二(四).4, S0h-二(三)3.1
    """
    centre = ctx.directory.centres[wish.region_code]
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    _judge(wish, centre, ctx)
    planned = stages.template(book().norms(centre.profile, ctx.today), wish.nature)
    offices, region, year = lead_offices(centre.id), wish.region_code, ctx.today.year
    missing = [plan.lead for plan in planned if plan.lead not in offices]
    if missing:
        raise Refused("lead_without_office", planned[0].basis, {"leads": _leads(missing)})
    drawn = Number(f"project:{centre.prefix}:{year:04d}", lambda serial: codes.code_of(year, region, serial))
    identity, code = new_id(), wish.code.strip() or drawn
    rows = tuple(
        {
            "id": new_id(), "region_code": region, "project_id": identity, "key": plan.key, "position": plan.position,
            "lead": plan.lead, "basis": plan.basis, "department_id": offices[plan.lead], "parallel": plan.parallel,
            "prereview": plan.prereview, "finished_on": None, "finished_by_id": None,
        }
        for plan in planned
    )  # fmt: skip
    filing = Filing(
        place=Place(Project, SUBJECT, region, identity),
        verb="project.registered",
        set={
            "code": code, "name": wish.name.strip(), "nature": wish.nature, "place": wish.place,
            "content": wish.content, "investment": wish.investment, "applicant_name": wish.applicant_name,
            "uscc": unit_code(wish.applicant_name, wish.uscc, ctx),
            "owner_id": wish.owner_id, "profile": centre.profile, "registered_at": ctx.at,
            "finished_on": None, "agent_id": None, "agent_named_on": None,
        },
        add=tuple(Row(ProjectStage, row) for row in rows),
        facts={"channel": wish.channel, "nature": wish.nature},
        answer={"code": code},
        create=True,
    )  # fmt: skip
    return file(filing, ctx)


def _judge(wish: Registration, centre: Centre, ctx: Context) -> None:
    own = wish.owner_id if wish.channel != Channel.WINDOW else None
    department_id = next(iter(lead_offices(centre.id).values()), centre.id)
    permissions.may(
        "project.registered", ctx.officer, CasePlace(wish.region_code, department_id, own)
    ).raise_if_refused()
    printable(wish.name)
    printable(wish.applicant_name)
    check_unit(wish.applicant_name, wish.uscc, own, ctx)
    stages.may_register(book().norms(centre.profile, ctx.today), wish.nature).raise_if_refused()
    if wish.code.strip():
        codes.check(wish.code.strip()).raise_if_refused()
        if code_taken(wish.region_code, wish.code.strip()):
            raise Refused("project_code_taken", "S4-二(四).4", {"typed": wish.code.strip()})


def _leads(words: list[str]) -> tuple[str, ...]:
    say = book().parameter("project_lead_construction").say
    return tuple(dict.fromkeys(say(word) for word in words))
