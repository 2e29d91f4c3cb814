"""Secrets that are generated on first start into the data folder, readable by the owner only."""

import os
import secrets as random_source
from contextlib import suppress
from pathlib import Path


def secret(folder: Path, name: str) -> str:
    """Return the named secret, made once. Processes that start together agree on one complete value."""
    path = folder / "secrets" / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Write a fresh secret beside its place and link it there, unless somebody was first."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{random_source.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(random_source.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(fresh, path)
    fresh.unlink()
