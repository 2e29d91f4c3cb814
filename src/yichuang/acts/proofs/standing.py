"""存证状况: how placing, signing and witnesses stand, and everything that is wrong with them in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from yichuang.acts.proofs.running import folder, interval
from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.proofs.checkpoints import latest
from yichuang.records.ledger.proofs.keys import witness_keys
from yichuang.records.ledger.proofs.models import Checkpoint, Cosignature, Leaf, TreeHead, Witness
from yichuang.records.ledger.proofs.proving import root_at
from yichuang.records.ledger.proofs.sequencing import waiting

SILENT = timedelta(minutes=3)
_LATE = 3  # intervals without a sign of life
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that is wrong: a word for programs, and a sentence."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class ProofStanding:
    """How placing, signing and witnesses stand."""

    size: int
    entries: int
    waiting: int
    swept_at: datetime | None
    whole_at: datetime | None
    beat: dict[str, Any]
    beat_at: datetime | None
    checkpoint: Checkpoint | None
    witnesses: Sequence[Witness]
    cosigned: int
    alarms: Sequence[Alarm]


def standing(regions: Sequence[str], now: datetime) -> ProofStanding:
    """Return the standing of the whole installation. A handful of queries."""
    held, last = TreeHead.objects.filter(pk=1).first() or TreeHead(), latest()
    entries = sum(Entry.objects.filter(region_code=region).count() for region in regions)
    left = (
        sum(len(waiting(region, UUID(int=0))[:_MANY].values_list("id")) for region in regions)
        if (entries != held.size)
        else 0
    )
    witnesses = list(Witness.objects.order_by("key"))
    newest = Cosignature.objects.order_by("-size").values_list("size", flat=True).first() or 0
    beat_at = datetime.fromisoformat(held.beat["time"]) if held.beat else None
    alarms = [*_of_tree(held, last, entries, left, now), *_of_beat(held, beat_at, now), *_of_witnesses(witnesses, now)]
    return ProofStanding(
        held.size, entries, left, held.swept_at, held.whole_at, held.beat, beat_at, last, witnesses, newest, alarms
    )  # fmt: skip


def _of_tree(held: TreeHead, last: Checkpoint | None, entries: int, left: int, now: datetime) -> list[Alarm]:
    found = []
    leaves = Leaf.objects.count()
    if leaves != held.size or (last is not None and last.size > held.size):
        found.append(Alarm("tree_broken", f"存证树记有 {held.size} 条，实有 {leaves} 条"))
    elif entries - left < held.size:
        found.append(Alarm("entries_missing", f"编入存证的有 {held.size} 条，账目里只剩 {entries - left} 条"))
    elif last is not None and not _same_root(last):
        found.append(Alarm("root_differs", "存证树与最近一次检查点的根不符"))
    if left and held.swept_at and now - held.swept_at > SILENT:
        found.append(Alarm("not_placed", f"有 {left} 条账目超过 3 分钟没有编入存证"))
    return found


def _same_root(last: Checkpoint) -> bool:
    try:
        return bool(root_at(last.size).hex() == last.root)
    except ValueError:
        return False


def _of_beat(held: TreeHead, beat_at: datetime | None, now: datetime) -> list[Alarm]:
    found = [Alarm("fault", held.fault)] if held.fault else []
    patience = max(_LATE * timedelta(seconds=interval()), SILENT)
    if beat_at is None or now - beat_at > patience:
        found.append(Alarm("silent", "检查点任务没有在运行" if beat_at else "还没有签过检查点"))
    elif beat_at - now > timedelta(seconds=2):
        found.append(Alarm("clock", "最近一次检查点的时间晚于本机时间，时钟被调过"))
    return found


def _of_witnesses(rows: Sequence[Witness], now: datetime) -> list[Alarm]:
    known, found = witness_keys(folder()), []
    if not known and not settings.DEMO:
        found.append(Alarm("no_witness", "还没有登记见证方：数据库管理员整本重做账目时，没有人能发现"))
    for key in sorted(known - {row.key for row in rows}):
        found.append(Alarm("witness_unseen", f"见证方 {key[:12]} 从来没有来过"))
    for row in rows:
        if row.key in known and now - row.seen_at > SILENT:
            found.append(Alarm("witness_silent", f"见证方 {row.key[:12]} 超过 3 分钟没有来"))
        found += [Alarm("witness_alarm", f"见证方 {row.key[:12]} 告警：{words}") for words in row.alarms]
    return found
