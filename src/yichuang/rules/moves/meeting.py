"""Joint review meetings (联席会审): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import OFFICE, RUNNING, WINDOW, Right, Transition

_WHEN = ("received", *RUNNING)  # 预审阶段或统一受理后

ROWS: tuple[Transition, ...] = (
    Transition("case.meeting_requested", "请求会审", _WHEN, "", "S0h-三.10", while_paused=True),
    Transition("case.meeting_declined", "答复不举行会审", _WHEN, "", "S0h-三.10", while_paused=True),
    Transition("case.meeting_called", "召集会审", _WHEN, "", "S0h-三.1", while_paused=True),
    Transition("case.delegate_named", "委派会审代表", _WHEN, "", "S0h-三.1", while_paused=True),
    Transition("case.meeting_adjourned", "中止会审", _WHEN, "", "S0h-三.6", while_paused=True),
    Transition("case.meeting_resumed", "继续会审", _WHEN, "", "S0h-三.6", while_paused=True),
    Transition("case.seat_signed", "签署会审结论", _WHEN, "", "S0h-三.8", while_paused=True),
    Transition("case.meeting_closed", "结束会审", _WHEN, "", "S0b-14", while_paused=True),
    Transition("case.meeting_cancelled", "取消会审", _WHEN, "", "S0h-三.6", while_paused=True),
)

_LEAD = Right(OFFICE, department=True)
_DELEGATE = Right(OFFICE, part=True)
RIGHTS: dict[str, Right] = {
    "case.meeting_requested": Right(WINDOW, applicant=True),
    "case.meeting_declined": _LEAD,
    "case.meeting_called": _LEAD,
    "case.delegate_named": _DELEGATE,
    "case.meeting_adjourned": _LEAD,
    "case.meeting_resumed": _LEAD,
    "case.seat_signed": _DELEGATE,
    "case.meeting_closed": _LEAD,
    "case.meeting_cancelled": _LEAD,
}
