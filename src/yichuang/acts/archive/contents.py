"""What goes into the package of a case (归档范围): papers, materials, proofs, certificates, ledger, manifest, index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from yichuang.acts.archive.files import Found, files_of_case
from yichuang.acts.archive.indexed import names_on_record
from yichuang.acts.archive.ledger_extract import course, extract
from yichuang.acts.context import Context
from yichuang.acts.inspection.chains import erased_seqs
from yichuang.acts.proofs.of_case import proof_of
from yichuang.records.archive.models import ArchiveItem, Retention
from yichuang.records.archive.package import FORMAT, INDEX, LEDGER, MANIFEST, PROOF, canonical, index_page
from yichuang.records.archive.zipping import Member, in_memory, on_disk
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.queries import certificates_of
from yichuang.records.filestore import store
from yichuang.records.ledger.models import Subject
from yichuang.records.ledger.proofs import verifier
from yichuang.records.ledger.queries import Chain, chain_of

_TITLES = {PROOF: "存证证明", verifier.NAME: "离线核验程序"}


def members_of(case: CaseFile, item: ArchiveItem, ctx: Context) -> list[Member]:
    """Return the members of the package in their order; the same case in the same state gives the same bytes.

    Files that were erased under the rules are named as missing; any other missing file is a fault.
    Raises: NoSuchFile.  Basis: DAF-13, DAF-37.1, ZXZW-12
    """
    chain, files = chain_of(case.region_code, Subject.CASE, case.id), store()
    names = names_on_record(case, chain, ctx)
    lines = _certificates(case, names["certificates"])
    texts = {LEDGER: canonical(extract(chain)), "certificates.json": canonical(lines)}
    proofs = _proofs(case, names.get("program"))
    gone = erased_seqs(chain.entries)
    found = [replace(one, title=names["papers"].get(one.digest, one.title)) for one in files_of_case(case)]
    missing = [one for one in found if gone and not files.has(one.digest)]
    present = [one for one in found if one not in missing]
    members = [on_disk(one.path, files.path(one.digest)) for one in present]
    members += [in_memory(path, body) for path, body in (texts | proofs).items()]
    told = [_told(one, members[number].size) for number, one in enumerate(present)]
    told += [
        _told(Found("ledger", "账目摘录", _sha(texts[LEDGER]), LEDGER), len(texts[LEDGER])),
        _told(
            Found("certificates", "证照登记", _sha(texts["certificates.json"]), "certificates.json"),
            len(texts["certificates.json"]),
        ),
    ]
    told += [_told(Found("checkpoint", _TITLES[path], _sha(body), path), len(body)) for path, body in proofs.items()]
    manifest = {
        **_head(case, item, names), "format": FORMAT, "ledger": _end(chain), "course": course(chain),
        "files": sorted(told, key=lambda file: str(file["path"])),
        "missing": [{"title": one.title, "sha256": one.digest, "kind": one.kind} for one in missing],
    }  # fmt: skip
    members.append(in_memory(INDEX, index_page(manifest)))
    return [in_memory(MANIFEST, canonical(manifest)), *sorted(members, key=lambda member: member.path)]


def _proofs(case: CaseFile, program: str | None) -> dict[str, bytes]:
    """Return the proof of what is proven by now, with the program that checks it; nothing before a checkpoint.

    The program goes along as it was put on record; a later one does not.
    """
    told = proof_of(case.region_code, case.id, case.no)
    along = told and program in (None, _sha(verifier.source()))
    return ({PROOF: canonical(told)} if told else {}) | ({verifier.NAME: verifier.source()} if along else {})


def _sha(body: bytes) -> str:
    return sha256(body).hexdigest()


def _told(one: Found, size: int) -> dict[str, Any]:
    return {"path": one.path, "sha256": one.digest, "size": size, "kind": one.kind, "title": one.title}


def _end(chain: Chain) -> dict[str, Any]:
    last = chain.entries[-1]
    return {"seq": last.seq, "hash": last.hash, "algorithm": last.algorithm}


def _head(case: CaseFile, item: ArchiveItem, names: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "archive_no": item.no, "fonds": item.fonds, "year": item.year, "category": item.category,
        "retention": item.retention, "retention_words": str(Retention(item.retention).label),
        "keep_until": item.keep_until.isoformat() if item.keep_until else None,
        "registered_on": item.registered_on.isoformat(), "region_code": case.region_code, "case_id": str(case.id),
        "case_no": case.no, "item": names["item"], "item_code": names["item_code"],
        "department": names["department"], "outcome": case.outcome,
        "outcome_words": str(CaseOutcome(case.outcome).label) if case.outcome else "",
        "received_on": case.received_on.isoformat(), "closed_on": case.closed_on.isoformat(),
    }  # fmt: skip


def _certificates(case: CaseFile, states: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the lines of the register of certificates (证照登记), as they stood when the case was registered."""
    return [
        {
            "no": row.no, "type_name": row.type_name, "issued_on": row.issued_on.isoformat(),
            "status": states.get(row.no, row.status),
            "valid_to": row.valid_to.isoformat() if row.valid_to else None, "verify_token": row.verify_token,
        }
        for row in certificates_of(case.region_code, case.id)
    ]  # fmt: skip
