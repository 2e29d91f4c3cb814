"""Histories for the rules of supervision (监察读数): a page of cases in five statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
from django.db.models import TextField
from django.db.models.functions import Cast

from yichuang.records.cases.models import Case, ClockEvent, Stage
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.org.directory import Directory
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.supervision.history import Held, History, Signed, Step

ZONE = ZoneInfo("Asia/Shanghai")
_TOLD = (DocumentKind.CORRECTION, DocumentKind.REFUSAL, DocumentKind.NOT_NEEDED, DocumentKind.DENIAL)
_KINDS = {kind.value: kind for kind in FactKind}
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
    history = History(
        kind, department, _terms(terms), tuple(facts[case_id]), tuple(entries[case_id]), tuple(steps[case_id]), posts,
        outcome, decided, by, closed,
    )  # fmt: skip
    return Read(case_id, profile, accepted or received, history)


@lru_cache(maxsize=4096)
def _terms(text: str) -> ClockTerms:
    return ClockTerms.from_facts(orjson.loads(text))


def _facts(region_code: str, ids: Sequence[UUID]) -> dict[UUID, list[ClockFact]]:
    found: dict[UUID, list[ClockFact]] = defaultdict(list)
    rows = ClockEvent.objects.filter(region_code=region_code, case_id__in=ids).order_by("case_id", "seq")
    for case_id, kind, on, pause, days, by in rows.values_list("case_id", "kind", "on", "pause", "days", "by"):
        found[case_id].append(ClockFact(_KINDS[kind], on, pause, days, by))
    return found


def _entries(region_code: str, ids: Sequence[UUID]) -> dict[UUID, list[Signed]]:
    told, found = _papers(region_code, ids), defaultdict(list)
    rows = Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id__in=ids)
    columns = ("subject_id", "seq", "verb", "at", "actor_id", "post_id")
    for case_id, seq, verb, at, actor, post in rows.order_by("subject_id", "seq").values_list(*columns):
        papers = tuple(told.get((case_id, at), ())) if told else ()
        found[case_id].append(Signed(seq, verb, at.astimezone(ZONE).date(), actor, post, papers))
    return found


def _papers(region_code: str, ids: Sequence[UUID]) -> dict[tuple[UUID, datetime], list[str]]:
    """Return the notices and refusals on paper by case and moment: the act and its paper have one legal time."""
    found: dict[tuple[UUID, datetime], list[str]] = defaultdict(list)
    rows = Document.objects.filter(region_code=region_code, case_id__in=ids, kind__in=_TOLD)
    for case_id, at, kind in rows.values_list("case_id", "drawn_at", "kind"):
        found[case_id, at].append(kind)
    return found


def _steps(region_code: str, ids: Sequence[UUID]) -> dict[UUID, list[Step]]:
    found: dict[UUID, list[Step]] = defaultdict(list)
    rows = Stage.objects.filter(region_code=region_code, case_id__in=ids).order_by("opened_at", "id")
    for case_id, *row, done_at in rows.values_list("case_id", "id", "kind", "department_id", "due_on", "done_at"):
        found[case_id].append(Step(*row, done_at.astimezone(ZONE).date() if done_at else None))
    return found
