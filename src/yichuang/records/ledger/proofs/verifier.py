"""The offline verifier as a file (离线核验程序): handed out as it is, on the public page and in archive packages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

NAME = "verify_ledger.py"


@cache
def source() -> bytes:
    """Return its bytes."""
    return Path(__file__).with_name(NAME).read_bytes()
