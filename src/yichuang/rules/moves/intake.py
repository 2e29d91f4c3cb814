"""From submission to acceptance or refusal (收件与受理): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import ANY, LEADERS, OPEN, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.submitted", "提交", (ANY,), "received", "XKF-29.1"),
    Transition("case.received", "出具收件凭证", ("received",), "", "XKF-32.2"),
    Transition("case.prereviewed", "预审", ("received",), "", "XKF-33"),
    Transition("case.correction_notified", "一次性告知补正", ("received",), "correcting", "XKF-32.1(4)"),
    Transition("case.supplemented", "补正材料", ("correcting",), "received", "XKF-32.1(5)"),
    Transition("case.originals_seen", "核对原件", OPEN, "", "XKF-31.1", while_paused=True),
    Transition("case.accepted", "受理", ("received",), "accepted", "XKF-32.1(5)"),
    Transition("case.deemed_accepted", "视为受理", ("received",), "accepted", "XKF-32.1(4)"),
    Transition("case.not_needed", "告知不受理", ("received",), "closed", "XKF-32.1(1)"),
    Transition("case.refusal_proposed", "提请不予受理", ("received", "correcting"), "", "XKF-32.1(2)"),
    Transition("case.refusal_returned", "退回不予受理提请", ("received", "correcting"), "", "XKF-32.1(2)"),
    Transition("case.refused", "不予受理", ("received", "correcting"), "closed", "XKF-32.1(2)"),
    Transition("case.signature_added", "附入签名", (*OPEN, "decided"), "", "XKF-31.1", while_paused=True),
)

_SIGNERS = Right(LEADERS | {"verifier"}, department=True)
_AT_WINDOW = Right(WINDOW)
RIGHTS: dict[str, Right] = {
    "case.submitted": Right(WINDOW, applicant=True),
    "case.received": _AT_WINDOW,
    "case.prereviewed": _AT_WINDOW,
    "case.correction_notified": _AT_WINDOW,
    "case.supplemented": Right(WINDOW, applicant=True),
    "case.originals_seen": Right(frozenset({"reviewer", "verifier"}), department=True, anywhere=WINDOW),
    "case.accepted": _AT_WINDOW,
    "case.deemed_accepted": Right(frozenset(), system=True),
    "case.not_needed": _AT_WINDOW,
    "case.signature_added": _AT_WINDOW,
    "case.refusal_proposed": _AT_WINDOW,
    "case.refusal_returned": _SIGNERS,
    "case.refused": Right(WINDOW | LEADERS),
}
