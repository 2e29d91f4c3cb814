"""Cases in hand by light (在办与灯), department by department: for screens that show numbers only."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count

from yichuang.records.cases.models import Case, CaseState
from yichuang.records.cases.worklist import lit
from yichuang.rules.lights import Light

RUNNING = ("red", "yellow", "pause", "green")


def in_hand(region_code: str, today: date) -> dict[UUID, dict[str, int]]:
    """Return for each department with cases in hand how many show which light. One query over what runs."""
    rows = Case.objects.filter(region_code=region_code).exclude(state=CaseState.CLOSED).order_by()
    rows = rows.exclude(lit(str(Light.DONE), today))  # decided, waiting to be fetched: it shows none of these
    sums = {light: Count("pk", filter=lit(light, today)) for light in RUNNING}
    found = {row.pop("department"): row for row in rows.values("department").annotate(**sums)}
    return {department: counts for department, counts in found.items() if sum(counts.values())}
