"""Asking the log over HTTP: bounded in time and size, and only where the address says (询问)."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

_PATIENCE, _MOST = 10.0, 4 * 1024 * 1024


class Away(Exception):
    """Nobody answered, or not what was asked for; the words say what."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the log is."""

    url: str

    def octets(self, path: str, body: bytes | None = None) -> bytes:
        """Return what an address answers.  Raises: Away."""
        head = {"Content-Type": "application/json"} if body is not None else {}
        asked = urllib.request.Request(self.url.rstrip("/") + path, body, head)  # noqa: S310 - main looked at it
        try:
            with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:  # noqa: S310
                found: bytes = answer.read(_MOST + 1)
        except urllib.error.HTTPError as fault:
            raise Away(f"{path} 答复 {fault.code}") from fault
        except (OSError, ValueError) as fault:
            raise Away(f"{path} {getattr(fault, 'reason', fault)}") from fault
        if len(found) > _MOST:
            raise Away(f"{path} 答复太长")
        return found

    def told(self, path: str) -> Any:
        """Return the JSON of an address.  Raises: Away."""
        try:
            return json.loads(self.octets(path))
        except ValueError as fault:
            raise Away(f"{path} 答复的不是 JSON") from fault

    def tell(self, path: str, told: Any) -> None:
        """Send JSON.  Raises: Away."""
        self.octets(path, json.dumps(told, ensure_ascii=False).encode())
