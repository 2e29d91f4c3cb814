"""亮牌: a yellow, then a red card to the department, with reasons, a day to answer and the way to a second look."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.supervision.frame import OnAlert, answer_by, measure, notice, standing, words_in
from yichuang.acts.supervision.words import RULES, facts_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.supervision.measures import may_card

_CONSEQUENCES = {
    "yellow": "逾期不改正或者不书面说明情况的，发给红牌",
    "red": "逾期不改正或者不书面说明情况的，按照责任追究的规定处理",
}


@dataclass(frozen=True, slots=True)
class Carding(OnAlert):
    """Which alert, yellow or red, and what the department has to do, with the reasons."""

    colour: str
    reason: str


@case_act(verb="case.carded")
def card(case: CaseFile, wish: Carding, ctx: Context) -> Work:
    """Issue the card.  Raises: Refused (no such alert, cleared, carded already, yellow first, appeal open, no reason).

    Basis: S0b-24.3, XKF-72
    """
    found, reason = standing(case, wish.alert), words_in(wish.reason)
    may_card(wish.colour, found.taken, norms_of(case), ctx.today).raise_if_refused()
    alert, until = found.alert, answer_by("card_answer_limit", case, ctx)
    row = measure(case, found, wish.colour, ctx, answer_by=until, words=reason)
    paper = notice(
        DocumentKind.CARD, case, alert, ctx, colour=wish.colour, rule=RULES[alert.rule],
        facts=facts_of(alert.rule, alert.evidence, alert.on, alert.ended_on), measure=reason, answer_by=until,
        reviewer=ctx.directory.centres[case.region_code].name, consequence=_CONSEQUENCES[wish.colour],
    )  # fmt: skip
    row = row._replace(values={**row.values, "document_id": paper.id})
    return Work(add=(row,), papers=(paper,), facts={"alert": alert.id, "rule": alert.rule, "colour": wish.colour})
