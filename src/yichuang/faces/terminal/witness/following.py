"""One round of a witness (一次见证): look, compare with everything signed before, sign what only grew, say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from yichuang.faces.terminal.witness.fetching import Away
from yichuang.faces.terminal.witness.folder import Folder
from yichuang.records.ledger.proofs.keys import holds
from yichuang.records.ledger.proofs.paths import extends
from yichuang.records.ledger.proofs.saying import checkpoint_bytes, is_checkpoint, moment, witness_bytes

_PAGE, _LEAF, _HASH = 10_000, 32, 64


class Log(Protocol):
    """What is asked of the log."""

    def told(self, path: str) -> Any: ...
    def octets(self, path: str, body: bytes | None = None) -> bytes: ...
    def tell(self, path: str, told: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on it cries out: seconds of silence, seconds between the clocks; the key, where it was told."""

    silence: float = 180.0
    clock: float = 2.0
    key: str = ""


@dataclass(slots=True)
class Round:
    """What was seen: a line for the log, and what is wrong, by code."""

    words: str = ""
    alarms: dict[str, str] = field(default_factory=dict)


def follow(folder: Folder, log: Log, limits: Limits, now: Callable[[], datetime]) -> Round:
    """Follow the log one step.  Raises: Away, OSError."""
    asked = now()
    told = log.told("/proofs/checkpoint/")
    came, done = now(), Round()
    if not isinstance(told, dict) or not is_checkpoint(told.get("beat")):
        raise Away("还没有检查点")
    folder.seen(came)
    _clock(told, asked, came, limits, done)
    beat, newest = told["beat"], told.get("checkpoint")
    if _believed(folder, beat, limits, done):
        _alive(beat, came, limits, done)
        if _grows(folder, beat, done) and is_checkpoint(newest) and newest["size"] > folder.size:
            _sign(folder, log, newest, came, done)
    done.words = (
        done.words or f"没有新的账目，已见证 {folder.size} 条" if not done.alarms else "；".join(done.alarms.values())
    )
    _report(folder, log, came, done)
    return done


def _clock(told: Mapping[str, Any], asked: datetime, came: datetime, limits: Limits, done: Round) -> None:
    try:
        theirs = datetime.fromisoformat(str(told.get("now")))
        off = max((asked - theirs).total_seconds(), (theirs - came).total_seconds())
    except (ValueError, TypeError):
        off = limits.clock + 1
    if off > limits.clock:
        done.alarms["clock"] = f"对方的时钟与本机相差 {off:.1f} 秒"


def _believed(folder: Folder, beat: Mapping[str, Any], limits: Limits, done: Round) -> bool:
    """Say whether it is the log that this witness follows; the first one is remembered."""
    if not holds(beat["suite"], beat["key"], checkpoint_bytes(beat), beat["signature"]):
        done.alarms["signature"] = "检查点的签名不对"
        return False
    if not folder.pinned and limits.key in ("", beat["key"]):
        folder.pin(beat)
    wanted = folder.pinned or {"key": limits.key, "origin": beat["origin"]}
    if beat["key"] != wanted["key"] or beat["origin"] != wanted["origin"]:
        done.alarms["key_changed"] = "检查点换了签名密钥或来源，不是原来那个账"
        folder.evidence(f"key-{beat['key'][:16]}", beat)
        return False
    return True


def _alive(beat: Mapping[str, Any], came: datetime, limits: Limits, done: Round) -> None:
    try:
        age = (came - datetime.fromisoformat(beat["time"])).total_seconds()
    except (ValueError, TypeError):
        age = limits.silence + 1
    if age > limits.silence:
        done.alarms["silent"] = f"对方已有 {age:.0f} 秒没有签检查点"


def _grows(folder: Folder, beat: Mapping[str, Any], done: Round) -> bool:
    """Say whether the sign of life agrees with what was signed before."""
    if beat["size"] < folder.size:
        done.alarms["shrunk"] = f"账变短了：见证过 {folder.size} 条，现在只有 {beat['size']} 条"
    elif beat["size"] == folder.size and folder.last and beat["root"] != folder.last["root"]:
        done.alarms["fork"] = f"同样 {folder.size} 条，根与见证过的不同"
    else:
        return True
    folder.evidence(f"{next(iter(done.alarms.keys() & {'shrunk', 'fork'}))}-{beat['root'][:16]}", beat)
    return False


def _sign(folder: Folder, log: Log, newest: dict[str, Any], came: datetime, done: Round) -> None:
    """Sign a checkpoint if it extends the last one, by its proof and by all its leaves."""
    size, root, wanted = newest["size"], newest["root"], folder.pinned
    good = (newest["key"], newest["origin"]) == (wanted["key"], wanted["origin"]) and holds(
        wanted["suite"], wanted["key"], checkpoint_bytes(newest), newest["signature"]
    )
    if not good:
        done.alarms["signature"] = "检查点的签名不对"
        return
    leaves = _leaves(log, folder.size, size)
    grown = folder.grown_by(leaves)
    if not _proven(folder, log, size, root) or (grown.size, grown.root().hex()) != (size, root):
        done.alarms["fork"] = f"前 {folder.size} 条与见证过的接不上：历史被改动，或者给不同的人看不同的账"
        folder.evidence(f"fork-{root[:16]}", newest)
        return
    seen = {**newest, "witnessed_at": moment(came), "alarms": []}
    witness = {
        "key": folder.public, "witnessed_at": seen["witnessed_at"], "alarms": [],
        "signature": folder.signer.sign(witness_bytes(seen)),
    }  # fmt: skip
    kept = {name: newest[name] for name in ("origin", "size", "root", "time", "suite", "key", "signature")}
    before = folder.size
    folder.keep(leaves, grown, {**kept, "token": str(newest.get("token", "")), "witness": witness})
    done.words = f"签了：{before} 条之后新增 {size - before} 条，共 {size} 条，根 {root[:16]}"


def _proven(folder: Folder, log: Log, size: int, root: str) -> bool:
    if not folder.size:
        return True
    told = log.told(f"/proofs/consistency/?from={folder.size}&to={size}")
    path = told.get("path") if isinstance(told, dict) else None
    try:
        steps = [bytes.fromhex(step) for step in path or ()]
        old, new = bytes.fromhex(folder.last["root"]), bytes.fromhex(root)
    except (ValueError, TypeError):
        return False
    return len(steps) <= _HASH * 2 and extends(folder.size, old, size, new, steps)


def _leaves(log: Log, first: int, last: int) -> bytes:
    found = bytearray()
    for start in range(first, last, _PAGE):
        end = min(start + _PAGE, last)
        piece = log.octets(f"/proofs/leaves/?from={start}&to={end}")
        if len(piece) != (end - start) * _LEAF:
            raise Away(f"第 {start} 到 {end} 条的叶不全")
        found += piece
    return bytes(found)


def _report(folder: Folder, log: Log, came: datetime, done: Round) -> None:
    """Tell the log what was seen. That it can't be told is no alarm: its own page shows it."""
    if not folder.last:
        return
    told = {
        "origin": folder.last["origin"], "size": folder.size, "root": folder.last["root"], "time": folder.last["time"],
        "witnessed_at": moment(came), "alarms": sorted(done.alarms.values()),
    }  # fmt: skip
    signed = {**told, "key": folder.public, "signature": folder.signer.sign(witness_bytes(told))}
    try:
        log.tell("/proofs/witness/", signed)
    except Away as away:
        done.words += f"（没有送到：{away}）"
