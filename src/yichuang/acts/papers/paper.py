"""Papers of an act (文书): which kind, which number, and the fields frozen with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number, Row
from yichuang.acts.papers.about import About
from yichuang.acts.papers.series import BASIS, WORDS
from yichuang.law.book import book
from yichuang.records.documents.models import Document
from yichuang.records.ids import new_id
from yichuang.rules.numbering import NumberKind, counter_name, document_number

_LICENCE_LAW = "XKF"
TEMPLATE_VERSION = "2026-11"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to be numbered and kept. `no` is a text, or a Number drawn inside the filing."""

    kind: str
    no: str | Number
    at: datetime
    on: date
    fields: Mapping[str, Any] = field(default_factory=dict)
    public: bool = True
    id: UUID | None = None

    def row(self, region_code: str, case_id: UUID) -> Row:
        """Return the row to add; its bytes are made after the commit."""
        return Row(
            Document,
            {
                "id": self.id or new_id(), "region_code": region_code, "case_id": case_id, "kind": self.kind,
                "no": self.no, "on": self.on, "template": f"{self.kind}@{TEMPLATE_VERSION}",
                "fields": dict(self.fields), "public": self.public, "drawn_at": self.at,
                "digest": "", "size": 0, "rendered_at": None,
            },
        )  # fmt: skip


def numbered(kind: str, subject: About, ctx: Context, *, basis: str = "", **fields: Any) -> Paper:
    """Return a paper with a number of the department's series of this kind and year (发文字号)."""
    word, year = subject.department.document_word + WORDS[kind], ctx.today.year
    number = Number(counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial))
    return slip(kind, number, subject, ctx, basis=basis, **fields)


def slip(kind: str, no: str | Number, subject: About, ctx: Context, *, basis: str = "", **fields: Any) -> Paper:
    """Return a paper under a number given: slips go by the case number (收件凭证、送达回证)."""
    frame = _frame(subject, ctx, _basis(subject, basis or BASIS.get(kind, "")))
    return Paper(kind, no, ctx.at, ctx.today, frame | fields)


def _basis(subject: About, basis: str) -> str:
    """Return the basis, or "" where it is the licence law's and the matter is no licence.  Basis: XKF-2"""
    return "" if basis.split("-")[0] == _LICENCE_LAW and not subject.licence else basis


def _frame(subject: About, ctx: Context, basis: str) -> dict[str, Any]:
    department = subject.department
    centre = department.centre
    return {
        "agency": subject.agency or department.name,
        **({"entrusted_to": department.name, "agreement": subject.agreement} if subject.agency else {}),
        **({"taken_by": subject.taken_by} if subject.taken_by else {}),
        "centre": centre.name,
        "address": centre.address,
        "hours": centre.hours,
        "phone": department.phone or centre.phone,
        "centre_phone": centre.phone,
        "supervision_phone": department.supervision_phone,
        "officer": ctx.officer.name if ctx.officer.grants else "",
        "applicant": subject.applicant,
        "item": subject.item,
        "power": subject.power,
        "statutory": subject.statutory,
        "received_on": subject.received_on,
        "basis": book().named(basis) if basis else "",
    }
