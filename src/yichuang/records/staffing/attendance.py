"""考勤判定: the days of people at the windows, from what they signed in, their leave and the calendar."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Min

from yichuang.law.book import book
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Absence, Centre
from yichuang.records.staffing.models import Attendance
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff.presence import Duty, Mark, Seen, mark
from yichuang.rules.staff.roster import Post

Shifts = Mapping[tuple[UUID, date], tuple[time, time]]  # hours of a window on a rest day (周末轮班)
_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days of a centre, as of which day; with the weekend roster where there is one."""

    region_code: str
    span: tuple[date, date]
    today: date
    shifts: Shifts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayOf:
    """One day of one person: what it was, when he came and left."""

    user_id: UUID
    on: date
    mark: Mark
    came: datetime | None = None
    left: datetime | None = None


def window_posts(directory: Directory, region_code: str, on: date) -> tuple[Post, ...]:
    """Return the posts at the windows of a centre on a day; B posts too."""
    posts = (post for post in directory.roster.posts if post.region_code == region_code and post.at_window)
    return placed((post for post in posts if post.holds(on)), directory)


def days_of(users: Collection[UUID], asked: Asked, directory: Directory) -> list[DayOf]:
    """Return the days of some people, oldest first; rest days and days without an own post at a window are left out.

    A rest day counts for who holds the post of a window that is in the weekend roster. Who is only B is expected
    nowhere: he keeps the post of another. Before anybody of the centre signed in for the first time no attendance is
    kept there (未启用考勤), and nobody is absent. Three queries.  Basis: S2-一, S1-四3
    """
    region_code, today, (first, last) = asked.region_code, asked.today, asked.span
    last = min(last, today)
    rows = Attendance.objects.filter(region_code=region_code, user__in=users, on__gte=first, on__lte=last)
    seen = {(row.user_id, row.on): row for row in rows}
    leaves = list(Absence.objects.filter(user__in=users, struck_on=None, starts_on__lte=last, ends_on__gte=first))
    centre = directory.centres[region_code]
    kept_since = begun_on(region_code) if first <= last else None
    found = []
    for on in _days(first, last):
        due = _due(asked, on, directory) if kept_since is not None and on >= kept_since else {}
        for user in (one for one in users if one in due or (one, on) in seen):
            duty = _duty(centre, on, due.get(user))
            row = seen.get((user, on))
            away = next((one for one in leaves if one.user_id == user and one.starts_on <= on <= one.ends_on), None)
            known = Seen(
                _hour(row.came_at) if row else None, _hour(row.left_at) if row else None, away is not None,
                away is None or away.noted_by_id != user,
            )  # fmt: skip
            came, left = (row.came_at, row.left_at) if row else (None, None)
            found.append(DayOf(user, on, mark(duty, known, today), came, left))
    return found


def begun_on(region_code: str) -> date | None:
    """Return the day on which somebody of the centre signed in for the first time, None where no attendance is kept.

    One query.  Basis: S2-一
    """
    return Attendance.objects.filter(region_code=region_code).aggregate(first=Min("on"))["first"]


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _due(asked: Asked, on: date, directory: Directory) -> dict[UUID, tuple[time, time] | None]:
    """Return who is to be there: on working days who holds an A post, on others who is in the weekend roster."""
    posts = (post for post in window_posts(directory, asked.region_code, on) if not post.is_b)
    if directory.calendar(directory.centres[asked.region_code].profile).is_working(on):
        return {post.user_id: None for post in posts}
    return {post.user_id: asked.shifts[post.window_id, on] for post in posts if (post.window_id, on) in asked.shifts}


def _duty(centre: Centre, on: date, hours: tuple[time, time] | None) -> Duty:
    if hours is not None:
        return Duty(on, True, *hours)
    closes = centre.day_end if isinstance(centre.day_end, time) else time.fromisoformat(str(centre.day_end))
    opens = book().norms(centre.profile, on).number("office_opens")
    return Duty(on, True, time(opens), closes)


def _hour(at: datetime | None) -> time | None:
    """Return the time of day, to the minute: who signs in within the first minute is on time."""
    return at.astimezone(_ZONE).time().replace(second=0, microsecond=0) if at else None
