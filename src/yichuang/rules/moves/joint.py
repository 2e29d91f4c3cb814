"""Joint approval (并联审批): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import OFFICE, Right, Transition

_JOINT = ("joint",)
_WORKING = ("reviewing", "verifying", "deciding")

ROWS: tuple[Transition, ...] = (
    Transition("case.routed", "转办", ("accepted",), "reviewing", "XKF-26.2", kinds=_JOINT),
    Transition("case.picked_up", "领取材料", ("reviewing",), "", "S0h-二(一)1.2", True, _JOINT),
    Transition("case.part_concluded", "出具协办结论", ("reviewing",), "", "S0h-二(二)1", True, _JOINT),
    Transition("case.part_reminded", "催告规范结论", ("reviewing",), "", "S0h-二(三)1", True, _JOINT),
    Transition("case.part_asked_again", "再次征求协办意见", ("reviewing",), "", "S0h-二(三)3", kinds=_JOINT),
    Transition("case.part_replied", "登记协办批复", _WORKING, "", "S0h-二(二)1", True, _JOINT),
    Transition("case.part_defaulted", "默认同意", ("reviewing",), "", "S0h-二(三)1", True, _JOINT),
)

RIGHTS: dict[str, Right] = {
    "case.picked_up": Right(OFFICE, part=True),
    "case.part_concluded": Right(OFFICE, part=True),
    "case.part_reminded": Right(OFFICE, department=True),
    "case.part_asked_again": Right(OFFICE, department=True),
    "case.part_replied": Right(OFFICE, part=True),
    "case.part_defaulted": Right(frozenset(), system=True),
}
