"""Keep what the rules found (异常入册) and how far they have looked. Nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid5

from yichuang.records.following.place import place_of
from yichuang.records.supervision.models import Alert, Watch
from yichuang.rules.supervision.history import Finding

_SPACE = UUID("6f1de2a0-7d0b-5c9c-9b5e-0d2f4a1c8e35")


def name_of_alert(case_id: UUID, finding: Finding) -> UUID:
    """Return the id of an alert: the same however often and wherever it is found."""
    return uuid5(_SPACE, f"{case_id}:{finding.rule}:{finding.occasion}")


def keep(region_code: str, found: Iterable[tuple[UUID, Finding]]) -> int:
    """Put findings on record; return how many were new. Those known before only learn that they ended."""
    named = {name_of_alert(case_id, one): (case_id, one) for case_id, one in found}
    if not named:
        return 0
    rows = Alert.objects.filter(region_code=region_code)
    known = dict(rows.filter(id__in=named).values_list("id", "ended_on"))
    new = [_alert(region_code, key, *pair) for key, pair in named.items() if key not in known]
    Alert.objects.bulk_create(new, ignore_conflicts=True)
    for key, ended in known.items():
        if named[key][1].ended_on != ended:
            rows.filter(id=key).update(ended_on=named[key][1].ended_on)
    return len(new)


def _alert(region_code: str, key: UUID, case_id: UUID, one: Finding) -> Alert:
    return Alert(
        id=key, region_code=region_code, case_id=case_id, rule=one.rule.value, occasion=one.occasion,
        light=one.light.value, on=one.on, ended_on=one.ended_on, department_id=one.department_id, basis=one.basis,
        evidence=dict(one.evidence),
    )  # fmt: skip


def place_of_watch(region_code: str, at: datetime, today: date, *, anew: bool = False) -> Watch:
    """Return how far the rules have looked in a region; at its beginning where they never did, or by others."""
    return place_of(Watch, region_code, at, today, anew=anew)
