"""视为受理: silence accepted the application; the sweep only records what the fold already says."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of
from yichuang.acts.context import Context
from yichuang.acts.papers.acceptance import acceptance_notice
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Silence:
    """The case on which the office kept silent."""

    on: On


@case_act(verb="case.deemed_accepted", materials=True)
def deem_accepted(case: CaseFile, wish: Silence, ctx: Context) -> Work:
    """Record that the application counts as accepted from its receipt on. A missed night changes nothing.

    Basis: XKF-32.1(4)
    """
    clock = clock_of(case, ctx)
    if not clock.deemed or clock.accepted_on is None:
        raise Refused("not_deemed", "XKF-32.1(4)")
    fact = ClockFact(FactKind.ACCEPTED, ctx.today)
    paper = acceptance_notice(case, fact, ctx, deemed=True)
    return Work(clock=(fact,), papers=(paper,), facts={"accepted_on": clock.accepted_on})
