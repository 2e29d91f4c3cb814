"""Secrets that are generated on first start into the data folder, readable by the owner only."""

import os
import secrets as random_source
from pathlib import Path


def secret(folder: Path, name: str) -> str:
    """Return the named secret, made once. Two processes that start together agree on one value."""
    path = folder / "secrets" / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(random_source.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text(encoding="ascii").strip()
