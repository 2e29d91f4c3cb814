"""Who plays: a life at any department's item, by an applicant of its own, who comes to the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from yichuang.acts.context import Context
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department

L = TypeVar("L", bound=Life)


def department_of(place: Directory, slug: str) -> Department:
    """Return a department by its short name. Raises StopIteration."""
    return next(one for one in place.departments.values() if one.slug == slug)


def acting(life: Life, slug: str, role: str, ago: int) -> Context:
    """Return the circumstances of an act by whoever holds the role at a department."""
    life.steps += 1
    at, department = life.days.at(ago, life.steps), department_of(life.place, slug).id
    for user_id, posts in life.place.postings.items():
        if any(post.role == role and post.department_id == department for post in posts):
            return Context(life.place.officer(user_id, at.date()), at, life.place, new_id().hex)
    raise LookupError(f"{role} at {slug}")


@dataclass
class Cast:
    """Hands out lives, counts them, and spreads them over the day."""

    now: datetime
    place: Directory
    count: int = 0

    def life(self, kind: type[L], slug: str, number: int, name: str = "") -> L:
        """Return a case of a department's item; `name` is its beginning, "" the first with a promised time."""
        version = self._version(slug, name)
        self.count += 1
        days = Days(self.now, self.place.calendar(self.place.profile(version.item.department_id)), self.count + 50)
        person = company(number) if version.item.for_organisation else citizen(number)
        return kind(version, person, days, self.place, answers(version, person, days.today))

    def ago(self, days: int) -> int:
        """Return how many working days ago so many days are."""
        calendar, today = self.place.calendar("cn"), self.now.date()
        return calendar.between(today - timedelta(days=days), today)

    def _version(self, slug: str, name: str) -> ItemVersion:
        rows = Item.objects.filter(department=department_of(self.place, slug).id, status=ItemStatus.OPEN)
        items = rows.filter(name__startswith=name).order_by("code")
        found = (version_of(item.versions.order_by("-number").values_list("id", flat=True)[0]) for item in items)
        return next(one for one in found if name or one.kind == CaseKind.PROMISED)
