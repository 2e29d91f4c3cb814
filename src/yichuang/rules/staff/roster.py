"""The roster (岗位名册): posts, absences and delegations as rows; what somebody may act as on a day follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yichuang.rules.officers import Grant

_AT_WINDOW = frozenset({"window_clerk", "chief_representative"})


@dataclass(frozen=True, slots=True)
class Post:
    """One posting (任岗); a B post (B岗) sleeps while an A of its seat is there."""

    id: UUID
    user_id: UUID
    role: str
    region_code: str
    department_id: UUID | None
    window_id: UUID | None
    starts_on: date
    ends_on: date | None = None
    is_b: bool = False
    awaits_consent: bool = False  # replaces somebody at the window and the centre has not agreed

    @property
    def seat(self) -> tuple[object, ...]:
        """Return the seat: the same role at the same department, or at the same window where there is none."""
        place = (self.department_id, None) if self.department_id else (None, self.window_id)
        return (self.role, self.region_code, *place)

    @property
    def at_window(self) -> bool:
        """Say whether it is a post of the window, whose staff the centre has a say in."""
        return self.role in _AT_WINDOW

    def holds(self, on: date) -> bool:
        """Say whether the posting is in force on that day."""
        return not self.awaits_consent and self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Leave:
    """One absence (请假), first and last day included; who stands in, and whether the centre agreed to him."""

    user_id: UUID
    starts_on: date
    ends_on: date
    stand_in: UUID | None = None
    consented: bool = False

    def covers(self, on: date) -> bool:
        """Say whether the person is away on that day."""
        return self.starts_on <= on <= self.ends_on


@dataclass(frozen=True, slots=True)
class Delegated:
    """One delegation (授权代办): some acts, of some items or all, for a span, on a written basis."""

    giver: UUID
    taker: UUID
    verbs: frozenset[str]
    items: frozenset[UUID]
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Roster:
    """All rows of a roster."""

    posts: tuple[Post, ...] = ()
    leaves: tuple[Leave, ...] = ()
    delegations: tuple[Delegated, ...] = ()
    _days: dict[date, dict[UUID, tuple[Grant, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def grants(self, user_id: UUID, on: date) -> tuple[Grant, ...]:
        """Return what somebody may act as on that day: own posts first, then those of others he stands in for."""
        if on not in self._days:
            self._days[on] = _grants(self, on)
        return self._days[on].get(user_id, ())

    def away(self, user_id: UUID, on: date) -> bool:
        """Say whether somebody is away on that day."""
        return self.away_until(user_id, on) is not None

    def away_until(self, user_id: UUID, on: date) -> date | None:
        """Return the last day of the absence somebody is in on that day, None while he is there."""
        days = (leave.ends_on for leave in self.leaves if leave.user_id == user_id and leave.covers(on))
        return max(days, default=None)


def _grants(roster: Roster, on: date) -> dict[UUID, tuple[Grant, ...]]:
    found: dict[UUID, list[Grant]] = {}
    for post in roster.posts:
        if post.holds(on) and not post.is_b:
            found.setdefault(post.user_id, []).append(_grant(post))
    for user_id, post, for_whom in _standing_in(roster, on):
        found.setdefault(user_id, []).append(_grant(post, for_whom))
    for given in roster.delegations:
        if given.starts_on <= on <= given.ends_on:
            mine = (post for post in roster.posts if post.user_id == given.giver and post.holds(on) and not post.is_b)
            found.setdefault(given.taker, []).extend(
                _grant(post, given.giver, given.verbs, given.items) for post in mine
            )
    return {user_id: tuple(grants) for user_id, grants in found.items()}


def _standing_in(roster: Roster, on: date) -> Iterator[tuple[UUID, Post, UUID | None]]:
    """Yield who stands in on that day, at which post, and for whom (None: the post is vacant)."""
    held = [post for post in roster.posts if post.holds(on)]
    taken = {post.seat for post in held if not post.is_b}
    for post in held:
        if not post.is_b:
            yield from ((user_id, post, post.user_id) for user_id in stand_ins(roster, post, on))
        elif post.seat not in taken:
            yield post.user_id, post, None


def stand_ins(roster: Roster, post: Post, on: date) -> tuple[UUID, ...]:
    """Return who takes over a post on a day on which its holder is away (自动顶岗); nobody while he is there.

    Who was named for the absence comes first; where nobody was, or he is away himself, the B posts of the seat do.
    At the window somebody who is not B stands in only with the centre's consent.
    Basis: S1-四2
    """
    leaves = [leave for leave in roster.leaves if leave.user_id == post.user_id and leave.covers(on)]
    if not leaves:
        return ()
    reserve = tuple(
        other.user_id
        for other in roster.posts
        if other.is_b and other.seat == post.seat and other.holds(on) and not roster.away(other.user_id, on)
    )
    named = [leave.stand_in for leave in leaves if leave.stand_in and not roster.away(leave.stand_in, on)]
    agreed = {leave.stand_in for leave in leaves if leave.consented}
    good = tuple(n for n in named if not post.at_window or n in agreed or n in reserve)
    return tuple(dict.fromkeys(good)) or reserve


def _grant(
    post: Post,
    acting_for: UUID | None = None,
    verbs: frozenset[str] = frozenset(),
    items: frozenset[UUID] = frozenset(),
) -> Grant:
    return Grant(post.id, post.role, post.region_code, post.department_id, post.window_id, acting_for, verbs, items)
