"""任岗: what acts change in a posting. Nobody else writes them once the centre keeps its book (人员授权簿)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.records.org.models import Posting

COLUMNS = (
    "user_id",
    "role",
    "department_id",
    "window_id",
    "starts_on",
    "ends_on",
    "is_b",
    "replaces_id",
    "consented_on",
)


def agree_to(row: Posting, on: date) -> None:
    """Let a posting that replaces somebody be in force from now on; the facts version moves on."""
    row.consented_on = on
    row.save()


def add_posting(values: Mapping[str, Any], centre_id: UUID) -> None:
    """Put a new posting down as the book has it."""
    Posting(centre_id=centre_id, **values).save()


def end_posting(row: Posting, on: date) -> None:
    """Let a posting end on that day."""
    row.ends_on = on
    row.save()


def told(row: Posting) -> dict[str, Any]:
    """Return a posting as the book tells it: identifiers, words and days, nothing personal."""
    return {"id": row.id} | {name: getattr(row, name) for name in COLUMNS}


def postings_of(region_code: str) -> list[Posting]:
    """Return the postings of a centre. One query."""
    return list(Posting.objects.filter(centre__region__code=region_code).order_by("id"))
