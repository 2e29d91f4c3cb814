"""Figures of time (时效)."""

from __future__ import annotations

from .shapes import Figure, Way

_DECIDER = "计入作出决定的人员和受理窗口；部门按现在承办的部门"
_DAYS = "法定时限以工作日计的办件"

FIGURES = (
    Figure(
        "on_time_rate", "按时办结率", "决定日不晚于承诺到期日（没有承诺的为法定到期日）的办结件 ÷ 作出了决定的办结件",
        ("on_time",), ("judged",), Way.SHARE, 1, "%", _DECIDER, "S0f-2.2", public=True,
    ),
    Figure("early", "提前办结", "决定日早于承诺到期日（没有承诺的为法定到期日）的办结件", ("early",), hands=_DECIDER,
           basis="S0f-2.2", public=True),
    Figure("early_rate", "提前办结率", "提前办结 ÷ 作出了决定的办结件", ("early",), ("judged",), Way.SHARE, 1, "%",
           _DECIDER, "S0f-2.2", public=True),
    Figure("overdue", "超时", "期间内越过承诺到期日（没有承诺的为法定到期日）的办件，按到期日的次日计；以后办结的也算",
           ("overdue",), hands="计入现在承办的部门", basis="S0d, XKF-42"),
    Figure("zero_overdue", "零超时", "期间内没有一件超时", ("overdue",), way=Way.NONE, unit="", basis="S0d"),
    Figure("average_days", "平均办理天数", "办结件从受理到决定的工作日之和（中止计时的不算）÷ 作出了决定的办结件",
           ("days",), ("timed",), Way.MEAN, 1, "工作日", _DECIDER, "XKF-42, XKF-45", public=True),
    Figure("compression", "实际压缩率", f"1 − 实际用去的工作日 ÷ 法定的工作日；只计{_DAYS}",
           ("limited_days",), ("statutory_days",), Way.SAVED, 1, "%", _DECIDER, "S3-二(一)2"),
    Figure("promised_compression", "承诺压缩率", f"1 − 承诺的工作日 ÷ 法定的工作日；按受理的办件，只计{_DAYS}",
           ("promised_days",), ("promised_from",), Way.SAVED, 1, "%", basis="S0f-2.2"),
    Figure("deemed", "视为受理", "到期没有告知补正或者是否受理，依法视为受理的办件", ("deemed",),
           basis="XKF-32.1(4)"),
    Figure("extended", "延期", "期间内办结、曾经延长期限的办件", ("extended",), hands=_DECIDER, basis="XKF-42.1"),
)  # fmt: skip
