"""Reads of ratings and invitations, each naming its region."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.feedback.models import Invitation, Loop, Rating, RatingStep
from yichuang.records.ledger.models import Entry, Subject

OVER = (Loop.DONE, Loop.SET_ASIDE)


def is_rated(region_code: str, case_id: UUID) -> bool:
    """Say whether the case has its rating."""
    return Rating.objects.filter(region_code=region_code, case_id=case_id).exists()


def rating_of(region_code: str, case_id: UUID) -> Rating | None:
    """Return the rating of a case, if there is one."""
    return Rating.objects.filter(region_code=region_code, case_id=case_id).first()


def steps_of(region_code: str, case_id: UUID) -> list[RatingStep]:
    """Return what was done about the rating of a case, oldest first."""
    return list(RatingStep.objects.filter(region_code=region_code, case_id=case_id).order_by("at", "id"))


def answers_to(rating: Rating | None) -> list[RatingStep]:
    """Return what the applicant was told about a bad rating; asks nothing where there is none."""
    if rating is None or not rating.loop:
        return []
    return [step for step in steps_of(rating.region_code, rating.case_id) if step.kind == "answered"]


def signers_of(region_code: str, case_id: UUID) -> list[tuple[UUID, UUID]]:
    """Return who acted on a case under which post, latest first."""
    rows = Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id=case_id)
    rows = rows.exclude(post_id=None).exclude(actor_id=None).order_by("-seq")
    return list(rows.exclude(verb__startswith="case.rat").values_list("actor_id", "post_id"))


def invitation_behind(token: str, regions: Sequence[str]) -> Invitation | None:
    """Return the invitation that a token opens, with its case, or None. One query."""
    rows = Invitation.objects.filter(region_code__in=regions, case__region_code__in=regions)
    return rows.select_related("case", "case__item").filter(token_hash=lookup_hash(token)).first()


def invitation_in(region_code: str, invitation_id: UUID) -> Invitation | None:
    """Return an invitation by its id, or None."""
    return Invitation.objects.filter(region_code=region_code, id=invitation_id).first()


def invited_on_pad(region_code: str, window_id: UUID, at: datetime) -> Invitation | None:
    """Return whom the pad of a window waits for at this moment, with the case, or None. One query."""
    rows = Invitation.objects.filter(region_code=region_code, window=window_id, used_at=None, expires_at__gt=at)
    rows = rows.filter(case__region_code=region_code).select_related("case", "case__item")
    return rows.order_by("-made_at").first()


def bad_ratings(
    region_code: str, departments: Collection[UUID] | None, standing: str = "open"
) -> QuerySet[Rating, Rating]:
    """Return the bad ratings of departments (None: of all) that stand so, most urgent first, with their cases."""
    rows: Any = Rating.objects.filter(region_code=region_code, case__region_code=region_code).exclude(loop="")
    if departments is not None:
        rows = rows.filter(department__in=list(departments))
    over = Q(loop__in=OVER)
    rows = rows.filter(over if standing == "over" else ~over) if standing else rows
    return rows.select_related("case", "case__item").order_by("due_on", "rated_at", "id")


def words_to_review(region_code: str) -> QuerySet[Rating, Rating]:
    """Return the ratings with words that nobody has reviewed yet, newest first."""
    rows = Rating.objects.filter(region_code=region_code, shown="", case__region_code=region_code)
    return rows.exclude(words="").select_related("case", "case__item").order_by("-rated_at")


def unrated_today(cases: Any, region_code: str, today: date) -> Any:
    """Return those of the cases that were closed today and not rated, the latest first."""
    rated = Rating.objects.filter(region_code=region_code, rated_at__date__gte=today - timedelta(days=1))
    rows = cases.filter(closed_on=today).exclude(id__in=rated.values("case_id"))
    return rows.select_related("item").order_by("-submitted_at", "id")
