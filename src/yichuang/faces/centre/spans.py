"""Who had a case from when to when (谁在办): the window, its applicant, each stage; read off ledger and stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from yichuang.faces.common.dates import civil
from yichuang.records.cases.history import Event
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.org.directory import Directory
from yichuang.rules.clockwork.pauses import Pause
from yichuang.rules.working_days import Calendar

_WINDOW, _APPLICANT, _ISSUE = "窗口受理", "申请人补正", "制证和送达"
# What an act begins outside the offices; "" ends it without beginning anything.
_BEGINS = {
    "case.submitted": _WINDOW,
    "case.correction_notified": _APPLICANT,
    "case.supplemented": _WINDOW,
    "case.routed": "",
    "case.decided": _ISSUE,
    "case.delivered": "",
    "case.closed": "",
    "case.withdrawn": "",
    "case.not_needed": "",
    "case.refused": "",
}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """One hand through which a case went. `used` counts working days after the day of arrival, pauses left out."""

    step: str
    place: str
    who: str
    since: datetime
    until: datetime | None
    used: int
    stopped: int = 0

    def held(self, day: date) -> bool:
        """Return whether the case was in this hand at the end of that day."""
        return civil(self.since) <= day and (self.until is None or civil(self.until) > day)


@dataclass(frozen=True, slots=True)
class Course:
    """What the spans of a case are read from."""

    case: CaseFile
    events: Sequence[Event]
    stages: Sequence[Stage]
    pauses: Sequence[Pause]
    directory: Directory
    today: date

    @property
    def calendar(self) -> Calendar:
        """Return the calendar of the case."""
        return self.directory.calendar(self.case.profile)


def spans_of(course: Course) -> list[Span]:
    """Return the hands in the order in which the case came to them."""
    return sorted([*_outside(course), *_offices(course)], key=lambda span: span.since)


def _outside(course: Course) -> Iterator[Span]:
    """Yield window and applicant, from the acts that hand the case on."""
    begun: Event | None = None
    for event in course.events:
        if event.verb not in _BEGINS:
            continue
        if begun is not None and _BEGINS[begun.verb]:
            yield _between(course, begun, event.at)
        begun = event
    if begun is not None and _BEGINS[begun.verb]:
        yield _between(course, begun, None)


def _between(course: Course, begun: Event, until: datetime | None) -> Span:
    step = _BEGINS[begun.verb]
    if step == _APPLICANT:
        return _span(course, (step, "", "申请人"), begun.at, until)
    inside = [event for event in course.events if event.at >= begun.at and (until is None or event.at <= until)]
    who = _clerks(course.directory, inside) or f"没有人办理过{_answerable(course, civil(begun.at))}"
    return _span(course, (step, _windows(course.directory, inside) or "综合窗口", who), begun.at, until)


def _clerks(directory: Directory, events: Iterable[Event]) -> str:
    """Return who acted at the window in this time."""
    names = [directory.names[event.actor_id] for event in events if event.actor_id and _window(directory, event)]
    return "、".join(dict.fromkeys(names))


def _windows(directory: Directory, events: Iterable[Event]) -> str:
    """Return the windows at which somebody acted in this time."""
    found = [directory.windows[window] for event in events if (window := _window(directory, event))]
    return "、".join(dict.fromkeys(f"{row.no} {row.name}" for row in found))


def _window(directory: Directory, event: Event) -> UUID | None:
    """Return the window at which somebody signed."""
    held = directory.postings.get(event.actor_id, ()) if event.actor_id and event.verb != "case.submitted" else ()
    return next((post.window_id for post in held if post.id == event.post_id), None)


def _answerable(course: Course, on: date) -> str:
    """Return, in brackets, who answers for the department at the window where nobody took the case up (首席代表)."""
    chiefs = (post for post in course.directory.roster.posts if post.role == "chief_representative" and post.holds(on))
    mine = (post for post in chiefs if post.department_id == course.case.department_id)
    names = "、".join(dict.fromkeys(course.directory.names[post.user_id] for post in mine))
    return f"（首席代表 {names}）" if names else ""


def _offices(course: Course) -> Iterator[Span]:
    """Yield the stages of the departments."""
    names, departments = course.directory.names, course.directory.departments
    for stage in course.stages:
        department = departments.get(stage.department_id)
        place = department.short_name if department else ""
        who = names.get(stage.assignee_id, "没有人认领" if stage.done_at is None else "—")
        yield _span(course, (str(stage.get_kind_display()), place, who), stage.opened_at, stage.done_at)


def _span(course: Course, told: tuple[str, str, str], since: datetime, until: datetime | None) -> Span:
    first, last = civil(since), max(civil(since), civil(until) if until else course.today)
    stopped = sum(_stopped(course.calendar, pause, first, last) for pause in course.pauses)
    return Span(*told, since, until, course.calendar.between(first, last) - stopped, stopped)


def _stopped(calendar: Calendar, pause: Pause, first: date, last: date) -> int:
    """Return the working days after `first` up to `last` that lie in a pause."""
    before, end = max(pause.first - _A_DAY, first), min(pause.last or last, last)
    return calendar.between(before, end) if end > before else 0
