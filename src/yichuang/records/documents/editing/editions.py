"""Which edition of a template holds for a paper (适用的模板版次): the newest one in force on the paper's day.

An edition takes effect the day after it is published or later, so what a paper looks like never changes afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yichuang.records.documents.editing.wording import STANDARD, Wording
from yichuang.records.documents.templates import Template, TemplateEdition


def wording_for(region_code: str, kind: str, on: date) -> Wording:
    """Return how the papers of a kind are worded on a day; STANDARD where nobody edited them. One query."""
    rows = TemplateEdition.objects.filter(
        region_code=region_code, template__region_code=region_code, template__kind=kind, effective_on__lte=on
    )
    row = rows.order_by("-number").first()
    return STANDARD if row is None else Wording(row.texts, row.source, row.base)


def template_of(region_code: str, kind: str) -> Template | None:
    """Return the template of a kind in a region, or None where it was never edited."""
    return Template.objects.filter(region_code=region_code, kind=kind).first()


def editions_of(region_code: str, kind: str) -> list[TemplateEdition]:
    """Return the editions of a kind in a region, newest first."""
    rows = TemplateEdition.objects.filter(
        region_code=region_code, template__region_code=region_code, template__kind=kind
    )
    return list(rows.order_by("-number"))


def newest_in(region_code: str) -> dict[str, TemplateEdition]:
    """Return the newest edition of each kind that was edited in a region. One query."""
    rows: Iterable[TemplateEdition] = TemplateEdition.objects.filter(region_code=region_code).select_related("template")
    return {row.template.kind: row for row in sorted(rows, key=lambda row: row.number)}
