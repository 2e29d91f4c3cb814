"""The clocks of a page of cases, read without models (快读计时): their facts, and what they run by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

import orjson

from yichuang.records.following.plain import Table, day_in, rows_of
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind

_KINDS = {kind.value: kind for kind in FactKind}
_FACTS = Table("cases_clockevent", 'case_id, kind, "on", pause, days, "by"', "case_id", "case_id, seq")


def facts_of(region_code: str, ids: Sequence[UUID]) -> Mapping[str, list[ClockFact]]:
    """Return the facts of cases by the key of the case. One statement."""
    found: dict[str, list[ClockFact]] = defaultdict(list)
    for case, kind, on, pause, days, by in rows_of(_FACTS, region_code, ids):
        found[case].append(ClockFact(_KINDS[kind], day_in(on) or date.min, pause, days, by))
    return found


@lru_cache(maxsize=4096)
def terms_in(text: str) -> ClockTerms:
    """Return what a clock runs by, from the copy on the case: cases of an item have the same."""
    return ClockTerms.from_facts(orjson.loads(text))
