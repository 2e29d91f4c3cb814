"""次数限制: whoever guesses is stopped for a while; per thing guessed and network address, in the cache.

The address is the visitor's own (visitors.proxy). Of IPv6 the network counts: a line has 2^64 addresses to choose from.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.cache import cache

from yichuang.faces.common.visitors.proxy import line_of

WAIT = 600  # seconds, of ours: how long too many failures lock


@dataclass(frozen=True, slots=True)
class Attempts:
    """Failed attempts at one thing from one address. `most` in `seconds` lock it until the time is over."""

    what: str
    address: str
    most: int = 5
    seconds: int = WAIT

    @property
    def _key(self) -> str:
        return "attempts:" + hashlib.sha256(f"{self.what}\x00{line_of(self.address)}".encode()).hexdigest()

    @property
    def locked(self) -> bool:
        """Return whether there were too many failures just now."""
        return int(cache.get(self._key, 0)) >= self.most

    @property
    def fresh(self) -> bool:
        """Return whether there was none just now."""
        return cache.get(self._key) is None

    def failed(self) -> None:
        """Count one failure; the time runs from the first one."""
        if not cache.add(self._key, 1, self.seconds):
            try:
                cache.incr(self._key)
            except ValueError:  # it ran out in between
                cache.set(self._key, 1, self.seconds)

    def succeeded(self) -> None:
        """Forget the failures."""
        cache.delete(self._key)
