"""Who settles an appeal against a card, and by which day (复核由谁办): told to both sides while it waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.law.book import book
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role
from yichuang.rules.moves.supervision import RIGHTS
from yichuang.rules.periods import day_of, end_of


@dataclass(frozen=True, slots=True)
class Settling:
    """The offices and names of those who may settle, and the last day; `late` when that day has passed."""

    who: tuple[tuple[str, str], ...]
    by: date
    late: bool


def settling(measures: Sequence[Any], profile: str, directory: Directory, today: date) -> Settling | None:
    """Return who settles the open appeal among the measures on an alert; None where nobody appealed.

    Neither who issued the card nor who appealed settles.  Basis: S0b-24.3
    """
    appeal = next((row for row in measures if row.kind == "appeal" and row.answered_at is None), None)
    if appeal is None:
        return None
    barred = {appeal.officer_id, *(row.officer_id for row in measures if row.id == appeal.answers_id)}
    term, on = book().norms(profile, day_of(appeal.at)).term("appeal_settling_limit"), day_of(appeal.at)
    by = end_of(on, term, directory.calendar(profile))
    who = dict.fromkeys(_settlers(directory, appeal.region_code, barred, today))
    return Settling(tuple(who), by, today > by)


def _settlers(directory: Directory, region_code: str, barred: set[UUID | None], on: date) -> Iterator[tuple[str, str]]:
    """Yield the office and name of whoever may settle today, supervisors first."""
    roles = RIGHTS["case.appeal_settled"].roles
    held = (post for post in directory.roster.posts if post.region_code == region_code and post.holds(on))
    fit = (post for post in held if post.role in roles and post.user_id not in barred)
    for post in sorted(fit, key=lambda post: (post.role != Role.SUPERVISOR, directory.names.get(post.user_id, ""))):
        yield str(Role(post.role).label), directory.names.get(post.user_id, "")
