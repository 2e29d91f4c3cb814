"""All figures by name and by group: the one registry of roll-up, screens, interface, workbook and command line."""

from __future__ import annotations

from collections.abc import Mapping

from . import quality, registers, timeliness, volumes
from .measures import MEASURES
from .shapes import Figure

GROUPS: Mapping[str, tuple[str, tuple[Figure, ...]]] = {
    "volumes": ("业务量", volumes.FIGURES),
    "timeliness": ("时效", timeliness.FIGURES),
    "quality": ("质量与便民", quality.FIGURES),
    "registers": ("登记台账", registers.FIGURES),
}
FIGURES: Mapping[str, Figure] = {one.name: one for _, figures in GROUPS.values() for one in figures}
#: The columns of every breakdown.
COLUMNS: tuple[str, ...] = (
    "received", "accepted", "not_accepted", "closed", "on_time_rate", "early_rate", "overdue", "average_days",
    "compression", "satisfaction",
)  # fmt: skip
_HALVES: Mapping[str, str] = {
    "online": "网上申请的收件", "corrected": "曾经告知补正的收件", "visits_known": "写明到现场次数的收件",
    "few_visits": "到现场零次或者一次的收件", "judged": "作出了决定的办结件", "on_time": "按时办结",
    "late": "超过期限才决定的办结件", "timed": "计算天数的办结件", "days": "计算天数的办结件",
    "limited_days": "法定时限以工作日计的办结件", "statutory_days": "法定时限以工作日计的办结件",
    "promised_days": "法定时限和承诺都以工作日计的受理件", "promised_from": "法定时限和承诺都以工作日计的受理件",
    "satisfied": "满意的评价", "grade_5": "评价为非常满意", "grade_4": "评价为满意", "grade_3": "评价为基本满意",
    "grade_2": "评价为不满意", "grade_1": "评价为非常不满意", "electronic": "有电子证照标识的证照",
    "closed_instant": "办结的即办件",
}  # fmt: skip


def title_of(measure: str) -> str:
    """Return a sum in words."""
    known = {figure.over[0]: figure.title for figure in FIGURES.values() if not figure.under and len(figure.over) == 1}
    return _HALVES.get(measure) or known.get(measure) or measure


def is_listed(measure: str) -> bool:
    """Say whether the cases behind a sum can be listed: a register by hand has none."""
    return measure in MEASURES
