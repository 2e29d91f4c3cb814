"""Where nobody would be there (空岗): seats without anybody on a day, and seats of one person without a B (AB岗)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yichuang.rules.staff.roster import Post, Roster, stand_ins

_HANDLING = frozenset({"reviewer", "verifier"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A seat with nobody in it on a day; `post` is one of those that are not kept."""

    post: Post
    on: date


def gaps(roster: Roster, on: date) -> tuple[Gap, ...]:
    """Return the seats that have a holder on that day but nobody there: no A, no stand-in, no B.

    Basis: S1-四2
    """
    seats: dict[tuple[object, ...], Post] = {}
    kept = set()
    for post in (post for post in roster.posts if post.holds(on)):
        seats.setdefault(post.seat, post)
        if _kept(post, roster, on):
            kept.add(post.seat)
    return tuple(Gap(post, on) for seat, post in seats.items() if seat not in kept)


def _kept(post: Post, roster: Roster, on: date) -> bool:
    if not post.is_b:
        return not roster.away(post.user_id, on) or bool(stand_ins(roster, post, on))
    held = [other for other in roster.posts if other.seat == post.seat and other.holds(on) and not other.is_b]
    return not held and not roster.away(post.user_id, on)


def without_b(roster: Roster, on: date) -> Iterator[Post]:
    """Yield the posts at the window and of handling that one person alone holds, without a B person (未设B岗).

    Leaders and the centre's own posts have a deputy or a delegation, no B person.

    Basis: S1-三7, S1-四1
    """
    held = [post for post in roster.posts if post.holds(on)]
    for post in held:
        others = [other for other in held if other.seat == post.seat and other.user_id != post.user_id]
        if not post.is_b and not others and (post.at_window or post.role in _HANDLING):
            yield post
