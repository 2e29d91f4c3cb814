"""The dated facts that a clock is folded from (计时事实). Dates are civil dates in the office's zone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class FactKind(StrEnum):
    """What happened to the clock."""

    RECEIVED = "received"  # 收件: the materials reached the office
    CORRECTION_NOTIFIED = "correction_notified"  # 一次性告知补正
    SUPPLEMENTED = "supplemented"  # 补正材料全部交齐
    ACCEPTED = "accepted"  # 受理
    NOT_ACCEPTED = "not_accepted"  # 不受理 / 不予受理
    PAUSED = "paused"  # 中止计时: `on` is the first day not counted
    RESUMED = "resumed"  # 恢复计时: `on` is the last day not counted
    EXTENDED = "extended"  # 延期: `days` working days more
    DECIDED = "decided"  # 作出决定
    WITHDRAWN = "withdrawn"  # 申请人撤回
    CLOSED = "closed"  # 办结


class ClockFact(NamedTuple):
    """One dated fact. `pause` names the special procedure (特殊环节), `days` the extension, `by` the approver."""

    kind: FactKind
    on: date
    pause: str = ""
    days: int = 0
    by: str = ""
