"""How busy a window or department is (窗口业务量分类), and who might do with a comprehensive window (综合窗口建议)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from yichuang.rules.norms import Norms
from yichuang.rules.working_days import Calendar


class Activity(StrEnum):
    """业务量类别."""

    LARGE = "large"  # 业务量较大
    SPORADIC = "sporadic"  # 有零星业务
    NONE = "none"  # 未办理任何业务
    WITHDRAWN = "withdrawn"  # 已撤出大厅
    VACANT = "vacant"  # 长期空岗


@dataclass(frozen=True, slots=True)
class Flow:
    """What is known of a department in a period: cases, months, whether it left, since when nobody was there."""

    cases: int
    months: int
    withdrawn: bool = False
    empty_since: date | None = None


def activity_of(flow: Flow, on: date, norms: Norms, calendar: Calendar) -> Activity:
    """Return the class of a department: withdrawn before vacant, vacant before how many cases there were.

    Basis: S2-一
    """
    if flow.withdrawn:
        return Activity.WITHDRAWN
    since = flow.empty_since
    if since is not None and calendar.between(since, on) >= norms.number("vacant_window_limit"):
        return Activity.VACANT
    if flow.cases == 0:
        return Activity.NONE
    return Activity.LARGE if _a_month(flow) >= norms.number("large_window_volume") else Activity.SPORADIC


def suggests_comprehensive(flow: Flow, norms: Norms) -> bool:
    """Say whether a department with few cases is suggested for a comprehensive window (设综合窗口的建议).

    Basis: S1-三4, S1-三7
    """
    return not flow.withdrawn and _a_month(flow) < norms.number("comprehensive_window_volume")


def _a_month(flow: Flow) -> Fraction:
    return Fraction(flow.cases, max(1, flow.months))
