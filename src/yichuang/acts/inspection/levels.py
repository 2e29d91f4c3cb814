"""Does the stored day of an open level follow from the facts (各级期限复核): shares and pauses by the rule."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.inspection.finding import Finding, shown
from yichuang.acts.inspection.images import Images
from yichuang.acts.inspection.parts import day_in, facts_in
from yichuang.law.book import book
from yichuang.records.cases.models import StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.levels.due import step_due
from yichuang.rules.levels.route import way_of

_BEHIND = (StageKind.LOWER_REVIEW.value, StageKind.FORWARDING.value)
_OF_THE_WAY = (*_BEHIND, StageKind.REVIEW.value)


def level_findings(name: str, images: Images, directory: Directory) -> list[Finding]:
    """Compare the last day of the open level of an upward case with what the rule gives for its facts.

    Basis: XKF-43, XKF-45, S0h-二(一)1.1
    """
    case = next(values for (table_name, _), values in images.items() if table_name == "cases_case")
    if case["kind"] != CaseKind.UPWARD or case["decided_on"] or case["closed_on"] or not case["accepted_on"]:
        return []
    calendar = directory.calendar(case["profile"])
    if case["provisional"] and calendar.version != case["calendar_version"]:
        return []  # waits for its recomputation
    stages = [(row_id, row) for (table_name, row_id), row in images.items() if table_name == "cases_stage"]
    waits = [(i, row) for i, row in stages if row["done_at"] is None and row["kind"] in _OF_THE_WAY]
    rows = [row for _, row in stages]
    return [
        Finding("date_differs", name, f"cases_stage {row_id} due_on", shown(row["due_on"]), shown(due))
        for row_id, row in waits
        if row["starts_on"] and day_in(row["due_on"]) != (due := _due(case, row, rows, images, directory))
    ]


def _due(
    case: dict[str, Any], row: dict[str, Any], rows: list[dict[str, Any]], images: Images, directory: Directory
) -> date | None:
    """Return the last day of the level that the row stands for."""
    received = [r for r in rows if r["kind"] == StageKind.FORWARD_RECEIPT and r["done_at"] and r["picked_up_on"]]
    latest = max(received, key=lambda r: str(r["opened_at"]), default=None)
    accepted = date.fromisoformat(case["accepted_on"])
    found = step_due(
        way_of(version_of(UUID(case["item_version_id"])).stages),
        sum(r["kind"] in _BEHIND and r["done_at"] is not None for r in rows),
        since=date.fromisoformat(latest["picked_up_on"]) if latest else accepted,
        today=date.fromisoformat(row["starts_on"]),
        overall=day_in(case["promised_due_on"] or case["due_on"]),
        norms=book().norms(case["profile"], accepted),
        calendar=directory.calendar(case["profile"]),
        facts=facts_in(images),
    )
    return found.on if found else None
