"""Do the stored days of co-departments follow from the facts (协办期限复核): start by pick-up, last day by the rule."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.acts.context import ZONE
from yichuang.acts.inspection.finding import Finding, shown
from yichuang.acts.inspection.images import Images
from yichuang.law.book import book
from yichuang.records.cases.models import CaseState, StageKind
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.joint.flow import CoNode, nodes_of
from yichuang.rules.joint.part_clock import part_due, part_start, part_terms


def part_findings(name: str, images: Images, directory: Directory) -> list[Finding]:
    """Compare the days of the open parts of a running case with what the rule gives for its facts.

    Basis: S0h-二(一)1.2, S0h-二(一)1.3
    """
    case = next(values for (table_name, _), values in images.items() if table_name == "cases_case")
    if case["state"] != CaseState.REVIEWING or not case["accepted_on"]:
        return []
    calendar = directory.calendar(case["profile"])
    if case["provisional"] and calendar.version != case["calendar_version"]:
        return []  # waits for its recomputation
    rows = [(row_id, values) for (table_name, row_id), values in images.items() if table_name == "cases_stage"]
    parts = [(i, v) for i, v in rows if v["kind"] == StageKind.CO_REVIEW and v["done_at"] is None]
    facts = facts_in(images)
    return [fault for row_id, part in parts for fault in _faults(name, row_id, part, (case, facts, directory))]


def _faults(name: str, row_id: str, part: dict[str, Any], known: tuple[Any, Any, Directory]) -> list[Finding]:
    case, facts, directory = known
    accepted, calendar = date.fromisoformat(case["accepted_on"]), directory.calendar(case["profile"])
    slug = directory.departments[UUID(part["department_id"])].slug
    nodes = nodes_of(version_of(UUID(case["item_version_id"])).stages)
    node = next((node for node in nodes if node.department == slug), CoNode(slug))
    terms = part_terms(book().norms(case["profile"], accepted), node.term)
    asked_on = _civil(part["opened_at"]) if part["asked_by_id"] else accepted  # a later round counts from its own day
    start = part_start(asked_on, day_in(part["picked_up_on"]), terms, calendar)
    case_due = day_in(case["promised_due_on"] or case["due_on"])
    derived = {"starts_on": start, "due_on": part_due(start, terms, facts, calendar, case_due=case_due)}
    where = f"cases_stage {row_id}"
    return [
        Finding("date_differs", name, f"{where} {column}", shown(part[column]), shown(value))
        for column, value in derived.items()
        if day_in(part[column]) != value
    ]


def facts_in(images: Images) -> tuple[ClockFact, ...]:
    """Return the facts of the clock among the images of a case, in order."""
    rows = [values for (table_name, _), values in images.items() if table_name == "cases_clockevent"]
    return tuple(
        ClockFact(FactKind(row["kind"]), date.fromisoformat(row["on"]), row["pause"], row["days"], row["by"])
        for row in sorted(rows, key=lambda row: int(row["seq"]))
    )


def _civil(text: str) -> date:
    return datetime.fromisoformat(text).astimezone(ZONE).date()


def day_in(text: str | None) -> date | None:
    """Return the day that a column of an image holds, if any."""
    return date.fromisoformat(text) if text else None
