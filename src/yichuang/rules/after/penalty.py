"""吊销前的听证告知: nobody loses a permit as a penalty who was not told that he may ask for a hearing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

SILENT, WAIVED, HELD = "silent", "waived", "held"
ANSWERS: dict[str, str] = {
    SILENT: "期满没有要求听证",
    WAIVED: "书面放弃听证",
    HELD: "要求听证，已经举行",
}  # fmt: skip
_BASIS = "CFF-63.1(3)"


@dataclass(frozen=True, slots=True)
class Offered:
    """The penalty hearing as it was offered (行政处罚听证告知): when, what the holder answered, and what shows it."""

    told_on: date | None = None
    answer: str = ""
    proof: str = ""  # 放弃的书面材料，或者听证笔录


def hearing_offered(offered: Offered, today: date, norms: Norms, calendar: Calendar, *, since: date) -> Verdict:
    """Say whether a permit may be cancelled as a penalty: the hearing was offered, and nobody waits for the answer.

    `since`: the day from which there is something to cancel.
    Returns: ALLOWED, `penalty_hearing_untold`, `penalty_hearing_day`, `penalty_hearing_answer`,
    `penalty_hearing_open` with the last day, or `penalty_hearing_proof`.
    Basis: CFF-63.1(3), CFF-64.1(1)
    """
    if offered.told_on is None:
        return refuse("penalty_hearing_untold", _BASIS)
    if not since <= offered.told_on <= today:
        return refuse("penalty_hearing_day", _BASIS, on=since)
    if offered.answer not in ANSWERS:
        return refuse("penalty_hearing_answer", _BASIS)
    term = norms.term("penalty_hearing_limit")
    until = end_of(offered.told_on, term, calendar)
    if offered.answer == SILENT:
        return ALLOWED if today > until else refuse("penalty_hearing_open", term.basis, until=until)
    return ALLOWED if offered.proof.strip() else refuse("penalty_hearing_proof", _BASIS)
