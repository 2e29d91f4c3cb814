"""办结: a granted case whose item has no certificate to hand over is closed."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import unpaid
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.tolerance import deferring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Closing:
    """Which decided case is closed."""

    on: On


@case_act(verb="case.closed")
def close(case: CaseFile, wish: Closing, ctx: Context) -> Work:
    """Close a decided case that leaves nothing to be issued; a denial has to be delivered.

    Basis: XKF-38, XKF-44, S0b-19.1, S0f-4.1
    """
    if not leaves_nothing(case):
        raise Refused("must_be_delivered", "XKF-44")
    deferring.may_issue(until=case.tolerance_by, norms=norms_of(case)).raise_if_refused()
    if unpaid(case):
        raise Refused("fee_unpaid", "S0b-19.1")
    return Work(clock=(ClockFact(FactKind.CLOSED, ctx.today),), set={"closed_on": ctx.today})


def leaves_nothing(case: CaseFile) -> bool:
    """Say whether a grant has nothing to hand over, neither made nor to be made.  Basis: XKF-44"""
    made = version_of(case.item_version_id).certificate.get("type_name")
    return case.outcome == CaseOutcome.GRANTED and not made
