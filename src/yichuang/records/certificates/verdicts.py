"""What the seal on a file was found to be worth (验章结果), kept for every process, signed with the installation's key.

The same bytes, the same trust and the same checker give the same answer: anything else, or a result that this
installation didn't sign, is checked anew. The digest of the file is counted at each look, whatever is kept here.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from typing import Any

from django.core import signing

from yichuang.records.seals.keeping import means
from yichuang.records.seals.signing import check, revisions
from yichuang.records.seals.signing.check import Checked, Trust

_SALT = "yichuang.seal-verdict"
_SURE = frozenset({"", "changed", "layout", "junk", "gap", "revoked", "expired"})  # others may pass: asked again


def recall(digest: str, under: str) -> Checked | None:
    """Return what was found of the file with this digest by this rule; None where nobody of ours found anything."""
    try:
        told: dict[str, Any] = signing.loads(_place(digest).read_text("ascii"), salt=_SALT)
        if told.pop("of") != [digest, under]:
            return None
        return Checked(**{**told, "at": datetime.fromisoformat(told["at"]) if told["at"] else None})
    except (OSError, ValueError, TypeError, LookupError, AttributeError, signing.BadSignature):
        return None


def keep(digest: str, under: str, found: Checked) -> None:
    """Keep what was found. Where it can't be written it is found again next time."""
    if found.digest != digest or found.fault not in _SURE:
        return
    told = {**asdict(found), "more": "", "at": found.at.isoformat() if found.at else None}
    place = _place(digest)
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(signing.dumps({**told, "of": [digest, under]}, salt=_SALT), "ascii")
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)


def lose() -> None:
    """Throw all verdicts away."""
    rmtree(means().folder / "verdicts", ignore_errors=True)


def _place(digest: str) -> Path:
    return means().folder / "verdicts" / digest[:2] / digest


def rule_of(trust: Trust) -> str:
    """Return the digest of all that a verdict hangs on beside the file: roots, what is revoked, and the checker.

    A list that was only dated anew revokes nothing more, and nothing less.
    """
    lists = (one["tbs_cert_list"] for one in trust.lists)
    told = [_checker(), *sorted(root.dump() for root in trust.roots)]
    told += sorted(one["issuer"].dump() + one["revoked_certificates"].dump() for one in lists)
    return sha256(b"".join(sha256(one).digest() for one in told)).hexdigest()


@cache
def _checker() -> bytes:
    """Return which checker this is: its source, and the library behind it."""
    sources = (Path(str(module.__file__)).read_bytes() for module in (check, revisions))
    told = [version("pyhanko"), version("pyhanko-certvalidator"), *(sha256(one).hexdigest() for one in sources)]
    return ":".join(told).encode()
