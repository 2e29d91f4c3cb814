"""加入办件: a case is submitted for a stage of a project; case and link stand or fall together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.projects.frame import OnProject, centre_of, chain, fresh, read, within
from yichuang.acts.projects.unit import unit_of
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.ids import new_id
from yichuang.records.org.authorised import name_of_login
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import ProjectCase, StageItem
from yichuang.records.projects.queries import cases_by_id, stage_item
from yichuang.rules import permissions
from yichuang.rules.projects import stages
from yichuang.rules.projects.agents import entrust_of, may_submit
from yichuang.rules.projects.unit import Unit, may_apply_in
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StageCase:
    """Which project and stage, and what is submitted for it."""

    on: OnProject
    stage: str
    submission: Submission


def add_case(wish: StageCase, ctx: Context) -> Filed:
    """Submit a case for a stage whose turn it is, and link it to the project.

    The case's own act stays one filing; both are in one transaction.
    Raises: Refused (not its turn, not an item of the stage), Conflict, KeyReused, NotFound.
    Basis: S4-二(四).4, S0h-二(三)3.2
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    fresh(wish.on, found, "add")
    row, handed = judge(found, wish, ctx), by_agent(found, wish.submission, ctx)
    unit = Unit(found.row.applicant_name, found.row.uscc)
    may_apply_in(unit, unit_of(handed.person)).raise_if_refused()
    with transaction.atomic():
        case = submit(handed, within(ctx, "case"))
        link = {
            "id": new_id(), "region_code": found.row.region_code, "project_id": found.row.id,
            "case_id": case.subject_id, "stage": wish.stage, "leads": row.leads, "added_on": ctx.today,
        }  # fmt: skip
        filing = Filing(
            place=chain(found),
            verb="project.case_added",
            set=_told(found, wish.submission),
            add=(Row(ProjectCase, link),),
            facts={"stage": wish.stage, "case": case.no},
            answer={**case.answer, "code": found.row.code},
        )
        return file(filing, ctx)


def _told(found: ProjectFile, wish: Submission) -> dict[str, str]:
    """Return the credit code that the project's unit tells with its first application, where none was known."""
    code = unit_of(wish.person).uscc
    return {"uscc": code} if code and not found.row.uscc else {}


def agent_acts(found: ProjectFile, ctx: Context) -> bool:
    """Say whether it is the project's agent who acts, and not its owner."""
    user, row = ctx.officer.user_id, found.row
    return user is not None and user == row.agent_id and user != row.owner_id


def by_agent(found: ProjectFile, wish: Submission, ctx: Context) -> Submission:
    """Return what is handed in: by the agent for the project's unit, where he was entrusted with that (代办).

    The case is its owner's, who sees and does everything with it; the agent does what his authority names.
    Raises: Refused.  Basis: XKF-29.2, S3-二(五)3
    """
    if not agent_acts(found, ctx):
        return replace(wish, user_id=wish.user_id or found.row.owner_id)  # who owns the project sees its cases
    row = found.row
    entrust = entrust_of(row.agent_scope, row.agent_named_on, row.agent_until)
    may_submit(entrust, ctx.today, unit=row.applicant_name, applicant=wish.person.name).raise_if_refused()
    agent = {
        "name": name_of_login(row.agent_id) if row.agent_id else "", "relation": "代办员",
        "user_id": str(row.agent_id), "project": row.code, "scope": sorted(row.agent_scope or ()),
        "starts_on": row.agent_named_on.isoformat() if row.agent_named_on else "",
        "ends_on": row.agent_until.isoformat() if row.agent_until else "",
    }  # fmt: skip
    return replace(wish, agent=agent, user_id=row.owner_id, entrusted=True)


def judge(found: ProjectFile, wish: StageCase, ctx: Context) -> StageItem:
    """Say whether a case may be added, and as which item of the stage. Raises: Refused."""
    place = found.place(of_agent=agent_acts(found, ctx))
    permissions.may("project.case_added", ctx.officer, place).raise_if_refused()
    stages.may_work(found.standing, wish.stage).raise_if_refused()
    item = wish.submission.version.item
    row = stage_item(centre_of(found, ctx).id, wish.stage, found.row.nature, item.id)
    if row is None:
        raise Refused("item_not_of_stage", "S4-二(四).4", {"item": item.name, "stage": wish.stage})
    cases = cases_by_id(found.row.region_code, [link.case_id for link in found.links_of(wish.stage)])
    if any(case.item == item and case.outcome in ("", CaseOutcome.GRANTED) for case in cases.values()):
        raise Refused("stage_item_begun", "S4-二(四).4", {"item": item.name, "stage": wish.stage})
    return row
