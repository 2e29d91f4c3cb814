"""Idempotency keys (幂等键) as the ledger keeps them."""

from __future__ import annotations

from hashlib import sha256

LENGTH = 80  # of the column


def fitted(key: str) -> str:
    """Return a key that fits its column: itself, or its digest where it is too long. Two keys never become one."""
    return key if len(key) <= LENGTH else sha256(key.encode(errors="surrogatepass")).hexdigest()
