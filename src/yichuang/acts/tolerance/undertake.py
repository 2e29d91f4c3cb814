"""签署告知承诺: the applicant promises in writing that the conditions are met; the promise stands for the proofs."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of
from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import undertaking_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import acceptance
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Undertaken:
    """Who signed: the applicant, or his proxy."""

    on: On
    signer: str


@case_act(verb="case.undertaken")
def undertake(case: CaseFile, wish: Undertaken, ctx: Context) -> Work:
    """Keep the signed undertaking (告知承诺书) in the words of the item version.

    Basis: YSHJ-40.3
    """
    version = version_of(case.item_version_id)
    offered = undertaking_of(version)
    if offered is None:
        raise Refused("undertaking_none", "YSHJ-40.3")
    if case.undertaken:
        raise Refused("undertaking_signed", "YSHJ-40.3")
    acceptance.still_open(clock_of(case, ctx)).raise_if_refused()
    if not wish.signer.strip():
        raise Refused("undertaking_signer", "YSHJ-40.3")
    spared = [slot["name"] for slot in version.materials if slot["key"] in offered.materials]
    paper = slip(
        DocumentKind.UNDERTAKING, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, basis="YSHJ-40.3",
        signer=wish.signer.strip(), text=list(offered.text), spared=spared, consequence=offered.consequence,
    )  # fmt: skip
    return Work(set={"undertaken": True}, papers=(paper,))
