"""需要您办的: what waits for the visitor himself, among all his cases: to mend, to pay, to hand in, to fetch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yichuang.records.cases.models import Case, CaseState
from yichuang.records.fees.queries import with_missing
from yichuang.rules.lights import Light

_MOST = 20


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: its case, the mark, what it is, until when, and the button that leads there."""

    case: Any
    css: str
    light: str
    words: str
    until: date | None
    url: str
    button: str
    acting: str = ""


def waiting(mine: QuerySet[Case], region_code: str, today: date) -> list[Todo]:
    """Return what the visitor has to do in these cases (with `pays`), newest case first. One query."""
    rows = with_missing(mine, region_code).filter(
        Q(state__in=(CaseState.CORRECTING, CaseState.ISSUED)) | Q(pays=True) | Q(tolerance_by__gte=today, lacks=True)
    )
    return [todo for case in rows[:_MOST] for todo in _of(case, today)]


def _of(case: Any, today: date) -> Iterator[Todo]:
    here = f"/my/cases/{case.no}/"
    if case.state == CaseState.CORRECTING:
        light, css = _colour(case.correction_due_on, today)
        yield Todo(case, css, light, "轮到您补正", case.correction_due_on, f"{here}supplement/", "现在补正")
    if case.pays:
        light, css = _colour(case.payment_by, today)
        yield Todo(case, css, light, "轮到您缴费", case.payment_by, f"{here}pay/", "看缴多少、怎么缴")
    if case.lacks and case.tolerance_by and case.tolerance_by >= today:
        yield Todo(
            case, "warn", Light.YELLOW, "容缺材料还没有补齐", case.tolerance_by, f"{here}complete/", "补交容缺材料"
        )
    if case.state == CaseState.ISSUED:
        yield Todo(case, "done", Light.DONE, "轮到您领取", case.certificate_by, here, "看怎么领取")


def _colour(until: date | None, today: date) -> tuple[str, str]:
    late = until is not None and today > until
    return (Light.RED, "red") if late else (Light.YELLOW, "warn")
