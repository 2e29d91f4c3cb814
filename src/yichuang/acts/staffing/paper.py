"""What the papers of the staff book share: their number in the centre's own series, and their frame."""

from __future__ import annotations

from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number
from yichuang.acts.papers.series import WORDS
from yichuang.law.book import book
from yichuang.rules.numbering import NumberKind, counter_name, document_number


def number_of(kind: str, region_code: str, ctx: Context) -> Number:
    """Return the number to draw: the centre's word for this kind of paper, and the year."""
    word, year = f"{ctx.directory.centres[region_code].region.name}政务{WORDS[kind]}", ctx.today.year
    return Number(counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial))


def paper_frame(region_code: str, ctx: Context, basis: str) -> dict[str, Any]:
    """Return the fields that every paper of the centre has."""
    centre = ctx.directory.centres[region_code]
    return {
        "agency": centre.name, "centre": centre.name, "address": centre.address, "hours": centre.hours,
        "phone": centre.phone, "centre_phone": centre.phone, "supervision_phone": "", "officer": ctx.officer.name,
        "basis": book().cite(basis),
    }  # fmt: skip
