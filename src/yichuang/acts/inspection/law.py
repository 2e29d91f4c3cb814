"""Was the life of a case lawful: every act in its state, every stored date as the fold gives it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yichuang.acts.act import stored_dates
from yichuang.acts.context import ZONE
from yichuang.acts.inspection.finding import Finding, shown
from yichuang.law.book import book
from yichuang.records.ledger.canonical import canonical
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import Directory
from yichuang.rules import transitions
from yichuang.rules.clock import ClockTerms, fold
from yichuang.rules.facts import ClockFact, FactKind

_CASE, _CLOCK = "cases_case", "cases_clockevent"


def law_findings(name: str, entries: Sequence[Entry], directory: Directory) -> list[Finding]:
    """Walk the entries again: transitions by the table, dates by the fold over the facts so far."""
    found: list[Finding] = []
    case: dict[str, Any] = {"state": ""}
    facts: list[ClockFact] = []
    for entry in entries:
        before, new = case["state"], _rows(entry, _CASE)
        moved = [fact for _, values in _sorted_clock(entry) for fact in [_fact(values)]]
        facts += moved
        for values in new:
            case.update(values)
        found += _transition(name, entry, before, case)
        if moved or entry.verb == "case.due_recomputed":
            found += _dates(name, entry, case, facts, directory)
    return found


def _rows(entry: Entry, table_name: str) -> list[dict[str, Any]]:
    return [values for name, _, values in entry.facts["rows"] if name == table_name]


def _sorted_clock(entry: Entry) -> list[tuple[int, dict[str, Any]]]:
    return sorted(((row["seq"], row) for row in _rows(entry, _CLOCK)), key=lambda pair: pair[0])


def _fact(row: dict[str, Any]) -> ClockFact:
    return ClockFact(FactKind(row["kind"]), date.fromisoformat(row["on"]), row["pause"], row["days"], row["by"])


def _transition(name: str, entry: Entry, before: str, case: dict[str, Any]) -> list[Finding]:
    after = case["state"]
    rows = [
        row
        for row in transitions.TABLE
        if row.verb == entry.verb and before in row.sources and (row.target or before) == after
    ]
    if rows:
        return []
    return [Finding("unlawful_step", name, f"ledger_entry {entry.seq} {entry.verb}", f"{before} → {after}")]


def _dates(
    name: str, entry: Entry, case: dict[str, Any], facts: Sequence[ClockFact], directory: Directory
) -> list[Finding]:
    calendar = directory.calendar(case["profile"])
    if calendar.version != case["calendar_version"]:
        if case["provisional"]:
            return []  # waits for its recomputation; the sweep does it
        shipped = book().calendar(case["profile"])  # told before a notice was imported that speaks of the same days
        calendar = shipped if shipped.version == case["calendar_version"] else calendar
    on = entry.at.astimezone(ZONE).date()
    clock = fold(facts, ClockTerms.from_facts(case["terms"]), calendar, as_of=on)
    found = []
    for column, derived in stored_dates(clock, case["calendar_version"]).items():
        if canonical(case[column]) != canonical(derived):
            where = f"ledger_entry {entry.seq} {column}"
            found.append(Finding("date_differs", name, where, shown(case[column]), shown(derived)))
    return found
