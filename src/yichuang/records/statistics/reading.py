"""Stories for counting (统计读数): a page of cases in a few statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from django.db.models import TextField
from django.db.models.functions import Cast

from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.certificates.models import Certificate
from yichuang.records.following.clocks import facts_of, terms_in
from yichuang.records.following.plain import Table, day_in, id_in, key_of, rows_of
from yichuang.records.ledger.models import Entry
from yichuang.rules.facts import ClockFact
from yichuang.rules.statistics.judging import Act, Story
from yichuang.rules.statistics.shapes import Extra

_ENTRIES = Table("ledger_entry", "subject_id, verb, actor_id, post_id", "subject_id", "subject_id, seq")
_RATINGS = Table("ledger_entry", "subject_id, at, facts", "subject_id", "subject_id, seq")
_CERTIFICATES = Table("certificates_certificate", "case_id, issued_on, identifier", "case_id", "case_id, id DESC")
_CAME = Table("fees_collection", "case_id, received_on, amount", "case_id", "case_id, id")
_WENT = Table("fees_refund", "case_id, paid_on, amount, state", "case_id", "case_id, id")
_ONLINE = frozenset({"online", "mobile"})
_COLUMNS = (
    "id", "profile", "terms_text", "item_version_id", "department_id", "item_id", "kind", "outcome", "channel",
    "received_on", "clerk_id", "accepted_on", "deemed", "decided_on", "closed_on", "due_on", "promised_due_on",
    "extension_days",
)  # fmt: skip


class Told(NamedTuple):
    """One case as it is counted from: its calendar, its story, its money."""

    case_id: UUID
    profile: str
    story: Story
    extras: tuple[Extra, ...]


class _Parts(NamedTuple):
    """What belongs to the cases of a page, by the key of the case."""

    facts: Mapping[Any, list[ClockFact]]
    acts: Mapping[Any, list[Act]]
    ratings: Mapping[Any, tuple[date | None, int]]
    certificates: Mapping[Any, tuple[date | None, bool]]
    money: Mapping[Any, list[Extra]]
    versions: Mapping[UUID, tuple[str, int | None]]


def stories(region_code: str, case_ids: Sequence[UUID]) -> list[Told]:
    """Return the stories of cases of a region. Seven statements."""
    if not case_ids:
        return []
    rows = Case.objects.filter(region_code=region_code, id__in=case_ids)
    rows = rows.annotate(terms_text=Cast("terms", TextField())).order_by("id")
    found = list(rows.values_list(*_COLUMNS))
    acts, rated = _acts(region_code, case_ids)
    parts = _Parts(
        facts_of(region_code, case_ids), acts, _ratings(region_code, rated), _certificates(region_code, case_ids),
        _money(region_code, case_ids), _versions({row[3] for row in found}),
    )  # fmt: skip
    return [_told(row, parts) for row in found]


def _told(row: tuple[Any, ...], parts: _Parts) -> Told:
    case_id, profile, terms, version, department, item, kind, outcome, channel, received, clerk, *rest = row
    accepted, deemed, decided, closed, due, promised, extension = rest
    key = key_of(case_id)
    level, visits = parts.versions[version]
    rated_on, grade = parts.ratings.get(key, (None, None))
    certified_on, electronic = parts.certificates.get(key, (None, False))
    story = Story(
        department, item, level, kind, outcome, channel in _ONLINE, visits, received, clerk, accepted, deemed,
        decided, closed, due, promised, extension, terms_in(terms), tuple(parts.facts.get(key, ())),
        tuple(parts.acts[key]), rated_on, grade, certified_on, electronic,
    )  # fmt: skip
    return Told(case_id, profile, story, tuple(sorted(parts.money[key])))


def _acts(region_code: str, ids: Sequence[UUID]) -> tuple[dict[Any, list[Act]], list[UUID]]:
    """Return the acts by case, and which cases were rated."""
    found, rated = defaultdict(list), []
    for case, verb, actor, post in rows_of(_ENTRIES, region_code, ids):
        found[case].append(Act(verb, id_in(actor), id_in(post)))
        if verb == "case.rated":
            rated.append(UUID(str(case)))
    return found, rated


def _ratings(region_code: str, ids: Sequence[UUID]) -> dict[Any, tuple[date | None, int]]:
    """Return day and grade of the ratings, from the facts of their entries; without those set aside (剔除)."""
    found: dict[Any, tuple[date | None, int]] = {}
    if ids:
        for case, at, facts in rows_of(_RATINGS, region_code, ids):
            told = orjson.loads(facts) if isinstance(facts, str | bytes) else facts
            for table, _, columns in told.get("rows", ()):
                if table == "feedback_rating" and "grade" in columns:
                    found[case] = (day_in(at), int(columns["grade"]))
            if told.get("result") == "aside":
                found.pop(case, None)
    return found


def _certificates(region_code: str, ids: Sequence[UUID]) -> dict[Any, tuple[date | None, bool]]:
    rows = rows_of(_CERTIFICATES, region_code, ids)
    return {case: (day_in(on), bool(identifier)) for case, on, identifier in rows}


def _money(region_code: str, ids: Sequence[UUID]) -> dict[Any, list[Extra]]:
    """Return what came in and went back, in fen, on its day."""
    found: dict[Any, list[Extra]] = defaultdict(list)
    for case, on, amount in rows_of(_CAME, region_code, ids):
        day = day_in(on) or date.min
        found[case] += [Extra("fees", day, amount), Extra("payments", day, 1)]
    for case, on, amount, state in rows_of(_WENT, region_code, ids):
        if state == "paid" and on:
            found[case].append(Extra("fees", day_in(on) or date.min, -amount))
    return found


def _versions(ids: set[UUID]) -> dict[UUID, tuple[str, int | None]]:
    """Return level of the item and trips to the hall by version (行使层级、到现场次数)."""
    rows = ItemVersion.objects.filter(id__in=ids).values_list("id", "item__level", "guide__visits")
    return {key: (str(level), visits if isinstance(visits, int) else None) for key, level, visits in rows}


def identified_since(region_code: str, since: datetime) -> set[UUID]:
    """Return the cases whose certificates were given their identifier since then: that stands in another chain."""
    entries = Entry.objects.filter(region_code=region_code, verb="certificate.identified", recorded_at__gte=since)
    rows = Certificate.objects.filter(region_code=region_code, id__in=entries.values("subject_id"))
    return set(rows.exclude(case_id=None).values_list("case_id", flat=True))
