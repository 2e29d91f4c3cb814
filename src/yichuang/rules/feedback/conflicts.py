"""Who stays out of a complaint (投诉回避): the one complained of, his window, whoever acts in his stead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from ..officers import Grant, Officer
from ..verdict import ALLOWED, Verdict, refuse

_CENTRE = frozenset({"centre_manager", "supervisor", "auditor"})


class Accused(NamedTuple):
    """Whom a complaint is about (被投诉对象): a person, found out or only named; a window. Nobody for the rest."""

    person: UUID | None = None
    window: UUID | None = None
    named: str = ""

    @property
    def unknown(self) -> bool:
        """Say whether a person was named whom nobody has found out yet."""
        return bool(self.named) and self.person is None


def may_work_on(officer: Officer, accused: Accused) -> Verdict:
    """Say whether somebody may work on a complaint: never the one complained of, nor who sits at that window (回避).

    Basis: YSHJ-49
    """
    if officer.user_id is not None and officer.user_id == accused.person:
        return refuse("complained_of", "YSHJ-49")
    if accused.window is not None and accused.window in _windows(officer):
        return refuse("complained_of_window", "YSHJ-49")
    return ALLOWED


def sees_complaint(officer: Officer, region_code: str, accused: Accused) -> bool:
    """Say whether somebody may read a complaint: not the one complained of, nor his window.

    Until the person who was named is found out, only the centre reads it, and nobody of that name.

    Basis: YSHJ-49
    """
    if not may_work_on(officer, accused).allowed:
        return False
    if not accused.unknown:
        return True
    return is_of_centre(officer, region_code) and not (officer.name and officer.name in accused.named)


def is_of_centre(officer: Officer, region_code: str) -> bool:
    """Say whether somebody manages or watches the centre (中心管理和监察人员).  Basis: YSHJ-49"""
    return officer.grant(_CENTRE, region_code=region_code) is not None


def without_deputies(grants: Iterable[Grant], accused: Accused) -> list[Grant]:
    """Return the posts that are not held in the stead of the one complained of (代其行使的岗位).  Basis: YSHJ-49"""
    return [grant for grant in grants if grant.acting_for is None or grant.acting_for != accused.person]


def found_out(told: str, window: UUID | None, staff: Iterable[tuple[UUID, str, Collection[UUID]]]) -> UUID | None:
    """Return the one member of the staff (id, name, windows) of that name; None where there are several or none.

    A window that was told narrows it down where somebody of that name sits there.

    Basis: YSHJ-49
    """
    named = [(user, windows) for user, name, windows in staff if name and name == told.strip()]
    there = [user for user, windows in named if window in windows] if window else []
    found = {*there} or {user for user, _ in named}
    return found.pop() if len(found) == 1 else None


def _windows(officer: Officer) -> set[UUID]:
    return {grant.window_id for grant in officer.grants if grant.window_id}
