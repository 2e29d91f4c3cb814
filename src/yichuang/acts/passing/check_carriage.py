"""复核补录: somebody else holds the signed list against what was keyed in; only then it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.passing.note_carriage import carried
from yichuang.acts.passing.sign_for import unsigned
from yichuang.records.cases.models import Conclusion, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused

_TEXT = "S4-二(四)2"


@dataclass(frozen=True, slots=True)
class CarriageCheck:
    """Whether the list says what was keyed in; what is wrong where it does not."""

    on: On
    right: bool
    wrong: str = ""


@case_act(verb="case.carriage_checked")
def check_carriage(case: CaseFile, wish: CarriageCheck, ctx: Context) -> Work:
    """Close the carriage with its real times; the department has the file since that day. Or have them keyed in anew.

    Basis: S4-二(四)2, S0b-11
    """
    stage = carried(case)
    if stage.assignee_id is None:
        raise Refused("carriage_not_noted", _TEXT)
    if stage.assignee_id == ctx.officer.user_id:
        raise Refused("carriage_same_person", _TEXT)
    if not wish.right:
        return _anew(stage, wish.wrong)
    done = Change(Stage, stage.id, {"done_at": ctx.at, "conclusion": Conclusion.AGREE.value})
    review = unsigned(case)
    came = review is not None and review.picked_up_on is None and review.department_id == stage.department_id
    signed = (Change(Stage, review.id, {"picked_up_on": stage.picked_up_on}),) if came and review is not None else ()
    facts = {name: stage.particulars[name] for name in ("left_at", "came_at")}
    return Work(change=(done, *signed), facts=facts | {"right": True})


def _anew(stage: Any, wrong: str) -> Work:
    if not wrong.strip():
        raise Refused("carriage_wrong_missing", _TEXT)
    kept = {name: stage.particulars[name] for name in ("carrier", "why", "sender")}
    columns = {"particulars": kept, "assignee_id": None, "picked_up_on": None}
    return Work(change=(Change(Stage, stage.id, columns),), facts={"right": False}, payload={"reason": wrong.strip()})
