"""The JSON members of a package (清单、账目、证照登记): written in the one form, nothing in them that no check covers.

A reader that takes the first of two equal keys, or shows a key that nobody hashed, would tell something else than the
verdict is about.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from yichuang.faces.terminal.archive_package.chain import HASHED, Images
from yichuang.faces.terminal.archive_package.container import LEDGER, MANIFEST
from yichuang.records.archive.package import PROOF, canonical
from yichuang.records.archive.words import CERTIFICATE_STATES, FORMER, OUTCOMES, RETENTIONS
from yichuang.rules.transitions import TABLE

CERTIFICATES = "certificates.json"
_MANIFEST = frozenset(
    """archive_no case_id case_no category closed_on course department files fonds format item item_code keep_until
    ledger missing outcome outcome_words received_on region_code registered_on retention retention_words year""".split()
)
_FILE, _MISSING = frozenset({"kind", "path", "sha256", "size", "title"}), frozenset({"kind", "sha256", "title"})
_STEP, _END = frozenset({"at", "erased", "seq", "verb", "words"}), frozenset({"algorithm", "hash", "seq"})
_LEDGER = frozenset({"entries", "payloads", "region_code", "subject", "subject_id"})
_ENTRY, _PAYLOAD = frozenset((*HASHED, "hash", "id")), frozenset({"body", "salt"})
_LINE = frozenset({"issued_on", "no", "status", "type_name", "valid_to", "verify_token"})


def member_faults(texts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with how the members are written, in words."""
    for name in (MANIFEST, LEDGER, CERTIFICATES, PROOF):
        if name in texts and canonical(json.loads(texts[name])) != texts[name]:
            yield f"{name} 不是规定的写法，可能有重复的项"
    manifest, ledger = json.loads(texts[MANIFEST]), json.loads(texts[LEDGER])
    parts: tuple[tuple[str, frozenset[str], Collection[Any]], ...] = (
        ("清单", _MANIFEST, [manifest]), ("清单的文件", _FILE, manifest["files"]),
        ("清单的缺失文件", _MISSING, manifest["missing"]), ("清单的经过", _STEP, manifest["course"]),
        ("清单的账目末条", _END, [manifest["ledger"]]), ("账目", _LEDGER, [ledger]),
        ("账目的条目", _ENTRY, ledger["entries"]), ("账目的附带内容", _PAYLOAD, ledger["payloads"].values()),
        ("证照登记", _LINE, json.loads(texts[CERTIFICATES])),
    )  # fmt: skip
    yield from (f"{name}有规定以外的内容" for name, keys, rows in parts if any(row.keys() != keys for row in rows))


def word_faults(manifest: Mapping[str, Any], ledger: Mapping[str, Any]) -> Iterator[str]:
    """Yield where the words that a person reads say something else than what the ledger knows."""
    if manifest["outcome_words"] not in OUTCOMES.get(manifest["outcome"], ("",)):
        yield "清单的办理结果用语与账目不符"
    if manifest["retention_words"] not in RETENTIONS.get(manifest["retention"], ()):
        yield "清单的保管期限用语与账目不符"
    gone = {entry["seq"] for entry in ledger["entries"] if entry["id"] not in ledger["payloads"]}
    for step in manifest["course"]:
        words = {row.words for row in TABLE if row.verb == step["verb"]} | set(FORMER.get(step["verb"], ()))
        if step["words"] not in (words or {step["verb"]}) or step["erased"] != (step["seq"] in gone):
            yield f"清单第 {step['seq']} 步的用语与账目不符"


def register_faults(lines: Collection[Mapping[str, Any]], images: Images) -> Iterator[str]:
    """Compare the lines of the register with the certificates that the ledger issued; their status may move on."""
    issued = [row for (table, _), row in images.items() if table == "certificates_certificate"]
    if [line["no"] for line in lines] != [row["no"] for row in issued]:
        yield "证照登记与账目不符"
    for line, row in zip(lines, issued, strict=False):
        if any(line[name] != row.get(name) for name in ("type_name", "issued_on", "valid_to", "verify_token")):
            yield f"证照 {line['no']} 的登记与账目不符"


def state_faults(lines: Collection[Mapping[str, Any]], on_record: Mapping[str, str]) -> Iterator[str]:
    """Yield certificates whose state is none, or not the one that was put on record with the archive number."""
    for line in lines:
        if line["status"] not in CERTIFICATE_STATES:
            yield f"证照 {line['no']} 的状态不认识"
        elif on_record.get(line["no"], line["status"]) != line["status"]:
            yield f"证照 {line['no']} 的状态与账目不符"
