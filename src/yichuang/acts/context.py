"""What comes with every act: who, when, and the key that makes a repetition harmless."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from yichuang.records.ledger.keys import fitted
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
    today: date = field(init=False)  # the civil date of the act in the office's zone

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", self.at.astimezone(ZONE).date())
        if self.key:
            object.__setattr__(self, "key", fitted(self.key))
