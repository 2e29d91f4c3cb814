"""归档目录的用语: names that the index of a package tells are put on record with the archive number.

An id says nothing to a reader, and a name may change afterwards: the index tells what was so on the day of
registration, and an offline verifier compares it with the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.queries import certificates_of
from yichuang.records.documents.models import Document
from yichuang.records.ledger.proofs import verifier
from yichuang.records.ledger.queries import Chain

REGISTERED = "case.archive_registered"


def names_now(case: CaseFile, ctx: Context) -> dict[str, Any]:
    """Return the names of item, department and papers, how the certificates stand, and which program goes along.

    Basis: DAF-14.1, ZXZW-12
    """
    version = version_of(case.item_version_id)
    rows = certificates_of(case.region_code, case.id)
    papers = Document.objects.filter(region_code=case.region_code, case_id=case.id).exclude(digest="")
    return {
        "item": version.item.name, "item_code": version.item.code,
        "department": ctx.directory.departments[case.department_id].name,
        "certificates": {row.no: row.status for row in rows},
        "program": sha256(verifier.source()).hexdigest(),
        "papers": {paper.digest: f"{paper.title} {paper.no}" for paper in papers},
    }  # fmt: skip


def names_on_record(case: CaseFile, chain: Chain, ctx: Context) -> Mapping[str, Any]:
    """Return what was put on record; of a case that was registered before that was done, what is so now."""
    for entry in reversed(chain.entries):
        if entry.verb == REGISTERED and "index" in entry.facts:
            told: Mapping[str, Any] = entry.facts["index"]
            return told
    return names_now(case, ctx)
