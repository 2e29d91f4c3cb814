"""The frame of the acts of a centre's staff book (人员簿): one chain for a region; what is written, the act says.

@staff_act(verb="staff.patrolled")
def patrol(wish, ctx) -> Entered: …          called as  patrol(wish, ctx) -> Filed
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Protocol, TypeVar

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing, Row
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.law.book import book
from yichuang.rules import permissions
from yichuang.rules.norms import Norms
from yichuang.rules.officers import Officer
from yichuang.rules.verdict import ALLOWED, Refused, Verdict, refuse

# What somebody on leave does for himself (请假的人自己的事).
_OF_ONESELF = frozenset({"staff.leave_asked", "staff.leave_withdrawn", "staff.sheet_appealed"})


@dataclass(frozen=True, slots=True)
class Entered:
    """What an act of the book puts on record; `roster`: it changes who may act, and everybody must know."""

    add: tuple[Row, ...] = ()
    change: tuple[Change, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    answer: Mapping[str, Any] = field(default_factory=dict)
    roster: bool = False


class HasRegion(Protocol):
    """A wish names the region whose book it is about."""

    @property
    def region_code(self) -> str: ...


Wish = TypeVar("Wish", bound=HasRegion)
Act = Callable[[Wish, Context], Entered]


def staff_act(*, verb: str) -> Callable[[Act[Wish]], Callable[[Wish, Context], Filed]]:
    """Make an act of a function: the right of the post, the function's own judgement, one filing.

    `judged` of the act is the same without filing: pages ask it whether the act would be done.
    """

    def decorate(act: Act[Wish]) -> Callable[[Wish, Context], Filed]:
        @wraps(act)
        def done(wish: Wish, ctx: Context) -> Filed:
            first = repeated(wish.region_code, ctx)
            if first is not None:
                return first
            entered = judged(wish, ctx)
            filing = Filing(
                verb=verb, set={}, add=entered.add, change=entered.change, facts=entered.facts, answer=entered.answer,
                **under(wish.region_code, ctx),
            )  # fmt: skip
            if not entered.roster:
                return file(filing, ctx)
            with known_to_all():
                return file(filing, ctx)

        def judged(wish: Wish, ctx: Context) -> Entered:
            if wish.region_code not in ctx.directory.centres:
                raise NotInRoster(wish.region_code)
            officer = ctx.officer.acting(verb)  # a delegation of other acts is none for this one
            _held(verb, officer, wish.region_code).raise_if_refused()
            return act(wish, replace(ctx, officer=officer))

        done.verb = verb  # type: ignore[attr-defined]
        done.judged = judged  # type: ignore[attr-defined]
        return done

    return decorate


def _held(verb: str, officer: Officer, region_code: str) -> Verdict:
    """Say whether the officer has a post for the act there, and is at work.  Basis: S1-四2"""
    if officer.grant(permissions.RIGHTS[verb].roles, region_code=region_code) is None:
        return refuse("not_yours", "XKF-23", verb=verb)
    return ALLOWED if verb in _OF_ONESELF else permissions.at_work(officer)


def norms_here(region_code: str, ctx: Context) -> Norms:
    """Return the norms of the centre on the day of the act."""
    return book().norms(ctx.directory.centres[region_code].profile, ctx.today)


def words_of(text: str, most: int, missing: Refused) -> str:
    """Return what was written, within its length.  Raises: `missing` where nothing was.  Basis: S1-四2"""
    written = text.strip()[:most]
    if not written:
        raise missing
    return written
