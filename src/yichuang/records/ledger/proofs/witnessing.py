"""见证: what a witness tells is kept when it is signed by a key that this installation believes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from yichuang.records.ledger.proofs.keys import INTL, holds
from yichuang.records.ledger.proofs.models import Checkpoint, Cosignature, Witness
from yichuang.records.ledger.proofs.saying import witness_bytes

_MOST, _LONGEST = 20, 200
_NEAR = timedelta(days=2)


class NotBelieved(ValueError):
    """A statement is malformed, by a stranger, or not signed by whom it names."""


def take(told: Any, believed: frozenset[str], now: datetime) -> None:
    """Keep a statement: when the witness was seen, its alarms, and its signature over a checkpoint of ours.

    An older statement, sent again, moves nothing back.  Raises: NotBelieved.
    """
    key, seen = _checked(told, believed, now)
    ours = Checkpoint.objects.filter(size=told["size"], root=told["root"]).first()
    if ours is not None and not told["alarms"] and told["time"] == ours.at.isoformat(timespec="microseconds"):
        row = {"witnessed_at": seen, "signature": told["signature"]}
        Cosignature.objects.get_or_create(size=ours.size, key=key, defaults=row)
    values = {"seen_at": seen, "size": told["size"], "alarms": told["alarms"]}
    _held, fresh = Witness.objects.get_or_create(key=key, defaults=values)
    if not fresh:
        Witness.objects.filter(key=key, seen_at__lt=seen).update(**values)


def _checked(told: Any, believed: frozenset[str], now: datetime) -> tuple[str, datetime]:
    if not isinstance(told, Mapping) or told.get("key") not in believed:
        raise NotBelieved("不认识的见证方")
    if not _shaped(told) or not holds(INTL, told["key"], witness_bytes(told), told["signature"]):
        raise NotBelieved("见证签名不对")
    seen = datetime.fromisoformat(told["witnessed_at"])
    if seen.tzinfo is None or abs(seen - now) > _NEAR:
        raise NotBelieved("见证时间不对")
    return str(told["key"]), seen


def _shaped(told: Mapping[str, Any]) -> bool:
    texts = all(
        isinstance(told.get(name), str) for name in ("origin", "root", "time", "witnessed_at", "key", "signature")
    )
    alarms = told.get("alarms")
    good = isinstance(alarms, list) and len(alarms) <= _MOST and all(isinstance(one, str) for one in alarms)
    try:
        datetime.fromisoformat(str(told.get("witnessed_at")))
    except ValueError:
        return False
    size = told.get("size")
    return texts and good and isinstance(size, int) and 0 <= size < 1 << 60 and len(told["root"]) <= _LONGEST
