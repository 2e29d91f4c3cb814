"""Other names for the same bytes (改名): the index says something else, and every digest was counted anew to fit."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from tests.acts.archive.tampering import CORPUS, Parts, _manifest, consistent, tamper
from yichuang.records.archive.package import canonical

__all__ = ["CORPUS"]
Change = Callable[[dict[str, Any]], object]


def _renamed(of: str, /, **changes: object) -> Callable[[Parts], bytes]:
    """Change what the index says of the first file of a kind."""

    def change(manifest: dict[str, Any]) -> None:
        next(file for file in manifest["files"] if file["kind"] == of).update(changes)

    return lambda parts: consistent(parts, change)


def _moved(kind: str, change: Callable[[str], str]) -> Callable[[Parts], bytes]:
    """Put the first file of a kind under another path, in the index too."""

    def work(parts: Parts) -> bytes:
        manifest = json.loads(parts["manifest.json"])
        old = next(file["path"] for file in manifest["files"] if file["kind"] == kind)

        def name(told: dict[str, Any]) -> None:
            for file in told["files"]:
                file["path"] = change(old) if file["path"] == old else file["path"]
            told["files"].sort(key=lambda file: str(file["path"]))

        whole = {change(path) if path == old else path: body for path, body in parts.items()}
        return consistent({**whole, "manifest.json": _with(manifest, name)})

    return work


def _with(manifest: dict[str, Any], change: Change) -> bytes:
    change(manifest)
    return canonical(manifest)


def _added(path: str, body: bytes, kind: str) -> Callable[[Parts], bytes]:
    """Put one more file into the package and into its index."""
    told = {"path": path, "sha256": sha256(body).hexdigest(), "size": len(body), "kind": kind, "title": "准予决定书"}

    def add(manifest: dict[str, Any]) -> None:
        kept = [file for file in manifest["files"] if file["path"] != path]
        manifest["files"] = sorted([*kept, told], key=lambda file: str(file["path"]))

    return lambda parts: consistent({**parts, path: body}, add)


def _in_proof(change: Change) -> Callable[[Parts], bytes]:
    def work(parts: Parts) -> bytes:
        told = json.loads(parts["proof.json"])
        change(told)
        return consistent({**parts, "proof.json": canonical(told)})

    return work


def _gone(manifest: dict[str, Any]) -> None:
    manifest["missing"].append({"title": "不予行政许可决定书", "kind": "document", "sha256": "0" * 64})


for key, value in {
    "item": "采矿许可", "item_code": "11990100000000000J4000111000001", "department": "嘉宁市市场监督管理局",
    "fonds": "JX", "category": "DQ", "registered_on": "2026-04-09", "received_on": "2026-02-01",
    "region_code": "990200", "case_id": "00000000-0000-7000-8000-000000000000",
}.items():  # fmt: skip
    tamper(f"index: another {key}")(_manifest(**{key: value}))
tamper("index: another algorithm")(lambda parts: consistent(parts, lambda m: m["ledger"].update(algorithm="sm3")))
tamper("index: a paper that is said to be gone")(lambda parts: consistent(parts, _gone))
tamper("index: a paper under another heading")(
    lambda parts: consistent(parts, lambda m: [f.update(title=_other(f["title"])) for f in m["files"]])
)
tamper("index: a material called a paper")(_renamed("material", kind="document"))
tamper("index: a paper called a proof of delivery")(_renamed("document", kind="checkpoint"))
tamper("index: a proof of delivery under another name")(_renamed("proof", title="公告送达 签名.png"))
tamper("index: the ledger under another name")(_renamed("ledger", title="副本"))
tamper("index: the register under another kind")(_renamed("certificates", kind="note"))
tamper("a file more, of a kind that nobody knows")(_added("documents/999-abc.pdf", b"%PDF", "note"))
tamper("a file more, called a checkpoint")(_added("checkpoints/1.json", b"{}", "checkpoint"))
tamper("another verifying program")(_added("verify_ledger.py", b"print('ok')", "checkpoint"))
tamper("a paper with another number in its path")(_moved("document", lambda path: path.replace("001-", "009-")))
tamper("a material among the papers")(_moved("material", lambda path: path.replace("materials/", "documents/")))
tamper("a material under another digest")(_moved("material", lambda path: path[:-16] + "0" * 12 + path[-4:]))
tamper("a certificate said to be revoked")(
    lambda parts: consistent(
        {**parts, "certificates.json": parts["certificates.json"].replace(b'"valid"', b'"revoked"')}
    )
)
tamper("proof: a remark")(_in_proof(lambda told: told.update(note="全部有效")))
tamper("proof: a remark on the checkpoint")(_in_proof(lambda told: told["checkpoint"].update(note="x")))
tamper("proof: an entry twice")(_in_proof(lambda told: told["entries"].append(told["entries"][-1])))
tamper("proof: another leaf")(_in_proof(lambda told: told["entries"][0].update(leaf="0" * 64)))
tamper("proof: another format")(_in_proof(lambda told: told.update(format="x")))
tamper("proof: of another case")(_in_proof(lambda told: told.update(case_no="JN-2026-000999")))
tamper("proof: another origin")(_in_proof(lambda told: told["checkpoint"].update(origin="国家政务服务平台")))
tamper("proof: a witness who signed nothing")(
    _in_proof(
        lambda told: told["checkpoint"]["witnesses"].append(
            {"key": told["checkpoint"]["key"], "witnessed_at": told["checkpoint"]["time"], "alarms": [],
             "signature": told["checkpoint"]["signature"]}
        )
    )
)  # fmt: skip
tamper("proof: a time-stamp that is none")(_in_proof(lambda told: told["checkpoint"].update(token="3000")))


def _other(title: str) -> str:
    return title.replace("准予", "不予").replace("收件凭证", "受理通知书")
