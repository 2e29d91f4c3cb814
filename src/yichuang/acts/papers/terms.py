"""Terms, dates and lists as papers tell them (文书要素): plain values, frozen with the number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.models import Role
from yichuang.rules.clockwork.terms import ClockTerms
from yichuang.rules.norms import Term, Unit
from yichuang.rules.working_days import Calendar


def told(term: Term | None) -> dict[str, Any] | None:
    """Return a term as number and unit, or None."""
    return None if term is None else {"number": term.number, "unit": term.unit.value}


def extended_by(days: int, terms: ClockTerms) -> str:
    """Return how long an extension is, in the days that the limits themselves count (延长多少日).

    Basis: XKF-42.1, XKF-82
    """
    if terms.extends_both_ways:
        statutory = "工作日" if terms.decision.unit is Unit.WORKING_DAY else "自然日"
        promised = "自然日" if statutory == "工作日" else "工作日"
        return f"{days} 日（法定时限按{statutory}、承诺时限按{promised}计）"
    return f"{days} 个工作日" if terms.decision.unit is Unit.WORKING_DAY else f"{days} 日（按自然日计）"


def on_the_spot(case: CaseFile) -> bool:
    """Return whether the decision was promised at once (即办件，当场办结): the legal limit stands behind it.

    Basis: XKF-34.2
    """
    return bool(case.kind == CaseKind.INSTANT) and case.terms.promised is None


def due_fields(dates: Mapping[str, date | None], calendar: Calendar) -> dict[str, Any]:
    """Return the last days to decide (到期日), each with whether a holiday notice may still move it (暂定)."""
    days = {name: dates[name] for name in ("due_on", "promised_due_on")}
    marks = {name[:-2] + "provisional": on is not None and calendar.provisional(on) for name, on in days.items()}
    return {**days, **marks}


def answer_fields(on: date | None, calendar: Calendar) -> dict[str, Any]:
    """Return the last day to say whether a case is accepted (答复期限), and whether it may still move (暂定)."""
    return {"answer_by": on, "answer_provisional": on is not None and calendar.provisional(on)}


def stored_due(case: CaseFile, calendar: Calendar) -> dict[str, Any]:
    """Return the same from the days that stand on the case; nothing where none does."""
    days = {"due_on": case.due_on, "promised_due_on": case.promised_due_on}
    return {name: value for name, value in due_fields(days, calendar).items() if value}


def to_come(dates: Mapping[str, date | None], today: date) -> dict[str, Any]:
    """Return the last days without a promised one that has passed already: then only the law's own day is told.

    Basis: XKF-42.1
    """
    promised = dates["promised_due_on"]
    return {**dates, "promised_due_on": promised if promised and promised >= today else None}


def role_words(role: str) -> str:
    """Return the name of a post (职务), or "" for none."""
    return str(Role(role).label) if role in Role.values else ""


def handed_in(case: CaseFile) -> list[dict[str, Any]]:
    """Return the list of materials with their forms and numbers (材料清单)."""
    exempt = exempt_keys(case.item_version_id)
    return [
        {
            "name": m.name, "originals": m.originals, "copies": m.copies, "files": m.files, "exempt": m.key in exempt,
        }
        for m in case.materials
    ]  # fmt: skip


def handed_rows(rows: Iterable[Mapping[str, Any]], version_id: UUID) -> list[dict[str, Any]]:
    """Return the same list from rows that are about to be filed."""
    exempt = exempt_keys(version_id)
    return [
        {
            "name": row["name"], "originals": row["originals"], "copies": row["copies"], "files": len(row["files"]),
            "exempt": row["key"] in exempt,
        }
        for row in rows
    ]  # fmt: skip


def exempt_keys(version_id: UUID) -> frozenset[str]:
    """Return the materials that the office gets by itself (免提交)."""
    return frozenset(slot["key"] for slot in version_of(version_id).materials if slot.get("share_exempt"))
