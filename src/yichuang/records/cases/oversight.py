"""Reads for those who watch (监察): how many cases show which light in which department, and the cases themselves.

One definition: every number on the board is the length of the list that the same `Watched` gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import Case
from yichuang.records.cases.worklist import lit
from yichuang.rules.lights import Light
from yichuang.rules.officers import Officer

OPEN = "open"  # every light but the last
DEEMED, LATE = "deemed", "late"
_ENDED = ("decided", "issued", "closed")


@dataclass(frozen=True, slots=True)
class Watched:
    """Which cases of a region: "" and None mean every. `flag`: deemed accepted, or decided too late."""

    light: str = ""
    flag: str = ""
    department: UUID | None = None
    kind: str = ""
    step: str = ""
    number: str = ""
    words: str = ""


def board(officer: Officer, region_code: str, today: date) -> dict[UUID, dict[str, int]]:
    """Return for each department with cases how many show which light, how many are deemed and late. One query."""
    counted = {str(light): lit(str(light), today) for light in Light} | {
        flag: _flagged(flag) for flag in (DEEMED, LATE)
    }
    sums = {name: Count("pk", filter=condition) for name, condition in counted.items()}
    rows = cases_for(officer, region_code).order_by().values("department").annotate(**sums)
    return {row.pop("department"): row for row in rows}


def watched(officer: Officer, region_code: str, wanted: Watched, today: date) -> QuerySet[Case]:
    """Return the cases: those that run by their last day, stopped ones after them, ended ones last, newest first."""
    rows = cases_for(officer, region_code).filter(_conditions(wanted, today))
    ended = Choose(When(state__in=_ENDED, then=Value(1)), default=Value(0), output_field=IntegerField())
    ordered = rows.annotate(ended=ended, applicant_kind=F("applicant__kind")).order_by(
        "ended", F("light_on").asc(nulls_last=True), "-pk"
    )
    return ordered.select_related("item").defer("form", "agent")


def _conditions(wanted: Watched, today: date) -> Q:
    exact: Mapping[str, Any] = {
        "department": wanted.department,
        "kind": wanted.kind,
        "state": wanted.step,
        "no__startswith": wanted.number,
    }
    found = Q(**{name: value for name, value in exact.items() if value})
    if wanted.light:
        found &= ~Q(state__in=_ENDED) if wanted.light == OPEN else lit(wanted.light, today)
    if wanted.flag:
        found &= _flagged(wanted.flag)
    if wanted.words:
        found &= Q(applicant_name__icontains=wanted.words) | Q(item__name__icontains=wanted.words)
    return found


def _flagged(flag: str) -> Q:
    """Return what is deemed accepted (视为受理), or was decided after the day it was shown to be due (超期办结)."""
    return Q(deemed=True) if flag == DEEMED else Q(decided_on__gt=Coalesce("promised_due_on", "due_on"))
