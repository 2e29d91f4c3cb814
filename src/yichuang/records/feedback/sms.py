"""Text messages (短信接口): one short message to one telephone. A local adapter made of files; others are added here.

A message is sent outside any transaction and may be repeated: the same reference is sent once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings

CONSOLE = "console"


class Sms(Protocol):
    """What the platform asks of whoever sends text messages."""

    def send(self, reference: str, phone: str, words: str, at: datetime) -> None:
        """Send a message; the same reference again does nothing."""


@dataclass(frozen=True, slots=True)
class FileSms:
    """Messages as files in a folder, for trying out: one file a message, in which telephone and words stand."""

    root: Path

    def send(self, reference: str, phone: str, words: str, at: datetime) -> None:
        """Write the message down."""
        place = self.root / f"{hashlib.sha256(reference.encode()).hexdigest()[:24]}.json"
        if place.exists():
            return
        self.root.mkdir(parents=True, exist_ok=True)
        told = {"phone": phone, "words": words, "at": at.isoformat()}
        place.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    def sent(self, most: int) -> list[dict[str, str]]:
        """Return the newest messages: telephone, words and moment (at)."""
        told = [json.loads(path.read_text(encoding="utf-8")) for path in self.root.glob("*.json")]
        return sorted(told, key=lambda one: one["at"], reverse=True)[:most]


@dataclass(frozen=True, slots=True)
class ConsoleSms:
    """Messages on the standard output, for development."""

    def send(self, reference: str, phone: str, words: str, at: datetime) -> None:
        """Print the message."""
        print(f"[短信 {at:%F %T}] {phone}：{words}", flush=True)


def sms() -> Sms | None:
    """Return who sends the messages of this installation, or None where nobody does."""
    place = settings.YICHUANG_SMS
    if place == CONSOLE:
        return ConsoleSms()
    return FileSms(Path(place)) if place else None
