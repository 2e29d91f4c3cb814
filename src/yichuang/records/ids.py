"""Time-ordered ids made by the program (UUID version 7), so that rows can be spread over machines later."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID, SafeUUID

import uuid_utils

_set, _UNKNOWN = object.__setattr__, SafeUUID.unknown


class Id(UUID):
    """An id that keeps its text: whoever files asks for it again and again, and working it out is dear."""

    __slots__ = ("text",)
    text: str

    def __init__(self, text: str) -> None:
        """Read the usual form, or any that UUID reads. Raises ValueError."""
        super().__init__(text)
        _set(self, "text", UUID.__str__(self))

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        return Id, (self.text,)


def new_id() -> Id:
    """Return a fresh time-ordered id."""
    made = uuid_utils.uuid7()
    fresh = object.__new__(Id)
    _set(fresh, "int", made.int)
    _set(fresh, "is_safe", _UNKNOWN)
    _set(fresh, "text", str(made))
    return fresh


@lru_cache(maxsize=4096)  # the same few come again and again
def id_of(text: str) -> Id:
    """Return the id that a text spells. Raises ValueError."""
    return Id(text)
