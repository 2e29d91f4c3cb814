"""Histories for the rules of supervision (监察读数): a page of cases in five statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from yichuang.records.documents.models import DocumentKind
from yichuang.records.following.clocks import facts_of, terms_in
from yichuang.records.following.plain import Table, day_in, hour_in, id_in, id_of, rows_of
from yichuang.records.org.directory import Directory
from yichuang.rules.facts import ClockFact
from yichuang.rules.supervision.history import Held, History, Signed, Step

_TOLD = (DocumentKind.CORRECTION, DocumentKind.REFUSAL, DocumentKind.NOT_NEEDED, DocumentKind.DENIAL)
_NAMED = ", ".join(f"'{kind.value}'" for kind in _TOLD)
_CASES = Table(
    "cases_case",
    "id, kind, department_id, outcome, decided_on, certificate_by, closed_on, profile, accepted_on, received_on, terms",
    "id",
    "id",
)
_ENTRIES = Table("ledger_entry", "subject_id, seq, verb, at, actor_id, post_id", "subject_id", "subject_id, seq")
_PAPERS = Table("documents_document", "case_id, drawn_at, kind", "case_id", "case_id, drawn_at", f"kind IN ({_NAMED})")
_STEPS = Table(
    "cases_stage", "case_id, id, kind, department_id, due_on, done_at, opened_at", "case_id", "opened_at, id"
)


class _Parts(NamedTuple):
    """What belongs to the cases of a page, by the key of the case."""

    facts: Mapping[str, list[ClockFact]]
    entries: Mapping[str, list[Signed]]
    steps: Mapping[str, list[Step]]


class Read(NamedTuple):
    """One case as it is judged: its history, and which norms of which day hold for it."""

    case_id: UUID
    profile: str
    on: date
    history: History


def histories(region_code: str, case_ids: Sequence[UUID], posts: Mapping[UUID, Held]) -> list[Read]:
    """Return the histories of cases of a region. Five statements."""
    if not case_ids:
        return []
    parts = _Parts(facts_of(region_code, case_ids), _entries(region_code, case_ids), _steps(region_code, case_ids))
    return [_read(row, parts, posts) for row in rows_of(_CASES, region_code, case_ids)]


def posts_of(directory: Directory) -> Mapping[UUID, Held]:
    """Return every post by its id, as it was held."""
    if "held" not in directory.memory:
        directory.memory["held"] = {
            post.id: Held(post.role, post.department_id, post.starts_on, post.ends_on)
            for post in directory.roster.posts
        }
    held: Mapping[UUID, Held] = directory.memory["held"]
    return held


def _read(row: tuple[Any, ...], parts: _Parts, posts: Mapping[UUID, Held]) -> Read:
    key, kind, department, outcome, decided, by, closed, profile, accepted, received, terms = row
    history = History(
        kind, id_of(department), terms_in(terms), tuple(parts.facts.get(key, ())), tuple(parts.entries.get(key, ())),
        tuple(parts.steps.get(key, ())), posts, outcome, day_in(decided), day_in(by), day_in(closed),
    )  # fmt: skip
    return Read(UUID(key), profile, day_in(accepted or received) or date.min, history)


def _entries(region_code: str, ids: Sequence[UUID]) -> dict[str, list[Signed]]:
    told = _papers(region_code, ids)
    found: dict[str, list[Signed]] = defaultdict(list)
    for case, seq, verb, at, actor, post in rows_of(_ENTRIES, region_code, ids):
        papers = tuple(told.get((case, at), ())) if told else ()
        on, afternoon = hour_in(at[:13])
        found[case].append(Signed(seq, verb, on, id_in(actor), id_in(post), papers, afternoon))
    return found


def _papers(region_code: str, ids: Sequence[UUID]) -> dict[tuple[str, str], list[str]]:
    """Return the notices and refusals on paper by case and moment: the act and its paper have one legal time."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for case, at, kind in rows_of(_PAPERS, region_code, ids):
        found[case, at].append(kind)
    return found


def _steps(region_code: str, ids: Sequence[UUID]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = defaultdict(list)
    for case, step, kind, department, due, done, opened in rows_of(_STEPS, region_code, ids):
        row = Step(UUID(step), kind, id_of(department), day_in(due), day_in(done), day_in(opened))
        found[case].append(row)
    return found
