"""人员考勤考核: what pages and acts read of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import Directory
from yichuang.records.staffing.models import CommunityConsent, Patrol, Sheet, SheetForm, SheetSubject, StaffFile
from yichuang.rules.staff.fitness import Person
from yichuang.rules.staff.roster import Post
from yichuang.rules.staff.scoring import ItemOf


def files_of(region_code: str, users: Collection[UUID] | None = None) -> dict[UUID, StaffFile]:
    """Return the files of a centre by person. One query."""
    rows = StaffFile.objects.filter(region_code=region_code)
    rows = rows if users is None else rows.filter(user__in=users)
    return {row.user_id: row for row in rows}


def wearer_of(region_code: str, badge_no: str) -> UUID | None:
    """Return who wears the badge of that number in a centre (工号). One query, none without a number."""
    if not badge_no.strip():
        return None
    rows = StaffFile.objects.filter(region_code=region_code, badge_no=badge_no.strip())
    return rows.values_list("user", flat=True).first()


def badge_of(region_code: str, user_id: UUID | None) -> str:
    """Return the number on somebody's badge, "" where none is known. One query."""
    rows = StaffFile.objects.filter(region_code=region_code, user=user_id)
    return rows.values_list("badge_no", flat=True).first() or ""


def born_on(row: StaffFile | None) -> date | None:
    """Return the date of birth in a file: for the rule and for who may read it, not for lists."""
    return date.fromisoformat(unseal(row.birth_cipher, row.id)) if row is not None and row.birth_cipher else None


def person_of(post: Post, row: StaffFile | None) -> Person:
    """Return what a posting is judged by."""
    if row is None:
        return Person(post.starts_on, post.role, heads_section=True)  # nothing is known: nothing is held against him
    return Person(post.starts_on, post.role, born_on(row), row.work_since, row.employment, row.heads_section)


def form_of(region_code: str, subject: str, period: str, on: date) -> SheetForm | None:
    """Return the form in use on a day: the newest that is in effect."""
    rows = SheetForm.objects.filter(region_code=region_code, subject=subject, period=period, effective_on__lte=on)
    return rows.order_by("-number").first()


def items_in(form: SheetForm) -> tuple[ItemOf, ...]:
    """Return the items of a form."""
    return tuple(ItemOf(**item) for item in form.items)


def consent_of(region_code: str, user_id: UUID, year: int) -> bool | None:
    """Return what the community said of somebody for a year, None where it has not answered."""
    rows = CommunityConsent.objects.filter(region_code=region_code, user=user_id, year=year)
    return rows.values_list("agreed", flat=True).first()


def people_at(directory: Directory, region_code: str, window_id: UUID, span: tuple[date, date]) -> set[UUID]:
    """Return who had a post at a window on any day of a span."""
    return {
        post.user_id
        for post in directory.roster.posts
        if post.region_code == region_code and post.window_id == window_id and _meets(post, span)
    }


def cases_by_department(region_code: str, span: tuple[date, date]) -> dict[UUID, int]:
    """Return how many cases each department of a centre received in a span. One query."""
    rows = Case.objects.filter(region_code=region_code, received_on__gte=span[0], received_on__lte=span[1])
    return dict(rows.values("department").annotate(number=Count("id")).values_list("department", "number"))


def _meets(post: Post, span: tuple[date, date]) -> bool:
    return post.starts_on <= span[1] and (post.ends_on is None or post.ends_on >= span[0])


def patrolled(region_code: str, span: tuple[datetime, datetime]) -> dict[str, int]:
    """Return what patrols found from a moment to another, by kind. One query."""
    rows = Patrol.objects.filter(region_code=region_code, at__gte=span[0], at__lt=span[1]).order_by()
    return dict(rows.values_list("kind").annotate(number=Count("id")))


def window_totals(region_code: str, first: date, last: date) -> list[tuple[UUID, int]]:
    """Return department and points of the sheets of windows that lie in a span. One query."""
    rows = Sheet.objects.filter(region_code=region_code, subject=SheetSubject.WINDOW)
    rows = rows.filter(starts_on__gte=first, ends_on__lte=last).exclude(department=None)
    return list(rows.values_list("department", "total"))
