"""Reads of statistics: sums of a period, in a row or broken down; and the cases behind a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from yichuang.records.statistics.models import CountedCase, CountedSum, CountPlace, RegisterNote, Rollup
from yichuang.rules.statistics.measures import MEASURES
from yichuang.rules.statistics.periods import Period
from yichuang.rules.statistics.shapes import Axis, Measure, Test
from yichuang.rules.statistics.tallying import DAY, MONTH

Sums = dict[str, int]
_HOW = {"is": "", "of": "__in", "least": "__gte"}


@dataclass(frozen=True, slots=True)
class Behind:
    """Which number: a sum, from when to when, of what."""

    measure: str
    first: date
    last: date
    axis: str = Axis.ALL.value
    key: str = ""


def sums(regions: Collection[str], period: Period) -> Sums:
    """Return the sums of a period over regions. Two queries."""
    rows = _cells(regions, period).filter(axis=Axis.ALL.value).values("measure").annotate(total=Sum("amount"))
    found = {row["measure"]: row["total"] for row in rows}
    notes = RegisterNote.objects.filter(
        region_code__in=list(regions), on__range=(period.first, period.last), struck_at=None
    )
    found |= {row["kind"]: row["total"] for row in notes.values("kind").annotate(total=Sum("number"))}
    return found


def broken_down(regions: Collection[str], period: Period, axis: str) -> dict[str, Sums]:
    """Return the sums of a period by the keys of an axis. One query."""
    rows = _cells(regions, period).filter(axis=axis).values("key", "measure").annotate(total=Sum("amount"))
    found: dict[str, Sums] = defaultdict(dict)
    for row in rows:
        found[row["key"]][row["measure"]] = row["total"]
    return found


def series(regions: Collection[str], period: Period, measures: Iterable[str]) -> dict[tuple[str, date], int]:
    """Return sums day by day, or month by month where a period is longer than a month. One query."""
    grain = MONTH if period.kind in ("quarter", "year") else DAY
    rows = Rollup.objects.filter(
        region_code__in=list(regions), grain=grain, axis=Axis.ALL.value, measure__in=list(measures),
        on__range=(period.first, period.last),
    )  # fmt: skip
    totals = rows.values("measure", "on").annotate(total=Sum("amount"))
    return {(row["measure"], row["on"]): row["total"] for row in totals}


def since_ever(regions: Collection[str]) -> Sums:
    """Return the sums since the beginning. One query."""
    rows = Rollup.objects.filter(region_code__in=list(regions), grain=MONTH, axis=Axis.ALL.value)
    return {row["measure"]: row["total"] for row in rows.values("measure").annotate(total=Sum("amount"))}


def _cells(regions: Collection[str], period: Period) -> QuerySet[Rollup]:
    grain = MONTH if period.whole_months else DAY
    return Rollup.objects.filter(
        region_code__in=list(regions), grain=grain, on__range=(period.first, period.last)
    ).order_by()


def behind(region_code: str, wanted: Behind) -> QuerySet[CountedCase]:
    """Return the cases of a region that add up to a number, in the order of the days on which they count."""
    measure = MEASURES[wanted.measure]
    rows = CountedCase.objects.filter(region_code=region_code, case__region_code=region_code)
    days = (wanted.first, wanted.last)
    if measure.extra:
        paid = CountedSum.objects.filter(region_code=region_code, measure=measure.name, on__range=days)
        rows = rows.filter(id__in=paid.values("case_id")).annotate(counts_on=F("received_on"))
    else:
        rows = rows.filter(_conditions(measure), **{f"{measure.day}__range": days}).annotate(counts_on=F(measure.day))
    return rows.filter(_of(measure, wanted)).select_related("case", "case__item").order_by("counts_on", "id")


def amount_of(region_code: str, wanted: Behind) -> int:
    """Return what the cases behind a number add up to: how many they are, or their days, or their money."""
    measure, rows = MEASURES[wanted.measure], behind(region_code, wanted).order_by()
    if measure.extra:
        sums_of = CountedSum.objects.filter(region_code=region_code, measure=measure.name)
        sums_of = sums_of.filter(on__range=(wanted.first, wanted.last), case_id__in=rows.values("id"))
        return int(sums_of.aggregate(total=Sum("amount"))["total"] or 0)
    return int(rows.aggregate(total=Sum(measure.amount))["total"] or 0) if measure.amount else rows.count()


def _conditions(measure: Measure) -> Q:
    found = Q()
    for test in measure.when:
        found &= _holds(test)
    return found


def _holds(test: Test) -> Q:
    return Q(**{f"{test.column}{_HOW[test.how]}": test.value})


def _of(measure: Measure, wanted: Behind) -> Q:
    """Return whose cases: nobody's where a sum is not kept for persons."""
    if wanted.axis == Axis.ALL:
        return Q()
    if wanted.axis == Axis.LEVEL:
        return Q(level=wanted.key)
    column = measure.person if wanted.axis == Axis.PERSON else f"{wanted.axis}_id"
    return Q(**{column: _id(wanted.key)}) if column else Q(pk__in=())


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def place(region_code: str) -> CountPlace | None:
    """Return up to where a region has been counted."""
    return CountPlace.objects.filter(region_code=region_code).first()
