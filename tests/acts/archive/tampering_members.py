"""Members written in another way (清单和账目的写法): keys twice, keys that no check covers, words that say else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.acts.archive.tampering import CORPUS, Parts, _manifest, consistent, tamper, written
from yichuang.records.archive.package import canonical

__all__ = ["CORPUS"]
_TWICE = '{"outcome_words":"不予许可",'.encode()


def _in_ledger(work: Callable[[dict[str, Any]], object]) -> Callable[[Parts], bytes]:
    def changed(parts: Parts) -> bytes:
        told = json.loads(parts["ledger.json"])
        work(told)
        return consistent({**parts, "ledger.json": canonical(told)})

    return changed


def _in_register(**changes: object) -> Callable[[Parts], bytes]:
    def changed(parts: Parts) -> bytes:
        lines = json.loads(parts["certificates.json"])
        lines[0].update(changes)
        return consistent({**parts, "certificates.json": canonical(lines)})

    return changed


tamper("a word for the outcome")(_manifest(outcome_words="不予许可"))
tamper("a word for the retention")(_manifest(retention_words="永久"))
tamper("a key more in the manifest")(_manifest(conclusion="准予"))
tamper("a step reworded")(lambda parts: consistent(parts, lambda m: m["course"][1].update(words="不予受理")))
tamper("a step called erased")(lambda parts: consistent(parts, lambda m: m["course"][1].update(erased=True)))
tamper("a note on a file")(lambda parts: consistent(parts, lambda m: m["files"][1].update(note="作废")))
tamper("a paper under another number")(
    lambda parts: consistent(parts, lambda m: m["files"][1].update(title="收件凭证 JN-2026-000009"))
)
tamper("a material under another name")(
    lambda parts: consistent(parts, lambda m: [f.update(title="x") for f in m["files"] if f["kind"] == "material"])
)
tamper("the outcome twice in the manifest")(
    lambda parts: written({**parts, "manifest.json": parts["manifest.json"].replace(b"{", _TWICE, 1)})
)
tamper("the entries twice in the ledger")(
    lambda parts: consistent({**parts, "ledger.json": parts["ledger.json"].replace(b"{", b'{"entries":[],', 1)})
)
tamper("a blank in the ledger")(
    lambda parts: consistent({**parts, "ledger.json": parts["ledger.json"].replace(b",", b", ", 1)})
)
tamper("a key more in the ledger")(_in_ledger(lambda told: told.update(note="x")))
tamper("a key more in an entry")(_in_ledger(lambda told: told["entries"][2].update(opinion="不同意")))
tamper("a key more in a payload")(_in_ledger(lambda told: next(iter(told["payloads"].values())).update(reason="x")))
tamper("a key more in the register")(_in_register(scope="全国"))
tamper("a state that is none")(_in_register(status="永久有效"))
