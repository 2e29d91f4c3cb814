"""Moves for trails (轨迹读数): a page of cases in two statements, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from yichuang.records.cases.models import Case
from yichuang.records.following.clocks import terms_in
from yichuang.records.following.plain import Table, day_in, key_of, rows_of
from yichuang.rules.norms import Unit
from yichuang.rules.trails.folding import Move

_ENTRIES = Table("ledger_entry", "subject_id, verb, at", "subject_id", "subject_id, seq")
_COLUMNS = ("id", "item_id", "profile", "closed_on", "extension_days", "terms_text")


class Moved(NamedTuple):
    """One case as its trail is made from it: its item, its calendar, when it ended, its limit, its moves."""

    case_id: UUID
    item_id: UUID
    profile: str
    ended_on: date | None
    limit: int | None
    moves: Sequence[Move]


def moved(region_code: str, case_ids: Sequence[UUID]) -> list[Moved]:
    """Return the moves of cases of a region. Two statements."""
    if not case_ids:
        return []
    rows = Case.objects.filter(region_code=region_code, id__in=case_ids)
    found = rows.annotate(terms_text=Cast("terms", TextField())).values_list(*_COLUMNS)
    moves: dict[Any, list[Move]] = defaultdict(list)
    for case, verb, at in rows_of(_ENTRIES, region_code, case_ids):
        moves[case].append(Move(verb, day_in(at) or date.min))
    return [
        Moved(case_id, item, profile, ended, _limit(terms, longer), moves[key_of(case_id)])
        for case_id, item, profile, ended, longer, terms in found
    ]


@lru_cache(maxsize=4096)
def _limit(text: str, longer: int) -> int | None:
    """Return the limit in working days, promised or else legal, with its extension."""
    terms = terms_in(text)
    for term in (terms.promised, terms.decision):
        if term is not None and term.unit is Unit.WORKING_DAY:
            return int(term.number) + longer
    return None
