"""The organisation as it stands, in process memory; thrown away when the facts version moves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any
from uuid import UUID

from django.db.models import Q

from yichuang.law.book import book
from yichuang.records.org.models import (
    Absence,
    Centre,
    Delegation,
    Department,
    FactsVersion,
    HolidayNotice,
    Posting,
    User,
    Window,
)
from yichuang.records.org.rostering import Powers, Units, powers, roster_of, units
from yichuang.rules.officers import ANONYMOUS, Officer
from yichuang.rules.staff.roster import Roster
from yichuang.rules.working_days import Calendar, YearNotice


@dataclass(frozen=True)
class Directory:
    """Everything about the organisation that an act needs, as of one facts version."""

    version: int
    centres: dict[str, Centre]
    prefixes: dict[str, str]
    departments: dict[UUID, Department]
    windows: dict[UUID, Window]
    postings: dict[UUID, tuple[Posting, ...]]
    names: dict[UUID, str]
    notices: tuple[HolidayNotice, ...]
    roster: Roster
    granted: Powers
    units: Units
    memory: dict[Any, Any] = field(default_factory=dict)

    def region_of(self, case_no: str) -> str:
        """Return the region of a case number by its prefix, or ""."""
        return self.prefixes.get(case_no.split("-", 1)[0].upper(), "")

    def profile(self, department_id: UUID) -> str:
        """Return the norms profile of a department."""
        department = self.departments[department_id]
        return department.profile or department.centre.profile

    def calendar(self, profile: str) -> Calendar:
        """Return the calendar of a profile with the imported notices merged in."""
        key = ("calendar", profile)
        if key not in self.memory:
            mine = [notice for notice in self.notices if profile.startswith(notice.profile)]
            extra = [_year_notice(row) for row in mine]
            self.memory[key] = book().calendar_with(extra, profile) if extra else book().calendar(profile)
        return self.memory[key]

    def officer(self, user_id: UUID | None, on: date) -> Officer:
        """Return the officer that a user is on that day."""
        if user_id is None:
            return ANONYMOUS
        key = ("officer", user_id, on)
        if key not in self.memory:
            grants = self.roster.grants(user_id, on)
            former, until = self._former(user_id, on), self.roster.away_until(user_id, on)
            self.memory[key] = Officer(user_id, self.names.get(user_id, ""), grants, former=former, away_until=until)
        return self.memory[key]

    def powers(self, department_id: UUID, on: date) -> frozenset[str]:
        """Return the powers that a department has granted its window on that day (窗口授权)."""
        rows = self.granted.get(department_id, ())
        return frozenset(power for power, since, until in rows if since <= on and (until is None or on <= until))

    def _former(self, user_id: UUID, on: date) -> frozenset[str]:
        """Return the organisations that named somebody once and do not on that day."""
        mine = ((uscc, row[3]) for uscc, rows in self.units.items() for row in rows if row[0] == user_id)
        return frozenset(uscc for uscc, until in mine if until is not None and until < on)

    def authorised(self, uscc: str, on: date) -> frozenset[UUID] | None:
        """Return who may apply for an organisation on that day, None where it named nobody (单位办事人员)."""
        rows = self.units.get(uscc)
        if rows is None:
            return None
        held = (row for row in rows if row[2] <= on and (row[3] is None or on <= row[3]))
        return frozenset(user for user, scope, *_ in held if "submit" in scope)

    def department_at(self, address: str) -> Department | None:
        """Return the department of an address like "990101/water": region and short name; None where there is none."""
        region, _, slug = address.partition("/")
        rows = self.departments.values()
        return next((row for row in rows if row.slug == slug and row.centre.region.code == region), None)

    @property
    def centres_by_id(self) -> dict[UUID, Centre]:
        """Return the centres by id."""
        return self.memory.setdefault("centres", {centre.id: centre for centre in self.centres.values()})


def _year_notice(row: HolidayNotice) -> YearNotice:
    def dates(days: dict[str, str]) -> dict[date, str]:
        return {date.fromisoformat(on): words for on, words in days.items()}

    return YearNotice(row.year, dates(row.off), dates(row.on), row.number)


def _load(version: int) -> Directory:
    centres = {centre.region.code: centre for centre in Centre.objects.select_related("region").order_by("id")}
    regions = {centre.id: code for code, centre in centres.items()}
    postings: dict[UUID, list[Posting]] = {}
    for posting in Posting.objects.all():
        postings.setdefault(posting.user_id, []).append(posting)
    return Directory(
        version=version,
        centres=centres,
        prefixes={centre.prefix: code for code, centre in centres.items()},
        departments={row.id: row for row in Department.objects.select_related("centre__region")},
        windows={row.id: row for row in Window.objects.all()},
        postings={user: tuple(rows) for user, rows in postings.items()},
        names=dict(User.objects.filter(_staff(postings)).values_list("id", "display_name")),
        roster=roster_of((row for rows in postings.values() for row in rows), regions),
        granted=powers(),
        units=units(),
        notices=tuple(HolidayNotice.objects.order_by("year")),
    )


def _staff(postings: dict[UUID, list[Posting]]) -> Q:
    """Return who is staff: whoever has or had a post, or stands in for somebody who has."""
    stands_in = Absence.objects.exclude(stand_in=None).values("stand_in")
    return Q(id__in=postings) | Q(id__in=stands_in) | Q(id__in=Delegation.objects.values("taker"))


@lru_cache(maxsize=2)
def _cached(version: int) -> Directory:
    return _load(version)


_lock = Lock()
_known: list[int] = []


def directory(*, fresh: bool = True) -> Directory:
    """Return the directory. `fresh` asks the database for the version (one query); else the guard will tell.

    After a change of the organisation each process reads it anew, once: ten queries that no page asks for itself.
    """
    return _cached(facts_version(fresh=fresh))


def facts_version(*, fresh: bool = False) -> int:
    """Return the facts version that this process goes by; asks the database (one query) when fresh, or never asked."""
    known = [] if fresh else [*_known]
    if not known:
        row = FactsVersion.objects.filter(pk=1).values_list("version", flat=True).first()
        known = [row or 0]
        with _lock:
            _known[:] = known
    return known[0]


def forget() -> None:
    """Drop what is remembered (tests, and after a guard found the version moved)."""
    with _lock:
        _known.clear()
    _cached.cache_clear()
