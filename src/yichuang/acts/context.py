"""What comes with every act: who, when, and the key that makes a repetition harmless."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Officer

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of an act.

    `at` is legal time and comes from the server's clock through the face. `recorded_at` differs from it only in
    a late entry (补录). `key` is the idempotency key (幂等键) of the form or call, `request_digest` what it asked.
    """

    officer: Officer
    at: datetime
    directory: Directory
    key: str | None = None
    request_digest: str = ""
    recorded_at: datetime | None = None

    @property
    def today(self) -> date:
        """Return the civil date of the act in the office's zone."""
        return self.at.astimezone(ZONE).date()
