"""What an act hands to the pen (一次入账): a frozen value, nothing done yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models


class Conflict(Exception):
    """Somebody else changed the case first (409). Nothing was written."""


class KeyReused(Exception):
    """The idempotency key came again with another request (422). Nothing was written."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number to draw inside the filing: the counter's name and how its value becomes text (编号)."""

    counter: str
    words: Callable[[int], str]


class Row(NamedTuple):
    """A row to add; a value may be a Number."""

    model: type[models.Model]
    values: Mapping[str, Any]


class Change(NamedTuple):
    """Columns to change in a row of the same region."""

    model: type[models.Model]
    id: UUID
    values: Mapping[str, Any]


class Place(NamedTuple):
    """Where the chain of the subject stands: what the guard compares."""

    model: type[Any]
    subject: str
    region_code: str
    id: UUID
    version: int = 0
    seq: int = 0
    prev_hash: str = "0" * 64
    item_version_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """One act as it is to be recorded: all or nothing."""

    place: Place
    verb: str
    set: Mapping[str, Any]
    add: tuple[Row, ...] = ()
    change: tuple[Change, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    answer: Mapping[str, Any] = field(default_factory=dict)
    post_id: UUID | None = None
    acting_for_id: UUID | None = None
    create: bool = False


class Filed(NamedTuple):
    """What was put on record: the answer that a repetition with the same key gets again."""

    region_code: str
    verb: str
    subject_id: UUID
    seq: int
    hash: str
    answer: Mapping[str, Any]
    repeated: bool = False

    @property
    def no(self) -> str:
        """Return the case number."""
        return str(self.answer.get("no", ""))
