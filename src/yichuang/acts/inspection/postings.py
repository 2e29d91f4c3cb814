"""Are the postings the ones that were put on record (任岗): every change since the book took them up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yichuang.acts.inspection.finding import Finding
from yichuang.acts.staffing.postings import ENDED, OPENING, POSTED
from yichuang.records.ledger.models import Entry
from yichuang.records.org.postings import postings_of, told

_AGREED = "staff.posting_agreed"


def posting_findings(name: str, region_code: str, chain: list[Entry]) -> Iterator[Finding]:
    """Yield what differs from the book; before the book took the postings up only consents are compared.

    Basis: S1-四1
    """
    expected = _fold(chain)
    stored = {str(row.id): _words(told(row)) for row in postings_of(region_code)}
    opened = any(entry.verb in OPENING for entry in chain)
    for posting, row in expected.items():
        if posting not in stored:
            if opened:
                yield Finding("row_missing", name, f"org_posting {posting}")
            continue
        for column, value in row.items():
            if stored[posting][column] != value:
                yield Finding("column_differs", name, f"org_posting {posting} {column}", stored[posting][column], value)
    if opened:
        yield from (Finding("row_unexplained", name, f"org_posting {one}") for one in stored if one not in expected)


def _fold(chain: list[Entry]) -> dict[str, dict[str, str]]:
    """Return the postings as the entries of the book tell them."""
    found: dict[str, dict[str, str]] = {}
    for entry in chain:
        facts = entry.facts
        for row in facts.get("known", ()) if entry.verb in OPENING else ():
            found[row["id"]] = _words(row) | found.get(row["id"], {})
        if entry.verb == POSTED:
            found[facts["row"]["id"]] = _words(facts["row"])
        elif entry.verb == ENDED:
            found.setdefault(facts["posting"], {})["ends_on"] = facts["ends_on"]
        elif entry.verb == _AGREED:
            found.setdefault(facts["posting"], {})["consented_on"] = facts["consented_on"]
    return found


def _words(row: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}
