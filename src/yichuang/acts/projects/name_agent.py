"""代办委托: one project, one specialist of the roster, free of charge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.passing.end_mandate import MandateEnd, end_mandate
from yichuang.acts.projects.frame import OnProject, centre_of, chain, fresh, norms_of, read, within
from yichuang.records.projects.access import ProjectFile, is_agent
from yichuang.records.projects.queries import cases_by_id
from yichuang.rules import permissions, transitions
from yichuang.rules.projects.agents import may_entrust, may_name
from yichuang.rules.proxy.mandate import mandate_of, may_end
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class AgentNaming:
    """Which project, and who of the roster takes care of it."""

    on: OnProject
    agent_id: UUID
    scope: frozenset[str] = frozenset()  # what he may do for the unit beside coordinating
    until: date | None = None


def name_agent(wish: AgentNaming, ctx: Context) -> Filed:
    """Put the agent's name on the project; another one takes the place of the one before.

    What he handed in for the unit goes on without him where he is replaced, or keeps no power at all.
    Raises: Refused (no such service here, not in the roster, the same already), Conflict, KeyReused, NotFound.
    Basis: S3-二(五)3, S3-附件五(三), MFD-173(2)
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    fresh(wish.on, found, "name")
    judge(found, wish, ctx)
    filing = Filing(
        place=chain(found),
        verb="project.agent_named",
        set={
            "agent_id": wish.agent_id, "agent_named_on": ctx.today, "agent_scope": sorted(wish.scope),
            "agent_until": wish.until,
        },
        facts={"agent": wish.agent_id, "before": found.row.agent_id, "scope": sorted(wish.scope)},
        answer={"code": found.row.code},
    )  # fmt: skip
    with transaction.atomic():
        if loses_power(found, wish):
            _end_before(found, ctx)
        return file(filing, ctx)


def loses_power(found: ProjectFile, wish: AgentNaming) -> bool:
    """Say whether somebody loses the power to act for the unit: by another agent, or by nothing left to him."""
    former = found.row.agent_id
    return former is not None and (former != wish.agent_id or not wish.scope)


def _end_before(found: ProjectFile, ctx: Context) -> None:
    """End the mandate on every running case that the former agent handed in."""
    for case in cases_by_id(found.row.region_code, [link.case_id for link in found.links]).values():
        agent = case.agent or {}
        running = transitions.may("case.mandate_ended", case.state, kind=case.kind, paused=case.paused).allowed
        if running and agent.get("user_id") == str(found.row.agent_id) and may_end(mandate_of(agent)).allowed:
            wish = MandateEnd(On(case.no), words="项目单位变更代办委托")
            end_mandate(wish, within(ctx, f"mandate {case.no}"))


def judge(found: ProjectFile, wish: AgentNaming, ctx: Context) -> None:
    """Say whether this agent may be named. Raises: Refused."""
    permissions.may("project.agent_named", ctx.officer, found.place()).raise_if_refused()
    row, norms = found.row, norms_of(found, ctx)
    extent = (wish.agent_id, sorted(wish.scope), wish.until)
    same = (row.agent_id, row.agent_scope or [], row.agent_until) == extent
    may_name(norms, named=found.row.agent_id is not None, same=same).raise_if_refused()
    may_entrust(wish.scope, wish.until, ctx.today).raise_if_refused()
    if not is_agent(wish.agent_id, centre_of(found, ctx).id, ctx.today):
        raise Refused("not_in_roster", "S3-二(五)3")
