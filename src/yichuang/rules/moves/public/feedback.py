"""Ratings (好差评), and what people ask, complain of and praise (诉求): rows of the table, and rights.

Rows are of ratings only: they stand on the chain of the closed case. Concerns have chains of their own, whose states
are in `rules/feedback/concerns.py`.
"""

from __future__ import annotations

from ..shapes import LEADERS, OFFICE, WINDOW, Right, Transition

_CLOSED = ("closed",)
_CENTRE = frozenset({"centre_manager", "supervisor"})
_DESK = WINDOW | {"centre_manager"}
_ALL = OFFICE | WINDOW | _CENTRE

ROWS: tuple[Transition, ...] = (
    Transition("case.rating_invited", "邀请评价", _CLOSED, "", "YC"),
    Transition("case.rated_again", "追加评价", _CLOSED, "", "YC"),
    Transition("case.rating_verified", "核实差评", _CLOSED, "", "YC"),
    Transition("case.rating_rectified", "登记整改", _CLOSED, "", "YC"),
    Transition("case.rating_answered", "反馈评价人", _CLOSED, "", "YC"),
    Transition("case.rating_called_back", "回访评价人", _CLOSED, "", "YC"),
    Transition("case.rating_extended", "延长整改期限", _CLOSED, "", "YC"),
    Transition("case.rating_challenged", "申请剔除评价", _CLOSED, "", "YC"),
    Transition("case.rating_judged", "认定评价", _CLOSED, "", "YC"),
    Transition("case.rating_shown", "公示评价文字", _CLOSED, "", "YC"),
)

_BY_LINK = Right(frozenset(), applicant=True, system=True)
_RESPONSIBLE = Right(OFFICE, department=True, anywhere=_CENTRE)
RIGHTS: dict[str, Right] = {
    "case.rating_invited": Right(WINDOW, system=True),
    "case.rated_again": _BY_LINK,
    "case.rating_verified": _RESPONSIBLE,
    "case.rating_rectified": _RESPONSIBLE,
    "case.rating_answered": _RESPONSIBLE,
    "case.rating_called_back": Right(_DESK | {"supervisor"}),
    "case.rating_extended": Right(LEADERS, department=True, anywhere=frozenset({"centre_manager"})),
    "case.rating_challenged": _RESPONSIBLE,
    "case.rating_judged": Right(_CENTRE),
    "case.rating_shown": Right(_CENTRE),
    "concern.filed": Right(_ALL, applicant=True, system=True),
    "concern.accepted": Right(_DESK | {"supervisor"}),
    "concern.refused": Right(_DESK | {"supervisor"}),
    "concern.referred": Right(_ALL),
    "concern.acknowledged": Right(_ALL),
    "concern.answered": Right(_ALL),
    "concern.extended": Right(LEADERS | {"centre_manager"}),
    "concern.called_back": Right(_DESK | {"supervisor"}),
    "concern.reopened": Right(_DESK | {"supervisor"}, applicant=True, system=True),
    "concern.handed_back": Right(_ALL),
    "concern.linked": Right(_ALL),
    "concern.proposed": Right(_ALL),
    "concern.published": Right(_CENTRE | LEADERS),
    "evaluation.opened": Right(frozenset(), system=True),
    "evaluation.done": Right(_CENTRE),
}
