"""What is signed (签的是什么): the very bytes of a checkpoint, and of what a witness states. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from yichuang.records.ledger.canonical import canonical

CHECKPOINT, WITNESS = b"yichuang-checkpoint/1\n", b"yichuang-witness/1\n"
_SIGNED = ("origin", "root", "size", "time")
_WITNESSED = (*_SIGNED, "witnessed_at", "alarms")


def moment(at: datetime) -> str:
    """Return a time as it is signed."""
    return at.isoformat(timespec="microseconds")


def checkpoint_bytes(told: Mapping[str, Any]) -> bytes:
    """Return what the log signs."""
    return CHECKPOINT + canonical({name: told[name] for name in _SIGNED})


def witness_bytes(told: Mapping[str, Any]) -> bytes:
    """Return what a witness signs."""
    return WITNESS + canonical({name: told[name] for name in _WITNESSED})


def is_checkpoint(told: Any) -> bool:
    """Say whether something from outside has the shape of a checkpoint."""
    return (
        isinstance(told, dict)
        and isinstance(told.get("size"), int)
        and 0 <= told["size"] < 1 << 60
        and all(isinstance(told.get(name), str) and len(told[name]) <= 200 for name in _TEXTS)
        and len(told["root"]) == 64
    )


_TEXTS = ("origin", "root", "time", "suite", "key", "signature")


def hexed(path: Sequence[bytes]) -> list[str]:
    """Return hashes as text."""
    return [step.hex() for step in path]
