"""The house (进驻情况): each department with its windows, its people and its items, for one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role, Window
from yichuang.records.staffing.access import residencies
from yichuang.records.staffing.models import Attendance, Residency
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff.roster import Post


@dataclass(frozen=True, slots=True)
class Room:
    """What one department has in the house: since when, windows of its own and shared ones, who, how many items."""

    department: UUID
    name: str
    slug: str
    residency: Residency | None
    windows: tuple[str, ...]
    shared: int
    chiefs: tuple[str, ...]
    at_window: tuple[str, ...]
    seconds: tuple[str, ...]
    behind: int
    items: int


def house(region_code: str, here: Directory, today: date) -> list[Room]:
    """Return the departments of a centre by name. Four queries, whatever their number."""
    centre = here.centres[region_code]
    units, items = residencies(region_code), _items(region_code)
    windows, posts = _windows(here), _posts(region_code, here, today)
    mine = (row for row in here.departments.values() if row.centre_id == centre.id)
    return [
        Room(
            row.id, row.short_name or row.name, row.slug, units.get(row.id), *_at(windows, row.id, here),
            *_people(posts.get(row.id, []), here), items[row.id],
        )
        for row in sorted(mine, key=lambda row: row.short_name or row.name)
    ]  # fmt: skip


def came_on(region_code: str, on: date) -> int:
    """Return how many people of a centre came on a day (签到人数). One query."""
    return Attendance.objects.filter(region_code=region_code, on=on, came_at__isnull=False).count()


def at_windows(region_code: str, here: Directory, today: date) -> int:
    """Return how many people hold a post at a window of a centre today, at comprehensive ones too. No query."""
    posts = (post for post in here.roster.posts if post.region_code == region_code and post.at_window)
    return len({post.user_id for post in posts if post.holds(today)})


def _items(region_code: str) -> Counter[UUID]:
    rows = Item.objects.filter(region_code=region_code, status=ItemStatus.OPEN).order_by()
    return Counter(dict(rows.values_list("department").annotate(number=Count("id"))))


def _windows(here: Directory) -> dict[UUID, set[UUID]]:
    """Return for which departments each window takes in."""
    found: dict[UUID, set[UUID]] = {}
    for department, window in Window.departments.through.objects.values_list("department_id", "window_id"):
        if window in here.windows:
            found.setdefault(window, set()).add(department)
    return found


def _at(windows: dict[UUID, set[UUID]], department: UUID, here: Directory) -> tuple[tuple[str, ...], int]:
    """Return the numbers of the windows of a department alone, and how many it shares with others (综合窗口)."""
    mine = [window for window, served in windows.items() if department in served]
    own = sorted(here.windows[window].no for window in mine if len(windows[window]) == 1)
    return tuple(own), len(mine) - len(own)


def _posts(region_code: str, here: Directory, today: date) -> dict[UUID, list[Post]]:
    found: dict[UUID, list[Post]] = {}
    held = (post for post in here.roster.posts if post.region_code == region_code and post.holds(today))
    for post in placed(held, here):
        if post.department_id is not None:
            found.setdefault(post.department_id, []).append(post)
    return found


def _people(posts: list[Post], here: Directory) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], int]:
    """Return chief representatives, who sits at a window, who takes over (B岗), and how many are behind it."""
    chief = Role.CHIEF_REPRESENTATIVE

    def named(some: list[Post]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(here.names.get(post.user_id, "") for post in some))

    front = [post for post in posts if post.at_window]
    behind = {post.user_id for post in posts if not post.at_window}
    return (
        named([post for post in front if post.role == chief and not post.is_b]),
        named([post for post in front if post.role != chief and not post.is_b]),
        named([post for post in posts if post.is_b]),
        len(behind),
    )
