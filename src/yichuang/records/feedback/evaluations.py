"""Reads of evaluations (评价评估), each naming its region."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.feedback.models import Evaluation


def listed_evaluations(region_code: str, today: date) -> set[tuple[str, date]]:
    """Return kind and first day of the evaluations on the list of the last two years. One query."""
    rows = Evaluation.objects.filter(region_code=region_code, starts_on__gte=date(today.year - 2, 1, 1))
    return set(rows.values_list("kind", "starts_on"))


def evaluation_in(region_code: str, evaluation_id: UUID) -> Evaluation | None:
    """Return an evaluation by its id, or None."""
    return Evaluation.objects.filter(region_code=region_code, id=evaluation_id).first()


def evaluations(region_code: str) -> QuerySet[Evaluation, Evaluation]:
    """Return the evaluations of a region: what is still to be done first, then the latest."""
    return Evaluation.objects.filter(region_code=region_code).order_by("-ends_on", "kind")
