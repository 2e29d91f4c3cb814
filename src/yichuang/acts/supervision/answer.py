"""答复、申辩: the department answers a notice or card in writing, or asks for a second look at a card."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.supervision.frame import OnAlert, measure, standing, taken_of, words_in
from yichuang.records.cases.reading import CaseFile
from yichuang.records.supervision.models import Measure, MeasureKind
from yichuang.rules.supervision.measures import may_answer
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class MeasureAnswer(OnAlert):
    """Which notice or card, what the department says, and whether it asks for a second look."""

    measure: UUID
    words: str
    appeal: bool = False


@case_act(verb="case.measure_answered")
def answer_measure(case: CaseFile, wish: MeasureAnswer, ctx: Context) -> Work:
    """Put the answer on record; only the department that was addressed answers.

    Raises: Refused (no such alert, nothing to answer, not addressed, no second look, too late, nothing said).

    Basis: S0b-24.2, S0b-24.3
    """
    found, said = standing(case, wish.alert), words_in(wish.words)
    asked = next((row for row in found.measures if row.id == wish.measure), None)
    may_answer(taken_of(asked) if asked else None, ctx.today, appeal=wish.appeal).raise_if_refused()
    if asked is None or asked.department_id not in {grant.department_id for grant in ctx.officer.grants}:
        raise Refused("not_addressed", "S0b-24.2")
    kind = MeasureKind.APPEAL if wish.appeal else MeasureKind.REPLY
    row = measure(case, found, kind.value, ctx, answers_id=asked.id, words=said)
    return Work(
        add=(row,),
        change=(Change(Measure, asked.id, {"answered_at": ctx.at}),),
        facts={"alert": found.alert.id, "answers": asked.id, "kind": kind.value},
    )
