"""Papers of an act (文书): which kind, which number, and the fields frozen with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number, Row
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ids import new_id
from yichuang.records.org.models import Department
from yichuang.rules.numbering import NumberKind, counter_name, document_number

TEMPLATE_VERSION = "2026-11"
_WORDS: Mapping[str, str] = {
    DocumentKind.ACCEPTANCE: "许受",
    DocumentKind.CORRECTION: "许补",
    DocumentKind.NOT_NEEDED: "许告",
    DocumentKind.REFUSAL: "许不受",
    DocumentKind.PAUSE: "许特",
    DocumentKind.RESUME: "许复",
    DocumentKind.EXTENSION: "许延",
    DocumentKind.GRANT: "许准",
    DocumentKind.DENIAL: "许不准",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to be numbered and kept. `no` is a text, or a Number drawn inside the filing."""

    kind: str
    no: str | Number
    at: datetime
    on: Any
    fields: Mapping[str, Any] = field(default_factory=dict)
    public: bool = True
    id: UUID | None = None

    def row(self, region_code: str, case_id: UUID) -> Row:
        """Return the row to add; its bytes are made after the commit."""
        return Row(
            Document,
            {
                "id": self.id or new_id(), "region_code": region_code, "case_id": case_id, "kind": self.kind,
                "no": self.no, "on": self.on, "template": f"{self.kind}@{TEMPLATE_VERSION}", "fields": dict(self.fields),
                "public": self.public, "drawn_at": self.at, "digest": "", "size": 0, "rendered_at": None,
            },
        )  # fmt: skip


def numbered(kind: str, department: Department, ctx: Context, **fields: Any) -> Paper:
    """Return a paper with a number of the department's series of this kind and year (发文字号)."""
    word, year = department.document_word + _WORDS[kind], ctx.today.year
    number = Number(
        counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial)
    )
    return Paper(kind, number, ctx.at, ctx.today, _frame(department, ctx) | fields)


def slip(kind: str, no: str | Number, department: Department, ctx: Context, **fields: Any) -> Paper:
    """Return a slip that goes by the case number (收件凭证、送达回证)."""
    return Paper(kind, no, ctx.at, ctx.today, _frame(department, ctx) | fields)


def _frame(department: Department, ctx: Context) -> dict[str, Any]:
    return {
        "agency": department.name,
        "centre": department.centre.name,
        "phone": department.phone or department.centre.phone,
        "officer": ctx.officer.name,
        "on": ctx.today,
    }
