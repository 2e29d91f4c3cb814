"""One difference between what is stored and what the ledger says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found (发现): which subject, where, what stands there, what should."""

    code: str
    subject: str
    where: str
    stored: str = ""
    derived: str = ""

    def __str__(self) -> str:
        compared = f": {self.stored} ≠ {self.derived}" if self.stored or self.derived else ""
        return f"{self.code} {self.subject} {self.where}{compared}"


def shown(value: object, length: int = 60) -> str:
    """Return a value cut to a length that a line can carry."""
    text = str(value)
    return text if len(text) <= length else text[: length - 1] + "…"
