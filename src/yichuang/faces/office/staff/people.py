"""Who works where (人员): staff on a day, with posts, leave, stand-ins and open work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.cases.held import held_by
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role
from yichuang.rules.staff.gaps import gaps, without_b
from yichuang.rules.staff.roster import Post, stand_ins

_ROLES = dict(Role.choices)


@dataclass(frozen=True, slots=True)
class Person:
    """One person: posts in words, state of the day, who stands in, how many cases he holds."""

    id: UUID
    name: str
    place: str
    posts: str
    left_on: date | None
    away_until: date | None
    keepers: str
    lacks_b: bool
    unkept: bool
    holds: int


@dataclass(frozen=True, slots=True)
class _Day:
    directory: Directory
    on: date
    empty: frozenset[tuple[object, ...]]
    alone: frozenset[UUID]
    holds: Mapping[UUID, int]


def colleagues(directory: Directory, departments: Collection[UUID], on: date) -> list[tuple[UUID, str]]:
    """Return who holds an own post in the departments on that day and is there: id, and name with posts."""
    held = [post for post in directory.roster.posts if post.department_id in departments and post.holds(on)]
    return named([post for post in held if not directory.roster.away(post.user_id, on)], directory)


def named(posts: Collection[Post], directory: Directory) -> list[tuple[UUID, str]]:
    """Return people by name, with their posts in brackets."""
    found: dict[UUID, list[str]] = {}
    for post in posts:
        found.setdefault(post.user_id, []).append(role_words(post))
    people = ((user, f"{directory.names[user]}（{'、'.join(dict.fromkeys(words))}）") for user, words in found.items())
    return sorted(people, key=lambda pair: pair[1])


def staff_of(directory: Directory, posts: Collection[Post], regions: Collection[str], on: date) -> list[Person]:
    """Return the people of some posts, those with something amiss first. One query for each region."""
    by_user: dict[UUID, list[Post]] = {}
    for post in posts:
        if post.starts_on <= on:
            by_user.setdefault(post.user_id, []).append(post)
    day = _Day(
        directory, on, frozenset(gap.post.seat for gap in gaps(directory.roster, on)),
        frozenset(post.id for post in without_b(directory.roster, on)), held_by(by_user, regions),
    )  # fmt: skip
    people = [_person(held, day) for held in by_user.values()]
    shown = [one for one in people if one.left_on is None or one.holds]
    return sorted(shown, key=lambda p: (p.left_on is None, not p.unkept, p.away_until is None, p.place, p.name))


def role_words(post: Post) -> str:
    """Return 审查人, or 审查人B岗."""
    return f"{_ROLES[post.role]}{'（B岗）' if post.is_b else ''}"


def place_words(post: Post, directory: Directory) -> str:
    """Return the department, or the window."""
    department = directory.departments.get(post.department_id) if post.department_id else None
    window = directory.windows.get(post.window_id) if post.window_id else None
    return department.short_name if department else f"{window.no} 窗口" if window else "中心"


def _person(posts: list[Post], day: _Day) -> Person:
    roster, user, held = day.directory.roster, posts[0].user_id, [post for post in posts if post.holds(day.on)]
    ends = [leave.ends_on for leave in roster.leaves if leave.user_id == user and leave.covers(day.on)]
    keepers = dict.fromkeys(keeper for post in held for keeper in stand_ins(roster, post, day.on))
    shown = held or posts
    return Person(
        id=user,
        name=day.directory.names.get(user, ""),
        place="、".join(dict.fromkeys(place_words(post, day.directory) for post in shown)),
        posts="、".join(dict.fromkeys(role_words(post) for post in shown)),
        left_on=None if held else max((post.ends_on for post in posts if post.ends_on), default=None),
        away_until=max(ends, default=None),
        keepers="、".join(day.directory.names.get(keeper, "") for keeper in keepers),
        lacks_b=any(post.id in day.alone for post in held),
        unkept=any(post.seat in day.empty for post in held),
        holds=day.holds.get(user, 0),
    )
