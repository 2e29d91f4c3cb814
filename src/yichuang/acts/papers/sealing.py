"""用印: a paper that leaves a place for a seal gets the one of the body it speaks for, and the use is on record."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number, Row
from yichuang.acts.papers.opening import opened
from yichuang.acts.papers.stamping import Pressed, press
from yichuang.acts.proofs.on_paper import on_paper
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import Document
from yichuang.records.documents.rendering import Numbered
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.seals.models import Seal, SealUse
from yichuang.records.seals.queries import seals_of
from yichuang.rules.seals.choosing import SealFacts, body_of, choose

_NEAR = timedelta(minutes=5)


def pressed(document: Document, case: CaseFile, ctx: Context) -> Pressed:
    """Return the paper, sealed where the body it speaks for has a seal; with the place marked empty where not.

    Raises: Refused (there is a seal, and it may not be used: the paper waits), SealFault, RenderingFault.
    Basis: XKF-32.2, XKF-38, ZXZW-9
    """
    fields = {**opened(document.fields, case.id), "leaf": on_paper(case.ledger_hash)}
    seal = seal_of(document, case.region_code, ctx)
    return press((document, fields, case.no), seal, ctx.at, settings.YICHUANG_PUBLIC_URL)


def seal_of(document: Numbered, region_code: str, ctx: Context) -> Seal | None:
    """Return the seal for a paper; None where the body has none.  Raises: Refused."""
    body = body_of(document.kind, document.fields)
    regions = {one.centre.region.code for one in ctx.directory.departments.values() if one.name == body}
    region = region_code if region_code in regions or not regions else min(regions)
    rows = {row.no: row for row in seals_of(region, body)}
    facts = [SealFacts(row.no, row.kind, row.state, row.valid_from, row.valid_to) for row in rows.values()]
    chosen = choose(document.kind, facts, ctx.today)
    return rows[chosen.no] if chosen else None


def use_of(done: Pressed, document: Document, digest: str, ctx: Context) -> tuple[Row, ...]:
    """Return the row of the seal log, none for a paper without a seal.  Basis: ZXZW-9"""
    if done.seal is None or done.mark is None:
        return ()
    no, year = done.seal.no, ctx.today.year
    drawn = Number(f"use:{no}:{year}", lambda serial: f"{no}-{year}-{serial:05d}")
    values = {
        "id": new_id(), "region_code": document.region_code, "case_id": document.case_id, "document_id": document.id,
        "seal_id": done.seal.id, "no": drawn, "used_at": ctx.at, "user_id": _drawn_by(document), "digest": digest,
        "suite": done.mark.suite, "told": done.mark.digest, "mark": done.mark.signature,
    }  # fmt: skip
    return (Row(SealUse, values),)


def _drawn_by(document: Document) -> UUID | None:
    """Return whose act the paper came with: he answers for the use of the seal; nobody where the law itself spoke."""
    entries = Entry.objects.filter(region_code=document.region_code, at=document.drawn_at)
    at = document.drawn_at
    near = entries.filter(recorded_at__range=(at - _NEAR, at + _NEAR))  # on the chain of a certificate
    for rows in (entries.filter(subject_id=document.case_id), near):
        for actor, answer in rows.values_list("actor_id", "answer"):
            if str(document.id) in (answer or {}).get("documents", ()):
                found: UUID | None = actor
                return found
    return None
