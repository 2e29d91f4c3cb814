"""复核: another person than the one who issued the card upholds or lifts it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.supervision.frame import OnAlert, measure, standing, words_in
from yichuang.records.cases.reading import CaseFile
from yichuang.records.supervision.models import Measure, MeasureKind
from yichuang.rules.supervision.measures import may_settle, open_appeal
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class AppealSettlement(OnAlert):
    """Whether the card is lifted, and why."""

    lift: bool
    reason: str


@case_act(verb="case.appeal_settled")
def settle_appeal(case: CaseFile, wish: AppealSettlement, ctx: Context) -> Work:
    """Uphold or lift the card appealed against.  Raises: Refused (no appeal, own card, own appeal, no reason).

    Basis: S0b-24.3
    """
    found, reason = standing(case, wish.alert), words_in(wish.reason)
    may_settle(found.taken, ctx.officer.user_id).raise_if_refused()
    appeal = open_appeal(found.taken)
    if appeal is None:
        raise Refused("no_appeal", "S0b-24.3")
    kind = MeasureKind.LIFTED if wish.lift else MeasureKind.UPHELD
    row = measure(case, found, kind.value, ctx, answers_id=appeal.answers, words=reason)
    return Work(
        add=(row,),
        change=(Change(Measure, appeal.id, {"answered_at": ctx.at}),),
        facts={"alert": found.alert.id, "kind": kind.value},
    )
