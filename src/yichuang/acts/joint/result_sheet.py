"""综合结果单 of a joint case: with its decision the lead tells every department's conclusion on one sheet (汇总)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.joint.settling import Settled
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.models import Conclusion, Effect, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.documents.queries import conclusion_sheets

_SAID = (StageKind.CO_REVIEW.value, StageKind.PART_REPORT.value)


def result_sheet(case: CaseFile, parts: Settled, ctx: Context, *, grant: bool) -> tuple[Paper, ...]:
    """Return the sheet that goes with the decision of a joint case; none for another, or where nobody else was heard.

    Basis: XKF-26.2, S0h-二(二)1
    """
    if case.kind != CaseKind.JOINT:
        return ()
    said = _said(case, parts)
    if not said:
        return ()
    sheets, names = _sheets(case), ctx.directory.departments
    rows = [_row(names[one].name, *said[one], sheets.get(names[one].name)) for one in said]
    about_it = about(case, ctx)
    sheet = numbered(
        DocumentKind.COMBINED_RESULT, about_it, ctx, basis="XKF-26.2", accepted_on=case.accepted_on, grant=grant,
        lead=about_it.department.name, departments=rows,
    )  # fmt: skip
    return (sheet,)


def _said(case: CaseFile, parts: Settled) -> dict[UUID, tuple[str, str]]:
    """Return conclusion and origin for each co-department, with what silence brings about in this very moment."""
    now = {change.id: change.values for change in parts.change}
    found: dict[UUID, tuple[str, str]] = {}
    for stage in case.stages:
        if stage.kind not in _SAID:
            continue
        told = now.get(stage.id, {})
        conclusion, effect = told.get("conclusion", stage.conclusion), told.get("effect", stage.effect)
        if conclusion:
            found[stage.department_id] = (str(conclusion), str(effect))
    return found


def _sheets(case: CaseFile) -> dict[str, Document]:
    """Return the latest conclusion sheet for each department by its name."""
    rows = conclusion_sheets(case.region_code, case.id)
    return {str(row.fields.get("co_department") or row.fields["agency"]): row for row in rows}


def _row(name: str, conclusion: str, effect: str, sheet: Document | None) -> dict[str, Any]:
    origin = Effect(effect).label if effect else ""
    return {
        "department": name, "conclusion": str(Conclusion(conclusion).label), "effect": str(origin),
        "no": sheet.no if sheet else "", "on": sheet.on if sheet else None,
    }  # fmt: skip
