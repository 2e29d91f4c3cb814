"""Figures of volume (业务量)."""

from __future__ import annotations

from .measures import KINDS
from .shapes import Figure, Way

_RECEIVER = "计入收件的窗口和人员；以后转给谁都不变"
_ACCEPTER = "计入受理的窗口和作出受理的人员；转到别的部门的，只计入现在承办的部门，一件只计一次"
_CLOSER = "计入作出决定的人员（没有决定的，计入办理终结的人员）和受理窗口；部门按现在承办的部门"

FIGURES = (
    Figure(
        "received", "收件", "期间内收到申请的办件，按收件日期", ("received",), hands=_RECEIVER, basis="S0e", public=True
    ),
    Figure(
        "accepted", "受理", "期间内受理的办件，按受理日期；到期未告知依法视为受理的，按视为受理之日",
        ("accepted",), hands=_ACCEPTER, basis="XKF-32.1(4), XKF-32.1(5)", public=True,
    ),
    Figure(
        "not_accepted", "不予受理", "期间内告知不受理或者决定不予受理的办件，按告知或者决定日期",
        ("not_accepted",), hands="计入作出该行为的人员", basis="XKF-32.1(1), XKF-32.1(2)", public=True,
    ),
    Figure("withdrawn", "撤回", "期间内申请人撤回的办件，按撤回日期", ("withdrawn",), basis="S0e"),
    Figure(
        "closed", "办结", "受理以后，在期间内办理终结的办件：准予、不予、上报、撤回等都算；不予受理的不算",
        ("closed",), hands=_CLOSER, basis="S0f-2.2", public=True,
    ),
    Figure("granted", "准予", "期间内办结、结果为准予（含同意上报、予以备案）的办件", ("granted",), hands=_CLOSER,
           basis="XKF-38.1", public=True),
    Figure("denied", "不予许可", "期间内办结、结果为不予许可（含不予备案）的办件", ("denied",), hands=_CLOSER,
           basis="XKF-38.2", public=True),
    Figure("acceptance_rate", "受理率", "受理 ÷ 收件", ("accepted",), ("received",), Way.SHARE, 2, "%", basis="S0e"),
    Figure("closing_rate", "办结率", "办结 ÷ 收件", ("closed",), ("received",), Way.SHARE, 1, "%", basis="S2",
           public=True),
    *(
        Figure(f"accepted_{kind}", words, f"期间内受理的{words}", (f"accepted_{kind}",), hands=_ACCEPTER, basis="S1")
        for kind, words in KINDS.items()
    ),
    Figure("instant_share", "即办率", "受理的即办件 ÷ 受理", ("accepted_instant",), ("accepted",), Way.SHARE, 1, "%",
           basis="S2"),
)  # fmt: skip
