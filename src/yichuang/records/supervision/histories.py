"""Histories for the rules of supervision (监察读数): a page of cases in five statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from django.db.models import TextField
from django.db.models.functions import Cast

from yichuang.records.cases.models import Case
from yichuang.records.documents.models import DocumentKind
from yichuang.records.following.plain import after_noon, day_in, id_in, key_of, rows_of
from yichuang.records.org.directory import Directory
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.supervision.history import Held, History, Signed, Step

_TOLD = (DocumentKind.CORRECTION, DocumentKind.REFUSAL, DocumentKind.NOT_NEEDED, DocumentKind.DENIAL)
_KINDS = {kind.value: kind for kind in FactKind}
_FACTS = 'SELECT case_id, kind, "on", pause, days, "by" FROM cases_clockevent'
_ENTRIES = "SELECT subject_id, seq, verb, at, actor_id, post_id FROM ledger_entry"
_PAPERS = "SELECT case_id, drawn_at, kind FROM documents_document"
_STEPS = "SELECT case_id, id, kind, department_id, due_on, done_at, opened_at FROM cases_stage"
_COLUMNS = (
    "id", "kind", "department_id", "outcome", "decided_on", "certificate_by", "closed_on", "profile", "accepted_on",
    "received_on", "terms_text",
)  # fmt: skip


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
    rows = Case.objects.filter(region_code=region_code, id__in=case_ids)
    rows = rows.annotate(terms_text=Cast("terms", TextField())).order_by("id")
    facts, entries, steps = (
        _facts(region_code, case_ids),
        _entries(region_code, case_ids),
        _steps(region_code, case_ids),
    )
    return [_read(row, facts, entries, steps, posts) for row in rows.values_list(*_COLUMNS)]


def posts_of(directory: Directory) -> Mapping[UUID, Held]:
    """Return every post by its id, as it was held."""
    if "held" not in directory.memory:
        directory.memory["held"] = {
            post.id: Held(post.role, post.department_id, post.starts_on, post.ends_on)
            for post in directory.roster.posts
        }
    held: Mapping[UUID, Held] = directory.memory["held"]
    return held


def _read(row: tuple[Any, ...], facts: Any, entries: Any, steps: Any, posts: Mapping[UUID, Held]) -> Read:
    case_id, kind, department, outcome, decided, by, closed, profile, accepted, received, terms = row
    key = key_of(case_id)
    history = History(
        kind, department, _terms(terms), tuple(facts[key]), tuple(entries[key]), tuple(steps[key]), posts,
        outcome, decided, by, closed,
    )  # fmt: skip
    return Read(case_id, profile, accepted or received, history)


@lru_cache(maxsize=4096)
def _terms(text: str) -> ClockTerms:
    return ClockTerms.from_facts(orjson.loads(text))


def _facts(region_code: str, ids: Sequence[UUID]) -> dict[Any, list[ClockFact]]:
    found: dict[Any, list[ClockFact]] = defaultdict(list)
    for case, kind, on, pause, days, by in rows_of(_FACTS, "case_id", "case_id, seq", region_code, ids):
        found[case].append(ClockFact(_KINDS[kind], day_in(on) or date.min, pause, days, by))
    return found


def _entries(region_code: str, ids: Sequence[UUID]) -> dict[Any, list[Signed]]:
    told, found = _papers(region_code, ids), defaultdict(list)
    for case, seq, verb, at, actor, post in rows_of(_ENTRIES, "subject_id", "subject_id, seq", region_code, ids):
        papers = tuple(told.get((case, at), ())) if told else ()
        on, afternoon = day_in(at) or date.min, after_noon(at)
        found[case].append(Signed(seq, verb, on, id_in(actor), id_in(post), papers, afternoon))
    return found


def _papers(region_code: str, ids: Sequence[UUID]) -> dict[tuple[Any, Any], list[str]]:
    """Return the notices and refusals on paper by case and moment: the act and its paper have one legal time."""
    found: dict[tuple[Any, Any], list[str]] = defaultdict(list)
    for case, at, kind in rows_of(_PAPERS, "case_id", "case_id, drawn_at", region_code, ids):
        if kind in _TOLD:
            found[case, at].append(kind)
    return found


def _steps(region_code: str, ids: Sequence[UUID]) -> dict[Any, list[Step]]:
    found: dict[Any, list[Step]] = defaultdict(list)
    for case, step, kind, department, due, done, opened in rows_of(
        _STEPS, "case_id", "opened_at, id", region_code, ids
    ):
        row = Step(UUID(str(step)), kind, id_in(department) or UUID(int=0), day_in(due), day_in(done), day_in(opened))
        found[case].append(row)
    return found
