"""Rows of the organisation become the roster that rules read (岗位名册); granted powers by department."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from yichuang.records.org.models import Absence, AuthorisedPerson, Delegation, Posting, WindowGrant
from yichuang.rules.staff.roster import Delegated, Leave, Post, Roster

Units = dict[str, list[tuple[UUID, frozenset[str], date, date | None]]]
Powers = dict[UUID, list[tuple[str, date, date | None]]]


def roster_of(postings: Iterable[Posting], regions: Mapping[UUID, str]) -> Roster:
    """Return the roster. Two queries: absences and delegations."""
    return Roster(
        tuple(_post(row, regions[row.centre_id]) for row in postings),
        tuple(
            Leave(row.user_id, row.starts_on, row.ends_on, row.stand_in_id, row.consented_by_id is not None)
            for row in Absence.objects.filter(struck_on=None).order_by("starts_on", "id")
        ),
        tuple(
            Delegated(
                row.giver_id, row.taker_id, frozenset(row.verbs), frozenset(UUID(item) for item in row.items),
                row.starts_on, row.ends_on,
            )
            for row in Delegation.objects.filter(struck_on=None).order_by("starts_on", "id")
        ),
    )  # fmt: skip


def powers() -> Powers:
    """Return what departments granted their windows, with dates. One query."""
    found: Powers = {}
    for row in WindowGrant.objects.all():
        found.setdefault(row.department_id, []).append((row.power, row.starts_on, row.ends_on))
    return found


def units() -> Units:
    """Return whom organisations named to apply for them, by credit code. One query."""
    found: Units = {}
    for row in AuthorisedPerson.objects.all():
        found.setdefault(row.uscc, []).append((row.user_id, frozenset(row.scope), row.starts_on, row.ends_on))
    return found


def _post(row: Posting, region_code: str) -> Post:
    waits = row.replaces_id is not None and row.consented_on is None
    return Post(
        row.id, row.user_id, row.role, region_code, row.department_id, row.window_id, row.starts_on, row.ends_on,
        row.is_b, waits,
    )  # fmt: skip
