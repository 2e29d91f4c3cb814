"""各部门的结论: what the departments of a joint case have concluded, as its applicant may see and copy it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yichuang.faces.common.casework.papers import document_address
from yichuang.records.cases.models import Conclusion, Effect, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.org.directory import Directory

_EXTRAS = {"fee": "缴费（元）", "fee_way": "缴费方式", "pickup": "领证方式", "special": "特殊要求"}
_PAPERS = (DocumentKind.CO_CONCLUSION, DocumentKind.GRANT)
_SAID = (StageKind.CO_REVIEW, StageKind.PART_REPORT)


@dataclass(frozen=True, slots=True)
class Part:
    """One co-department: where it stands, and its conclusion sheet."""

    department: str
    words: str
    css: str
    url: str = ""
    no: str = ""
    extras: tuple[tuple[str, str], ...] = ()


def parts_of(case: CaseFile, documents: Sequence[Document], directory: Directory) -> list[Part]:
    """Return the co-departments of a case; nothing but the conclusion itself is told of their work.

    Basis: S0h-二(三)3
    """
    sheets: dict[str, Document] = {}
    for row in documents:
        if row.kind == DocumentKind.CO_CONCLUSION:
            sheets[row.fields.get("co_department") or row.fields["agency"]] = row
    parts = {stage.department_id: stage for stage in case.stages if stage.kind == StageKind.CO_REVIEW}
    told = {stage.department_id: stage for stage in case.stages if stage.kind in _SAID}
    rows = [(_part(part, case, sheets, directory), told[part.department_id]) for part in parts.values()]
    return [_reported(row, last) if last.kind == StageKind.PART_REPORT else row for row, last in rows]


def _reported(row: Part, report: StageView) -> Part:
    """Return a department that reported to a higher body: its reply, or that it is awaited."""
    if not report.done:
        return replace(row, words="同意上报，等上级机关批复", css="pause")
    css = "no" if report.conclusion == Conclusion.DISAGREE else "done"
    return replace(row, words=f"已上报，批复{Conclusion(report.conclusion).label}", css=css)


def _part(part: StageView, case: CaseFile, sheets: dict[str, Document], directory: Directory) -> Part:
    department = directory.departments[part.department_id]
    sheet = sheets.get(department.name) if part.done else None
    url = document_address(case.no, sheet.id) if sheet else ""
    if not part.done:
        return Part(department.short_name, "审查中" if part.picked_up_on else "待领取材料", "green")
    if not part.conclusion:
        return Part(department.short_name, "没有出具结论", "done")
    effect = f"（{Effect(part.effect).label}）" if part.effect else ""
    css = "no" if part.conclusion == Conclusion.DISAGREE else "done"
    words = f"{Conclusion(part.conclusion).label}{effect}"
    return Part(department.short_name, words, css, url, sheet.no if sheet else "", _extras(sheet))


def asks_money(documents: Sequence[Document]) -> bool:
    """Say whether a conclusion or the decision itself asks for a payment: the item's own standard isn't all then."""
    return any(row.kind in _PAPERS and row.fields.get("fee") for row in documents)


def _extras(sheet: Document | None) -> tuple[tuple[str, str], ...]:
    """Return what goes with an agreement, in words: what to pay, where to fetch, what else to keep to."""
    told = sheet.fields if sheet else {}
    return tuple((words, str(told[name])) for name, words in _EXTRAS.items() if told.get(name))
