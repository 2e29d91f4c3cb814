"""存证运行: place what was committed, sign over it, for this installation with its own key and time-stamps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from yichuang.records.ledger.proofs.checkpoints import Signing, check_in, fault_now
from yichuang.records.ledger.proofs.keys import INTL, SUITES, origin_in, signer_in
from yichuang.records.ledger.proofs.sequencing import place_entries
from yichuang.records.org.directory import directory
from yichuang.records.seals.signing.stamps import AddressedStamps, StampFault

_NO_TIME = datetime.min.replace(tzinfo=UTC)
SHORTEST, LONGEST = 10.0, 60.0  # seconds between checkpoints, as far as a setting may move them


@dataclass(frozen=True, slots=True)
class Proven:
    """What one run did: how many entries got a place, over how many it signed anew, and what it could not do."""

    placed: int
    size: int = 0
    fault: str = ""


def folder() -> Path:
    """Return where the keys are: a folder that the database knows nothing of."""
    return Path(settings.YICHUANG_PROOFS["folder"])


def interval() -> float:
    """Return the seconds between two checkpoints, never less than 10 nor more than 60."""
    return min(max(float(settings.YICHUANG_PROOFS["seconds"]), SHORTEST), LONGEST)


def signing() -> Signing:
    """Return name, key and time-stamps of this installation; name and key are made at the first use."""
    told = settings.YICHUANG_PROOFS
    suite = told["suite"] if told["suite"] in SUITES else INTL
    return Signing(told["origin"] or origin_in(folder()), signer_in(folder(), suite), _stamps(told["stamps_url"]))


def prove(at: datetime, *, whole: bool = False) -> Proven:
    """Place and sign once; late, twice or at once it harms nothing. `at` is the real time, also in a demonstration."""
    placed = place_entries(list(directory().centres), at, whole=whole)
    made = check_in(at, signing())
    return Proven(placed, made.size if made else 0, fault_now())


def _stamps(url: str) -> Callable[[bytes], str]:
    authority = AddressedStamps(url) if url else None

    def stamp(said: bytes) -> str:
        try:  # an authority at an address has a time of its own
            return authority.token(sha256(said).digest(), _NO_TIME).hex() if authority else ""
        except StampFault:
            return ""  # the checkpoint counts without it; the page says that it has none

    return stamp
