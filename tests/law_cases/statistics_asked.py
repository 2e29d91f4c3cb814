"""What law cases ask of statistics: figures of given sums, and what can't be true of them."""

from __future__ import annotations

from typing import Any

from yichuang.rules.statistics.computing import FAULTS, faults, shown
from yichuang.rules.statistics.registry import FIGURES

_SUMS = {
    "收件": "received", "受理": "accepted", "不予受理": "not_accepted", "办结": "closed", "即办": "accepted_instant",
    "按时": "on_time", "提前": "early", "超时": "overdue",
}  # fmt: skip


def figures(example: Any) -> dict[str, Any]:
    """The figures of a period; whatever was closed and is not told to be late was decided in time."""
    given = {_SUMS[name]: number for name, number in example.given.items() if name in _SUMS}
    closed = given.get("closed", 0)
    sums = {"on_time": closed, "judged": closed} | given
    found = {figure.title: shown(figure, sums) for figure in FIGURES.values()}
    return found | {"不符": "、".join(FAULTS[fault] for fault in faults(sums)) or "无"}


STATISTICS = {"统计": figures}
