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
from yichuang.law.book import book
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ids import new_id
from yichuang.rules.numbering import NumberKind, counter_name, document_number

_LICENCE_LAW = "XKF"
TEMPLATE_VERSION = "2026-11"
_WORDS: Mapping[str, str] = {
    DocumentKind.ACCEPTANCE: "许受",
    DocumentKind.CORRECTION: "许补",
    DocumentKind.NOT_NEEDED: "许告",
    DocumentKind.REFUSAL: "许不受",
    DocumentKind.PAUSE: "许特",
    DocumentKind.RESUME: "许复",
    DocumentKind.EXTENSION: "许延",
    DocumentKind.NEXT_STAGE: "许阶",
    DocumentKind.TOLERANCE: "许容",
    DocumentKind.FEE_NOTICE: "许缴",
    DocumentKind.FILED: "备案",
    DocumentKind.NOT_FILED: "不备",
    DocumentKind.LAPSED: "许逾",
    DocumentKind.GRANT: "许准",
    DocumentKind.DENIAL: "许不准",
    DocumentKind.FORWARDING: "转报",
    DocumentKind.FORWARD_RECEIPT: "转收",
    DocumentKind.REPORTED_UP: "上报",
    DocumentKind.CO_CONCLUSION: "并结",
}
# What a paper rests on where its act names nothing more special.
_BASIS: Mapping[str, str] = {
    DocumentKind.RECEIPT_PENDING: "XKF-32.1(4)",
    DocumentKind.ACCEPTANCE: "XKF-32.1(5)",
    DocumentKind.CORRECTION: "XKF-32.1(4)",
    DocumentKind.NOT_NEEDED: "XKF-32.1(1)",
    DocumentKind.PAUSE: "XKF-45",
    DocumentKind.RESUME: "XKF-45",
    DocumentKind.EXTENSION: "XKF-42.1",
    DocumentKind.FORWARDING: "XKF-35",
    DocumentKind.FORWARD_RECEIPT: "XKF-35",
    DocumentKind.REPORTED_UP: "XKF-35",
}


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
    word, year = subject.department.document_word + _WORDS[kind], ctx.today.year
    number = Number(counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial))
    return slip(kind, number, subject, ctx, basis=basis, **fields)


def slip(kind: str, no: str | Number, subject: About, ctx: Context, *, basis: str = "", **fields: Any) -> Paper:
    """Return a paper under a number given: slips go by the case number (收件凭证、送达回证)."""
    frame = _frame(subject, ctx, _basis(subject, basis or _BASIS.get(kind, "")))
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
        "basis": book().cite(basis) if basis else "",
    }
