"""What a sheet is computed from (考核依据): attendance, patrols, urgings, cards, bad ratings, each with a reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from yichuang.acts.context import ZONE
from yichuang.records.feedback.models import Grade, Loop, Rating
from yichuang.records.hall.weekends import shifts_of
from yichuang.records.org.directory import Directory
from yichuang.records.staffing.attendance import Asked, days_of
from yichuang.records.staffing.models import Patrol, PatrolKind, SheetSubject
from yichuang.records.staffing.queries import people_at
from yichuang.records.supervision.models import CallMeasure, Measure, MeasureKind
from yichuang.rules.staff.presence import Mark

Told = tuple[str, str]
_MARKS = {
    Mark.LATE: ("late", "迟到"), Mark.EARLY: ("early", "早退"), Mark.ABSENT: ("absent", "缺勤"),
    Mark.UNAPPROVED: ("absent", "请假未经批准"),
}  # fmt: skip
_CARDS = {MeasureKind.URGING: "urging", MeasureKind.YELLOW: "card", MeasureKind.RED: "card"}
_MOST = 200


@dataclass(frozen=True, slots=True)
class Assessed:
    """Who or which window is assessed, over which days."""

    region_code: str
    subject: str
    id: UUID
    span: tuple[date, date]


def evidence_of(whom: Assessed, directory: Directory, today: date) -> dict[str, list[Told]]:
    """Return what speaks against somebody in a period, by source; a window answers for the people it had.

    A case counts where one of them received or handled it, a call where one made it. Six queries.  Basis: S1-四2
    """
    person = whom.subject == SheetSubject.PERSON
    users = {whom.id} if person else people_at(directory, whom.region_code, whom.id, whom.span)
    found: dict[str, list[Told]] = {}
    names = {} if person else directory.names
    for source, told in (*_attendance(whom, users, directory, today), *_patrols(whom, users), *_cases(whom, users)):
        found.setdefault(source, []).append((told[0].format(name=names.get(told[2], "")).strip(), told[1]))
    return found


def _attendance(
    whom: Assessed, users: set[UUID], directory: Directory, today: date
) -> Iterator[tuple[str, tuple[str, str, UUID]]]:
    shifts = shifts_of(whom.region_code, whom.span)
    for day in days_of(users, Asked(whom.region_code, whom.span, today, shifts), directory):
        marks = (Mark.LATE, Mark.EARLY) if day.mark is Mark.LATE_EARLY else (day.mark,)
        for mark in marks:
            if mark in _MARKS:
                source, words = _MARKS[mark]
                at = day.came if mark is Mark.LATE else day.left if mark is Mark.EARLY else None
                clock = f" {at.astimezone(ZONE):%H:%M}" if at else ""
                yield source, (f"{{name}} {day.on:%m-%d} {words}{clock}", f"考勤 {day.on.isoformat()}", day.user_id)


def _patrols(whom: Assessed, users: set[UUID]) -> Iterator[tuple[str, tuple[str, str, UUID]]]:
    rows = Patrol.objects.filter(region_code=whom.region_code, at__gte=_start(whom), at__lt=_end(whom))
    rows = rows.exclude(kind=PatrolKind.GOOD).order_by("at")
    for row in rows[:_MOST]:
        own = row.user_id in users or (whom.subject == SheetSubject.WINDOW and row.window_id == whom.id)
        if own:
            words = f"{{name}} {row.at.astimezone(ZONE):%m-%d %H:%M} {PatrolKind(row.kind).label}"
            yield "patrol", (words, f"巡查 {row.id}", row.user_id or whom.id)


def _cases(whom: Assessed, users: set[UUID]) -> Iterator[tuple[str, tuple[str, str, UUID]]]:
    region, span = whom.region_code, {"at__gte": _start(whom), "at__lt": _end(whom)}
    measures = Measure.objects.filter(region_code=region, kind__in=list(_CARDS), **span).select_related("case")
    for one in measures.order_by("at")[:_MOST]:
        if {one.case.handler_id, one.case.clerk_id} & users:
            words = f"{one.at.astimezone(ZONE):%m-%d} {MeasureKind(one.kind).label} {one.case.no}"
            yield _CARDS[MeasureKind(one.kind)], (words, one.case.no, whom.id)
    calls = CallMeasure.objects.filter(region_code=region, kind__in=list(_CARDS), clerk_id__in=users, **span)
    for call in calls.order_by("at")[:_MOST]:
        words = f"{call.at.astimezone(ZONE):%m-%d} 叫号无结果 {MeasureKind(call.kind).label}"
        yield _CARDS[MeasureKind(call.kind)], (words, call.no, whom.id)
    rated = {"rated_at__gte": _start(whom), "rated_at__lt": _end(whom), "grade__lte": Grade.BAD, "clerk__in": users}
    rows = Rating.objects.filter(region_code=region, **rated).exclude(loop=Loop.SET_ASIDE).select_related("case")
    for bad in rows.order_by("rated_at")[:_MOST]:
        known = f"{bad.case.no}" if bad.loop == Loop.DONE else ""  # till then who was rated does not see by whom
        words = f"{bad.rated_at.astimezone(ZONE):%m-%d} {Grade(bad.grade).label} {known}".strip()
        yield "bad_rating", (words, known or f"评价 {bad.id}", whom.id)


def _start(whom: Assessed) -> datetime:
    return datetime.combine(whom.span[0], time(), tzinfo=ZONE)


def _end(whom: Assessed) -> datetime:
    return datetime.combine(whom.span[1] + timedelta(days=1), time(), tzinfo=ZONE)
