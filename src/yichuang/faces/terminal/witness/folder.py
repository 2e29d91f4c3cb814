"""What a witness keeps (见证目录): its key, whom it follows, every leaf, every checkpoint that it signed.

Leaves are written before the checkpoint over them; what a crash left over is cut off at the next start.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from yichuang.records.ledger.proofs.hashing import Frontier
from yichuang.records.ledger.proofs.keys import signer_in

_LEAF, _MANY = 32, 4096


class Damaged(Exception):
    """The folder contradicts itself: somebody was at it. Nothing is signed any more."""


class Folder:
    """A witness's own disk."""

    def __init__(self, path: Path) -> None:
        """Open the folder, or begin one.  Raises: Damaged, OSError."""
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.signer = signer_in(path)
        self.public = self.signer.public
        (path / "key.pub").write_text(self.public + "\n", encoding="ascii")
        self.pinned: dict[str, str] = self._read("log.json")
        self.last: dict[str, Any] = self._last()
        self.frontier = self._grown(int(self.last.get("size", 0)))
        if self.last and self.frontier.root().hex() != self.last["root"]:
            raise Damaged(f"{path}：叶与签过的检查点不符")

    @property
    def size(self) -> int:
        """How many leaves were signed for."""
        return self.frontier.size

    def pin(self, told: Mapping[str, Any]) -> None:
        """Remember for ever whom this witness follows."""
        self.pinned = {name: str(told[name]) for name in ("origin", "suite", "key")}
        self._write("log.json", json.dumps(self.pinned, ensure_ascii=False))

    def grown_by(self, leaves: bytes) -> Frontier:
        """Return the tree with more leaves; nothing is kept yet."""
        fresh = Frontier(self.frontier.size, list(self.frontier.peaks))
        for place in range(0, len(leaves), _LEAF):
            fresh.append(leaves[place : place + _LEAF])
        return fresh

    def keep(self, leaves: bytes, grown: Frontier, told: dict[str, Any]) -> None:
        """Put leaves and the signed checkpoint on disk, in this order."""
        self._append("leaves.bin", leaves)
        self._append("checkpoints.jsonl", (json.dumps(told, ensure_ascii=False) + "\n").encode())
        self.frontier, self.last = grown, told

    def evidence(self, name: str, told: Any) -> None:
        """Keep what was shown to us and must not be."""
        place = self.path / "evidence"
        place.mkdir(exist_ok=True)
        path = place / f"{name}.json"
        if not path.exists():
            path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")

    def seen(self, now: datetime) -> None:
        """Remember when the log last answered."""
        (self.path / "seen").write_text(now.isoformat(), encoding="ascii")

    def silent_for(self, now: datetime) -> float:
        """Return for how many seconds nothing was heard; from the first try on."""
        path = self.path / "seen"
        if not path.exists():
            self.seen(now)
        return (now - datetime.fromisoformat(path.read_text(encoding="ascii")).astimezone(UTC)).total_seconds()

    def _grown(self, size: int) -> Frontier:
        """Read the leaves that were signed for, a piece at a time; cut off what a crash left behind."""
        grown, path = Frontier(), self.path / "leaves.bin"
        path.touch(mode=0o600)
        if path.stat().st_size < size * _LEAF:
            raise Damaged(f"{path}：比签过的短")
        with path.open("r+b") as kept:
            while grown.size < size:
                piece = kept.read(min(_MANY, size - grown.size) * _LEAF)
                for place in range(0, len(piece), _LEAF):
                    grown.append(piece[place : place + _LEAF])
            kept.truncate(size * _LEAF)
        return grown

    def _last(self) -> dict[str, Any]:
        """Return the last checkpoint; a line that a crash cut short is dropped."""
        path = self.path / "checkpoints.jsonl"
        held = path.read_bytes() if path.exists() else b""
        whole = held[: held.rfind(b"\n") + 1]
        if whole != held:
            os.truncate(path, len(whole))
        lines = whole.splitlines()
        found: dict[str, Any] = json.loads(lines[-1]) if lines else {}
        return found

    def _read(self, name: str) -> dict[str, str]:
        with suppress(FileNotFoundError):
            found: dict[str, str] = json.loads((self.path / name).read_text(encoding="utf-8"))
            return found
        return {}

    def _write(self, name: str, words: str) -> None:
        fresh = self.path / f".{name}"
        with fresh.open("w", encoding="utf-8") as out:
            out.write(words)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.path / name)

    def _append(self, name: str, octets: bytes) -> None:
        with (self.path / name).open("ab") as out:
            out.write(octets)
            out.flush()
            os.fsync(out.fileno())
