"""What a checker is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yichuang.records.seals.signing.check import Trust

# number and digest of a file → None where no such paper is registered, else whether it is this very file
Register = Callable[[str, bytes], bool | None]


class Wrong(Exception):
    """The command was used wrongly; the words say how."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One file to check, whom to believe, and the register where one is at hand."""

    path: Path
    trust: Trust
    register: Register | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is worth: `line` is the one sentence, `fault` a word for programs."""

    ok: bool
    name: str
    kind: str
    fault: str
    line: str
    more: Mapping[str, Any] = field(default_factory=dict)

    def facts(self) -> dict[str, Any]:
        """Return the answer for a program."""
        told = {"file": self.name, "ok": self.ok, "kind": self.kind, "fault": self.fault, "words": self.line}
        return {**told, **self.more}
