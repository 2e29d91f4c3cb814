"""Fees inside the procedure (缴费): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, WINDOW, Right, Transition

_WHEN = ("deciding", "decided")
# Money may come, and go back, whatever has become of the case.
_WHENEVER = (*OPEN, "decided", "issued", "closed")

ROWS: tuple[Transition, ...] = (
    Transition("case.fee_asked", "送财务核定缴费", _WHEN, "", "S0b-18.1", while_paused=True),
    Transition("case.fee_assessed", "核定缴费", _WHEN, "", "S0b-18.1", while_paused=True),
    Transition("case.fee_notified", "告知缴费", _WHEN, "", "S0b-18.2", while_paused=True),
    Transition("case.fee_paid", "登记缴费", _WHEN, "", "S0b-19.1", while_paused=True),
    Transition("case.fee_confirmed", "确认缴费到账", _WHEN, "", "S0b-19.2", while_paused=True),
    Transition("case.fee_lapsed", "逾期未缴费，不予批准", ("deciding",), "decided", "S0b-19.1"),
    Transition("case.fee_lapsed", "逾期未缴费，办结登记", ("deciding",), "closed", "S0b-19.2"),
    Transition("case.fee_collected", "窗口收款", _WHEN, "", "S0b-19.1", while_paused=True),
    Transition("case.checkout_opened", "发起网上缴费", _WHEN, "", "S0b-19.1", while_paused=True),
    Transition("case.checkout_closed", "关闭支付单", _WHENEVER, "", "XKF-59", while_paused=True),
    Transition("case.fee_booked", "网上缴费入账", _WHENEVER, "", "XKF-59", while_paused=True),
    Transition("case.refund_asked", "申请退付", _WHENEVER, "", "XKF-59", while_paused=True),
    Transition("case.refund_answered", "审批退付", _WHENEVER, "", "XKF-59", while_paused=True),
    Transition("case.refund_paid", "办理退付", _WHENEVER, "", "XKF-59", while_paused=True),
)

_AT_WINDOW = Right(WINDOW)
_BY_GATEWAY = Right(frozenset(), system=True)
_CENTRE = Right(frozenset({"centre_manager"}))
RIGHTS: dict[str, Right] = {
    "case.fee_collected": _AT_WINDOW,
    "case.checkout_opened": Right(WINDOW, applicant=True),
    "case.checkout_closed": _BY_GATEWAY,
    "case.fee_booked": _BY_GATEWAY,
    "case.refund_asked": _AT_WINDOW,
    "case.refund_answered": Right(frozenset({"chief_representative", "centre_manager"})),
    "case.refund_paid": Right(WINDOW, system=True),
    "money.till_closed": _AT_WINDOW,
    "money.unexplained": _BY_GATEWAY,
    "money.explained": _CENTRE,
    "money.reconciled": Right(frozenset({"centre_manager"}), system=True),
    "money.standard_proposed": Right(frozenset({"centre_manager", "system_admin"})),
    "money.standard_answered": Right(frozenset({"centre_manager", "system_admin"})),
    "case.fee_asked": Right(OFFICE, department=True),
    "case.fee_assessed": Right(OFFICE, part=True),
    "case.fee_notified": _AT_WINDOW,
    "case.fee_paid": _AT_WINDOW,
    "case.fee_confirmed": Right(OFFICE, part=True),
    "case.fee_lapsed": Right(LEADERS | {"verifier"}, department=True),
}
