"""What the seal on a certificate's file is worth (验章): asked of the file itself, once for the same bytes.

Whoever calls has counted the digest anew; so what was found holds while the trust file is the same.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from yichuang.records.certificates import verdicts
from yichuang.records.filestore import store
from yichuang.records.seals.keeping import means
from yichuang.records.seals.signing.check import Checked, Trust, check_pdf

KEPT = 2048  # results; each is a few words
UNSURE = frozenset({"no_trust", "untrusted", "time_untrusted"})  # said of who signed, not of the bytes


def signature_of(digest: str) -> Checked:
    """Return what the file with this digest is worth by its own seal and time-stamp."""
    place = means().folder / "authority" / "trust.pem"
    try:
        held = place.stat()
    except OSError:
        return _checked(digest, place, 0, 0)
    return _checked(digest, place, held.st_mtime_ns, held.st_size)


@lru_cache(maxsize=KEPT)
def _checked(digest: str, place: Path, written: int, size: int) -> Checked:
    """Check anew when the trust file was written anew: `written` and `size` tell it from an older one.

    What another process found, or whoever sealed the paper, is believed where this installation signed it.
    """
    trust, rule = _trust(place, written, size)
    kept = verdicts.recall(digest, rule)
    if kept is not None:
        return kept
    found = check_pdf(store().read(digest), trust)
    verdicts.keep(digest, rule, found)
    return found


def forget() -> None:
    """Forget what this process found, as a new one begins."""
    _checked.cache_clear()


@lru_cache(maxsize=1)
def _trust(place: Path, written: int, size: int) -> tuple[Trust, str]:
    """Return whom to believe, and the rule by which verdicts under this trust are kept."""
    try:
        trust = Trust.from_pem(place.read_bytes()) if size else Trust()
    except (OSError, ValueError):
        trust = Trust()
    return trust, verdicts.rule_of(trust)
