"""From acceptance to the decision (审查与期限): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import GOVERNMENT, LEADERS, OFFICE, RUNNING, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.routed", "转办", ("accepted",), "reviewing", "XKF-34.1", kinds=("promised", "instant")),
    Transition("case.claimed", "认领", ("reviewing", "verifying", "deciding"), "", "XKF-34.1", while_paused=True),
    Transition("case.reviewed", "审查", ("reviewing",), "deciding", "XKF-34.1"),
    Transition("case.reviewed", "审查后送核准", ("reviewing",), "verifying", "XKF-34.3"),
    Transition("case.verified", "核准", ("verifying",), "deciding", "XKF-34.3"),
    Transition("case.returned", "退回审查", ("verifying", "deciding"), "reviewing", "XKF-34.1"),
    Transition("case.paused", "中止计时", RUNNING, "", "XKF-45"),
    Transition("case.resumed", "恢复计时", RUNNING, "", "XKF-45", while_paused=True),
    Transition("case.extension_proposed", "提请延期", RUNNING, "", "S0b-15.1"),
    Transition("case.extension_declined", "不同意延期", RUNNING, "", "S0b-15.1", while_paused=True),
    Transition("case.extended", "延期", RUNNING, "", "XKF-42.1"),
    Transition("case.step_proposed", "报审特殊环节", RUNNING, "", "S3-附件一(三)2"),
    Transition("case.step_settled", "审定特殊环节", RUNNING, "", "S3-附件一(三)2", while_paused=True),
    Transition("case.step_result_noted", "登记特殊环节结果", RUNNING, "", "S3-附件一(三)3", while_paused=True),
    Transition("case.due_recomputed", "重算到期日", ("received", *RUNNING), "", "XKF-82", while_paused=True),
)

_AT_WINDOW = Right(WINDOW)
RIGHTS: dict[str, Right] = {
    "case.routed": _AT_WINDOW,
    "case.claimed": Right(OFFICE, department=True),
    "case.reviewed": Right(frozenset({"reviewer"}), department=True),
    "case.verified": Right(frozenset({"verifier"}) | LEADERS, department=True),
    "case.returned": Right(OFFICE, department=True),
    "case.paused": Right(OFFICE, department=True, heard=OFFICE),  # 协办部门: rules/joint/stopping.py
    "case.resumed": Right(OFFICE, department=True, heard=OFFICE),
    "case.extension_proposed": Right(OFFICE, department=True),
    "case.extension_declined": Right(LEADERS, department=True, anywhere=GOVERNMENT),
    "case.extended": Right(LEADERS, department=True, anywhere=GOVERNMENT, heard=OFFICE),
    "case.step_proposed": Right(OFFICE, department=True),
    "case.step_settled": Right(frozenset({"centre_manager"})),
    "case.step_result_noted": Right(OFFICE, department=True),
    "case.due_recomputed": Right(frozenset(), system=True),
}
