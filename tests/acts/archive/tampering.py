"""Tampered packages (篡改): each takes a sound one and changes something; most write the manifest anew to fit."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

from yichuang.records.archive.package import canonical, index_page
from yichuang.records.archive.zipping import in_memory, write

Parts = dict[str, bytes]
Tamper = Callable[[bytes], bytes]
CORPUS: dict[str, Tamper] = {}
_BYTE = 0x20


def parts_of(package: bytes) -> Parts:
    """Return the members in their order."""
    with ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def written(parts: Parts) -> bytes:
    """Write the members in the lawful form."""
    out = io.BytesIO()
    first = ["manifest.json"] if "manifest.json" in parts else []
    names = first + sorted(name for name in parts if name != "manifest.json")
    write([in_memory(name, parts[name]) for name in names], out)
    return out.getvalue()


def consistent(parts: Parts, change: Callable[[dict[str, Any]], None] = lambda manifest: None) -> bytes:
    """Write manifest and page anew, so that every digest in them fits what lies in the package."""
    manifest = json.loads(parts["manifest.json"])
    for file in manifest["files"]:
        body = parts.get(file["path"])
        if body is not None:
            file["sha256"], file["size"] = sha256(body).hexdigest(), len(body)
    manifest["files"] = [file for file in manifest["files"] if file["path"] in parts]
    change(manifest)
    return written({**parts, "manifest.json": canonical(manifest), "index.html": index_page(manifest)})


def tamper(kind: str) -> Callable[[Callable[[Parts], bytes]], None]:
    """Add a case to the corpus that works on the members."""

    def keep(work: Callable[[Parts], bytes]) -> None:
        CORPUS[kind] = lambda package: work(parts_of(package))

    return keep


def _flip(body: bytes, place: int = -2) -> bytes:
    changed = bytearray(body)
    changed[place] ^= _BYTE
    return bytes(changed)


def _flipped(name_of: Callable[[Parts], str]) -> Callable[[Parts], bytes]:
    def work(parts: Parts) -> bytes:
        name = name_of(parts)
        return written({**parts, name: _flip(parts[name], len(parts[name]) // 2)})

    return work


def _first(folder: str) -> Callable[[Parts], str]:
    return lambda parts: next(name for name in parts if name.startswith(folder))


for member in (
    "documents/",
    "materials/",
    "proofs/",
    "manifest.json",
    "index.html",
    "ledger.json",
    "certificates.json",
):
    tamper(f"one byte of {member}")(_flipped(_first(member)))


def ledger(kind: str) -> Callable[[Callable[[dict[str, Any]], None]], None]:
    """Add a case that changes the ledger and makes everything else fit, the manifest's end of the chain too."""

    def keep(work: Callable[[dict[str, Any]], None]) -> None:
        def whole(package: bytes) -> bytes:
            parts = parts_of(package)
            told = json.loads(parts["ledger.json"])
            work(told)
            last = told["entries"][-1]

            def end(manifest: dict[str, Any]) -> None:
                manifest["ledger"].update(seq=last["seq"], hash=last["hash"])
                manifest["course"] = manifest["course"][: len(told["entries"])]

            return consistent({**parts, "ledger.json": canonical(told)}, end)

        CORPUS[f"ledger: {kind}"] = whole

    return keep


@ledger("a fact changed")
def _fact(told: dict[str, Any]) -> None:
    told["entries"][3]["facts"]["rows"][0][2]["state"] = "closed"


@ledger("a time changed")
def _time(told: dict[str, Any]) -> None:
    told["entries"][2]["at"] = told["entries"][2]["at"].replace("2026-03", "2026-02")


@ledger("an actor changed")
def _actor(told: dict[str, Any]) -> None:
    told["entries"][2]["actor_id"] = told["entries"][0]["actor_id"]


@ledger("the last entries cut off")
def _cut(told: dict[str, Any]) -> None:
    del told["entries"][-3:]


@ledger("only the registration cut off")
def _cut_one(told: dict[str, Any]) -> None:
    del told["entries"][-1]


@ledger("an entry left out")
def _hole(told: dict[str, Any]) -> None:
    del told["entries"][4]


@ledger("two entries swapped")
def _swap(told: dict[str, Any]) -> None:
    told["entries"][3], told["entries"][4] = told["entries"][4], told["entries"][3]


@ledger("an entry twice")
def _twice(told: dict[str, Any]) -> None:
    told["entries"].insert(4, dict(told["entries"][3]))


@ledger("two payloads swapped")
def _payloads(told: dict[str, Any]) -> None:
    first, second = list(told["payloads"])[:2]
    told["payloads"][first], told["payloads"][second] = told["payloads"][second], told["payloads"][first]


@ledger("a payload left out")
def _payload_gone(told: dict[str, Any]) -> None:
    del told["payloads"][next(iter(told["payloads"]))]


@ledger("a payload too many")
def _payload_more(told: dict[str, Any]) -> None:
    told["payloads"]["0" * 32] = next(iter(told["payloads"].values()))


@ledger("a payload reworded")
def _reworded(told: dict[str, Any]) -> None:
    next(iter(told["payloads"].values()))["body"]["reason"] = "另一个理由"


@ledger("a salt changed")
def _salt(told: dict[str, Any]) -> None:
    next(iter(told["payloads"].values()))["salt"] = "00" * 16


@ledger("an entry hashed anew alone")
def _rehashed(told: dict[str, Any]) -> None:
    from yichuang.faces.terminal.archive_package.chain import HASHED
    from yichuang.faces.terminal.archive_package.chain import sha256 as digest

    entry = told["entries"][3]
    entry["verb"] = "case.denied"
    entry["hash"] = digest({name: entry[name] for name in HASHED} | {"facts": digest(entry["facts"])})


@ledger("an erasure that nobody put on record")
def _erasure(told: dict[str, Any]) -> None:
    told["entries"][-1]["facts"]["erased"] = [1]
    told["entries"][-1]["verb"] = "case.erased"
    del told["payloads"][told["entries"][0]["id"]]


@ledger("the chain of another case")
def _other(told: dict[str, Any]) -> None:
    told["subject_id"] = "0" * 8 + told["subject_id"][8:]


@tamper("a paper replaced, manifest fitted")
def _paper(parts: Parts) -> bytes:
    name = _first("documents/")(parts)
    return consistent({**parts, name: b"%PDF-1.7 another"})


@tamper("a material replaced, manifest fitted")
def _material(parts: Parts) -> bytes:
    return consistent({**parts, _first("materials/")(parts): b"another"})


@tamper("a proof replaced, manifest fitted")
def _proof(parts: Parts) -> bytes:
    return consistent({**parts, _first("proofs/")(parts): b"another"})


@tamper("a paper left out, manifest fitted")
def _no_paper(parts: Parts) -> bytes:
    name = _first("documents/")(parts)
    return consistent({key: body for key, body in parts.items() if key != name})


@tamper("a material left out, called erased")
def _no_material(parts: Parts) -> bytes:
    name = _first("materials/")(parts)
    gone = {"title": "x", "kind": "material", "sha256": sha256(parts[name]).hexdigest()}
    return consistent({key: b for key, b in parts.items() if key != name}, lambda m: m["missing"].append(gone))


@tamper("a member left out, manifest kept")
def _left_out(parts: Parts) -> bytes:
    name = _first("documents/")(parts)
    return written({key: body for key, body in parts.items() if key != name})


@tamper("a member more, manifest kept")
def _more(parts: Parts) -> bytes:
    return written({**parts, "documents/999-extra.pdf": b"%PDF"})


@tamper("a member more, in the manifest too")
def _more_listed(parts: Parts) -> bytes:
    body = b"%PDF"
    told = {
        "path": "documents/999.pdf",
        "sha256": sha256(body).hexdigest(),
        "size": 4,
        "kind": "document",
        "title": "x",
    }

    def add(manifest: dict[str, Any]) -> None:
        manifest["files"] = sorted([*manifest["files"], told], key=lambda file: str(file["path"]))

    return consistent({**parts, "documents/999.pdf": body}, add)


def _manifest(**changes: object) -> Callable[[Parts], bytes]:
    return lambda parts: consistent(parts, lambda manifest: manifest.update(changes))


for key, value in {
    "archive_no": "JN-XK·2026-D30-嘉水-0009", "retention": "short", "keep_until": "2036-12-31", "year": 2025,
    "case_no": "JN-2026-000999", "outcome": "denied", "closed_on": "2026-01-01", "format": "yichuang-archive/9",
}.items():  # fmt: skip
    tamper(f"manifest: another {key}")(_manifest(**{key: value}))


@tamper("manifest: another end of the chain")
def _end(parts: Parts) -> bytes:
    return consistent(parts, lambda manifest: manifest["ledger"].update(hash="0" * 64))


@tamper("manifest: a step of the course left out")
def _course(parts: Parts) -> bytes:
    return consistent(parts, lambda manifest: manifest["course"].pop(2))


@tamper("the register of certificates reworded, manifest fitted")
def _register(parts: Parts) -> bytes:
    return consistent({**parts, "certificates.json": parts["certificates.json"].replace(b"00001", b"00002")})


@tamper("the manifest is no object")
def _no_object(parts: Parts) -> bytes:
    return written({**parts, "manifest.json": b"[]"})


@tamper("the ledger is empty")
def _empty(parts: Parts) -> bytes:
    return consistent({**parts, "ledger.json": b'{"entries":[],"payloads":{}}'})
