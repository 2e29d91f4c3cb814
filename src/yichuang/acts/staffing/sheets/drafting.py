"""The draft of a sheet (考核表草稿): the form in use, the evidence, the points; the same for the page and the act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.sheets.evidence import Assessed, evidence_of
from yichuang.records.org.directory import Directory
from yichuang.records.staffing.attendance import window_posts
from yichuang.records.staffing.models import SheetForm, SheetSubject
from yichuang.records.staffing.placing import placed, sent_by
from yichuang.records.staffing.queries import form_of, items_in
from yichuang.rules.staff import scoring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheet: of whom, which period, and any day of it."""

    region_code: str
    subject: str
    subject_id: UUID
    period: str
    on: date


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet before it is signed."""

    form: SheetForm
    span: tuple[date, date]
    lines: tuple[scoring.Line, ...]
    department_id: UUID | None

    @property
    def total(self) -> int:
        """Return the points."""
        return sum(line.score for line in self.lines)


def draft_of(wanted: Wanted, manual: Mapping[str, int], directory: Directory, today: date) -> Draft:
    """Return the draft.  Raises: NotInRoster, Refused (no such period, no form).  Basis: S1-四2"""
    if wanted.period not in ("month", "quarter", "year"):
        raise Refused("period_not_used", "S1-四2")
    span = scoring.span_of(wanted.period, wanted.on)
    department = _department(wanted, span, directory)
    form = form_of(wanted.region_code, wanted.subject, wanted.period, span[1])
    if form is None:
        raise Refused("no_form", "S1-四2")
    evidence = evidence_of(Assessed(wanted.region_code, wanted.subject, wanted.subject_id, span), directory, today)
    return Draft(form, span, scoring.reckon(items_in(form), evidence, manual), department)


def lines_told(lines: tuple[scoring.Line, ...]) -> list[dict[str, Any]]:
    """Return lines as a sheet keeps them."""
    return [asdict(line) | {"told": [list(pair) for pair in line.told]} for line in lines]


def _department(wanted: Wanted, span: tuple[date, date], directory: Directory) -> UUID | None:
    """Return the department that answers for a window or person: at a comprehensive window, who sent its people.

    Raises: NotInRoster.
    """
    if wanted.subject == SheetSubject.WINDOW:
        window = directory.windows.get(wanted.subject_id)
        if window is None or window.centre_id != directory.centres[wanted.region_code].pk:
            raise NotInRoster(str(wanted.subject_id))
        posts = [one for one in placed(directory.roster.posts, directory) if one.window_id == wanted.subject_id]
    else:
        own = (one for one in directory.roster.posts if one.user_id == wanted.subject_id and one.at_window)
        posts = list(placed(own, directory))
        posts = [one for one in posts if one.region_code == wanted.region_code]
        if not posts and not window_posts_of(wanted, span, directory):
            raise NotInRoster(str(wanted.subject_id))
    own_post = next((post.department_id for post in posts if post.department_id), None)
    return own_post or sent_by(_people(wanted, span, directory), wanted.region_code, directory)


def _people(wanted: Wanted, span: tuple[date, date], directory: Directory) -> set[UUID]:
    """Return whose sheet it is: the person, or all who sat at the window on the last day of the span."""
    if wanted.subject != SheetSubject.WINDOW:
        return {wanted.subject_id}
    posts = window_posts(directory, wanted.region_code, span[1])
    return {post.user_id for post in posts if post.window_id == wanted.subject_id}


def window_posts_of(wanted: Wanted, span: tuple[date, date], directory: Directory) -> bool:
    """Say whether somebody stood at a window on the last day of the span."""
    return any(post.user_id == wanted.subject_id for post in window_posts(directory, wanted.region_code, span[1]))
