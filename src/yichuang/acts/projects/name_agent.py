"""代办委托: one project, one specialist of the roster, free of charge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.projects.frame import OnProject, centre_of, chain, fresh, norms_of, read
from yichuang.records.projects.access import ProjectFile, is_agent
from yichuang.rules import permissions
from yichuang.rules.projects.agents import may_entrust, may_name
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

    Raises: Refused (no such service here, not in the roster, the same already), Conflict, KeyReused, NotFound.
    Basis: S3-二(五)3, S3-附件五(三)
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
    return file(filing, ctx)


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
