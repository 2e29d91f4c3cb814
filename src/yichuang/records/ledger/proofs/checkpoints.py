"""检查点: the root over everything placed so far, signed; the day's last one is the daily root (每日存证根)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yichuang.records.ledger.proofs.keys import Signer
from yichuang.records.ledger.proofs.models import Checkpoint, Cosignature, DailyRoot, TreeHead
from yichuang.records.ledger.proofs.paths import extends
from yichuang.records.ledger.proofs.proving import consistency
from yichuang.records.ledger.proofs.saying import checkpoint_bytes, moment
from yichuang.records.ledger.proofs.sequencing import frontier_of

Stamp = Callable[[bytes], str]  # what is signed → a time-stamp token (hexadecimal), "" where none can be had
ZONE = ZoneInfo("Asia/Shanghai")
BROKEN = "树与上一个检查点接不上，不签"
BACKWARDS = "时钟早于上一个检查点"
_DAYS = 400


@dataclass(frozen=True, slots=True)
class Signing:
    """Under which name, with which key, and where time-stamps come from."""

    origin: str
    signer: Signer
    stamp: Stamp = lambda _said: ""


def check_in(at: datetime, signing: Signing) -> Checkpoint | None:
    """Sign a checkpoint over what is placed, or only a sign of life where nothing is new.

    Refuses to sign a tree that does not extend the last checkpoint; the fault stays in the tree's head. Nothing is
    locked: what is signed can't change any more, and two at once sign the same.
    """
    at, held, last = at.astimezone(UTC), TreeHead.objects.filter(pk=1).first() or TreeHead(), latest()
    grown = frontier_of(held)
    told = {"origin": signing.origin, "size": grown.size, "root": grown.root().hex(), "time": moment(at)}
    fault, made = _fault(told, last, at), None
    if fault == BROKEN:
        TreeHead.objects.filter(pk=1).update(fault=fault)
        return None
    said = checkpoint_bytes(told)
    signed = {**told, "suite": signing.signer.suite, "key": signing.signer.public}
    signed["signature"] = signing.signer.sign(said)
    if grown.size and (last is None or last.size != grown.size):
        made = _kept(signed, at, signing.stamp(said))
    TreeHead.objects.filter(pk=1).update(beat=signed, fault=fault)
    _close_days(at)
    return made


def _fault(told: Mapping[str, Any], last: Checkpoint | None, at: datetime) -> str:
    if last is None:
        return ""
    try:
        path = consistency(last.size, told["size"])
        old, new = bytes.fromhex(last.root), bytes.fromhex(told["root"])
        if not extends(last.size, old, told["size"], new, path):
            return BROKEN
    except ValueError:
        return BROKEN
    return BACKWARDS if at < last.at else ""


def _kept(signed: Mapping[str, Any], at: datetime, token: str) -> Checkpoint | None:
    columns = {name: signed[name] for name in ("root", "origin", "suite", "key", "signature")}
    row, fresh = Checkpoint.objects.get_or_create(size=signed["size"], defaults={**columns, "at": at, "token": token})
    return row if fresh else None


def latest() -> Checkpoint | None:
    """Return the newest checkpoint."""
    return Checkpoint.objects.order_by("-size").first()


def covering(position: int) -> Checkpoint | None:
    """Return the first checkpoint over a place: what proves it stays the same for ever."""
    return Checkpoint.objects.filter(size__gt=position).order_by("size").first()


def published(position: int) -> Checkpoint | None:
    """Return the checkpoint of the first day over a place, of which the public page tells the root (存证根)."""
    size = DailyRoot.objects.filter(size__gt=position).order_by("day").values_list("size", flat=True).first()
    return Checkpoint.objects.filter(size=size).first() if size else None


def as_told(row: Checkpoint, cosignatures: Iterable[Cosignature] = ()) -> dict[str, Any]:
    """Return a checkpoint as everybody gets it."""
    told = {name: getattr(row, name) for name in ("origin", "size", "root", "suite", "key", "signature")}
    seen = [
        {"key": one.key, "witnessed_at": moment(one.witnessed_at), "alarms": [], "signature": one.signature}
        for one in cosignatures
    ]
    return {**told, "time": moment(row.at), "token": row.token, "witnesses": seen}


def told_with_witnesses(rows: Iterable[Checkpoint]) -> list[dict[str, Any]]:
    """Return checkpoints with what witnesses signed of them. One query."""
    found = list(rows)
    seen: dict[int, list[Cosignature]] = {}
    for one in Cosignature.objects.filter(size__in=[row.size for row in found]).order_by("key"):
        seen.setdefault(one.size, []).append(one)
    return [as_told(row, seen.get(row.size, ())) for row in found]


def _close_days(at: datetime) -> None:
    """Fix the root of every day that is over: the last checkpoint before its end."""
    today = at.astimezone(ZONE).date()
    done = DailyRoot.objects.order_by("-day").first()
    first = Checkpoint.objects.order_by("size").first()
    if first is None:
        return
    day = done.day + timedelta(days=1) if done else first.at.astimezone(ZONE).date()
    rows = []
    while day < today and len(rows) < _DAYS:
        row = Checkpoint.objects.filter(at__lt=end_of(day)).order_by("-size").first()
        rows += [DailyRoot(day, row.size)] if row else []
        day += timedelta(days=1)
    DailyRoot.objects.bulk_create(rows, ignore_conflicts=True)


def end_of(day: date) -> datetime:
    """Return the first moment after a day."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZONE)


def fault_now() -> str:
    """Return what the last run could not do, in words."""
    return TreeHead.objects.filter(pk=1).values_list("fault", flat=True).first() or ""
