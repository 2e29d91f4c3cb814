"""The verdict on a package (核验结论): container, manifest, ledger, and whether files and ledger tell the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from yichuang.faces.terminal.archive_package import chain
from yichuang.faces.terminal.archive_package.container import (
    INDEX,
    LEDGER,
    MANIFEST,
    Container,
    Unreadable,
    open_container,
)
from yichuang.faces.terminal.archive_package.members import (
    CERTIFICATES,
    member_faults,
    register_faults,
    state_faults,
    word_faults,
)
from yichuang.faces.terminal.archive_package.names import index_of, name_faults, state_on_record
from yichuang.faces.terminal.archive_package.proof import proof_faults, proof_words
from yichuang.faces.terminal.archive_package.sealed import seals_in
from yichuang.faces.terminal.archive_package.several import check_set
from yichuang.faces.terminal.archive_package.verdict import Verdict, failed
from yichuang.records.archive.package import FORMAT, PROOF, SET_FORMAT, index_page
from yichuang.records.seals.signing.check import Trust

__all__ = ["Verdict", "check_package", "looks_like_package"]


def looks_like_package(head: bytes) -> bool:
    """Return whether a file begins as a package does: a ZIP whose first member is the manifest."""
    return head.startswith(b"PK\x03\x04") and head[30 : 30 + len(MANIFEST)] == MANIFEST.encode()


def check_package(path: Path, *, expected: str = "", trust: Trust | None = None) -> Verdict:
    """Check one package, alone; `expected` is the digest that the register tells, where one is at hand.

    With `trust` the seals on the papers inside are judged, too.

    Basis: DAF-37, DAF-39
    """
    name = f"归档包 {path.name}"
    try:
        found = open_container(path)
        if json.loads(found.texts[MANIFEST])["format"] == SET_FORMAT:
            return check_set(path, found, partial(check_package, trust=trust))
        return _one(path, found, expected, trust)
    except Unreadable as fault:
        return failed(name, [str(fault)])
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as fault:
        return failed(name, [f"清单或账目无法读取（{type(fault).__name__}）"])


def _one(path: Path, found: Container, expected: str, trust: Trust | None) -> Verdict:
    faults = list(_faults(found))
    manifest, ledger = json.loads(found.texts[MANIFEST]), json.loads(found.texts[LEDGER])
    name, gone = f"归档包 {manifest['archive_no']}", len(chain.erased(ledger["entries"]))
    seals = [] if faults else list(seals_in(path, manifest, trust))
    faults += [f"文件 {place} 的签章不可信（{fault}）" for place, fault in seals if fault]
    if expected and expected.lower() != found.digest:
        faults.append("整包摘要与登记的不符")
    if faults:
        return failed(name, faults)
    untold = _UNTOLD if index_of(ledger) is None else ""
    cleared = f"，其中 {gone} 条的内容已依规清除" if gone else ""
    return Verdict(
        True,
        f"{name}：完好。办件 {manifest['case_no']}，账目 {manifest['ledger']['seq']} 条首尾相接{cleared}，"
        f"文件 {len(manifest['files'])} 个与账目一致{f'，签章 {len(seals)} 枚有效' if seals else ''}"
        f"{untold}{proof_words(found.texts.get(PROOF))}；整包 SHA-256 {found.digest}",
    )


def _faults(found: Container) -> Iterator[str]:
    manifest, ledger = json.loads(found.texts[MANIFEST]), json.loads(found.texts[LEDGER])
    if manifest["format"] != FORMAT:
        yield "格式版本不认识"
    yield from member_faults(found.texts)
    yield from _listed(manifest, found)
    yield from chain.faults(ledger)
    last = ledger["entries"][-1]
    if any(manifest["ledger"][name] != last[name] for name in ("seq", "hash", "algorithm")):
        yield "清单所记的账目末条与账目不符"
    yield from proof_faults(found.texts.get(PROOF), ledger, manifest["case_no"])
    images = chain.rows(ledger)
    yield from _told(manifest, ledger, images)
    yield from word_faults(manifest, ledger)
    yield from name_faults(manifest, ledger, images)
    lines = json.loads(found.texts[CERTIFICATES])
    yield from [*register_faults(lines, images), *state_faults(lines, state_on_record(ledger))]
    if found.texts.get(INDEX) != index_page(manifest):
        yield "index.html 与清单不符"


def _listed(manifest: Mapping[str, Any], found: Container) -> Iterator[str]:
    """Compare the manifest with what lies in the package: nothing missing, nothing more, every byte the same."""
    listed = {file["path"]: file for file in manifest["files"]}
    if len(listed) != len(manifest["files"]) or list(listed) != sorted(listed):
        yield "清单有重复的或者没有排序的文件"
    for path in sorted(listed.keys() - found.digests.keys()):
        yield f"缺少文件 {path}"
    for path in sorted(found.digests.keys() - listed.keys() - {MANIFEST, INDEX}):
        yield f"多出文件 {path}"
    for path, file in listed.items():
        if path in found.digests and (file["sha256"], file["size"]) != (found.digests[path], found.sizes[path]):
            yield f"文件 {path} 被改动过"


def _told(manifest: Mapping[str, Any], ledger: Mapping[str, Any], images: chain.Images) -> Iterator[str]:
    """Compare the manifest with the ledger: which case, which number, which course, which files."""
    case = next((row for (table, _), row in images.items() if table == "cases_case"), {})
    item = next((row for (table, _), row in images.items() if table == "archive_archiveitem"), {})
    same = {name: manifest[name] == item.get(name) for name in _ITEM} | {
        "case_no": manifest["case_no"] == case.get("no"), "outcome": manifest["outcome"] == case.get("outcome"),
        "closed_on": manifest["closed_on"] == case.get("closed_on"),
        "case_id": manifest["case_id"] == ledger["subject_id"],
        "archive_no": manifest["archive_no"] == item.get("no"),
        "region_code": manifest["region_code"] == ledger["region_code"],
        "received_on": manifest["received_on"] == case.get("received_on"),
    }  # fmt: skip
    yield from (f"清单的 {name} 与账目不符" for name, right in same.items() if not right)
    if case.get("state") != "closed":
        yield "账目没有到办结"
    if [(step["seq"], step["verb"], step["at"]) for step in manifest["course"]] != [
        (entry["seq"], entry["verb"], entry["at"]) for entry in ledger["entries"]
    ]:
        yield "清单的办理经过与账目不符"
    yield from _files(manifest, images, chain.erased_files(ledger) if manifest["missing"] else frozenset())


_UNTOLD = "，机构名称没有登在账目里（早先的归档包）"
_ITEM = ("fonds", "year", "category", "retention", "keep_until", "registered_on")


def _files(manifest: Mapping[str, Any], images: chain.Images, gone: frozenset[str]) -> Iterator[str]:
    """Compare the files with the digests that the ledger knows."""
    known = {"document": set[str](), "material": set[str](), "proof": set[str]()}
    for (table, _), row in images.items():
        if table == "documents_document" and row.get("digest"):
            known["document"].add(row["digest"])
        for kind, name in (("material", "files"), ("proof", "proofs")):
            if table == _TABLES[kind]:
                known[kind] |= {file["digest"] for file in row.get(name, ())}
    for kind, digests in known.items():
        listed = {file["sha256"] for file in manifest["files"] if file["kind"] == kind}
        for digest in sorted(digests - listed - gone):
            yield f"账目里的{_KINDS[kind]} {digest[:12]} 不在归档包里"
        for digest in sorted(listed - digests):
            yield f"{_KINDS[kind]} {digest[:12]} 不是账目里的"


_TABLES = {"material": "cases_material", "proof": "delivery_dispatch"}
_KINDS = {"document": "文书", "material": "材料", "proof": "送达凭据"}
