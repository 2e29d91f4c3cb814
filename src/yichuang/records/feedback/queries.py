"""Reads of ratings."""

from uuid import UUID

from yichuang.records.feedback.models import Rating


def is_rated(region_code: str, case_id: UUID) -> bool:
    """Say whether the case has its rating."""
    return Rating.objects.filter(region_code=region_code, case_id=case_id).exists()


def rating_of(region_code: str, case_id: UUID) -> Rating | None:
    """Return the rating of a case, if there is one."""
    return Rating.objects.filter(region_code=region_code, case_id=case_id).first()
