"""一件事代办: whoever applied for several items at once entrusts an agent of the roster with following them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.law.book import book
from yichuang.records.cases.models import CaseState
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.projects.access import is_agent, read_run
from yichuang.records.projects.models import BundleRun
from yichuang.records.projects.models.bundles import SUBJECT
from yichuang.records.projects.queries import parts_of
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.projects.agents import may_name
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class BundleAgentNaming:
    """Which run, and who of the roster follows it; `version` is the one the page showed."""

    no: str
    agent_id: UUID
    version: int | None = None


def name_bundle_agent(wish: BundleAgentNaming, ctx: Context) -> Filed:
    """Put the agent's name on the run; another one takes the place of the one before.

    Raises: Refused (finished, no such service here, not in the roster, the same already), Conflict,
    KeyReused, NotFound.
    Basis: S3-二(五)3
    """
    run = read_run(wish.no, ctx.officer, list(ctx.directory.centres))
    first = repeated(run.region_code, ctx)
    if first is not None:
        return first
    if wish.version not in (None, run.version):
        raise Conflict("name")
    judge(run, wish, ctx)
    hash_ = run.ledger_hash or GENESIS
    filing = Filing(
        place=Place(BundleRun, SUBJECT, run.region_code, run.id, run.version, run.ledger_seq, hash_),
        verb="bundle.agent_named",
        set={"agent_id": wish.agent_id, "agent_named_on": ctx.today},
        facts={"agent": wish.agent_id, "before": run.agent_id},
        answer={"no": run.no},
    )
    return file(filing, ctx)


def judge(run: BundleRun, wish: BundleAgentNaming, ctx: Context) -> None:
    """Say whether this agent may be named. Raises: Refused."""
    centre = ctx.directory.centres[run.region_code]
    place = CasePlace(run.region_code, centre.id, run.owner_id)
    permissions.may("bundle.agent_named", ctx.officer, place).raise_if_refused()
    if all(case.state == CaseState.CLOSED for _, case in parts_of(run)):
        raise Refused("run_finished", "S3-二(五)3")
    norms, same = book().norms(centre.profile, ctx.today), run.agent_id == wish.agent_id
    may_name(norms, named=run.agent_id is not None, same=same).raise_if_refused()
    if not is_agent(wish.agent_id, centre.id, ctx.today):
        raise Refused("not_in_roster", "S3-二(五)3")
