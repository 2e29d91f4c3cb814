"""Are the people whom organisations named the ones on record (单位办事人员): folded from the accounts' chains."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from yichuang.acts.context import ZONE
from yichuang.acts.inspection.finding import Finding, shown
from yichuang.records.applicants.accounts import number_of
from yichuang.records.applicants.models import SUBJECT, Account, ApplicantKind
from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import AuthorisedPerson
from yichuang.rules.proxy.mandate import SCOPES

Extent = tuple[list[str], str | None, str | None]
People = dict[tuple[str, str], Extent]  # credit code and log-in: scope, first and last day
_TABLE = AuthorisedPerson._meta.db_table


def examine_authorised(regions: tuple[str, ...]) -> Iterator[Finding]:
    """Yield where the rows differ from what was filed, over all regions: an organisation is one everywhere."""
    expected = _folded(regions)
    for row in AuthorisedPerson.objects.order_by("id"):
        where = f"{_TABLE} {row.pk}"
        extent = expected.pop((row.uscc, str(row.user_id)), None)
        if extent is None:
            yield Finding("row_unexplained", row.organisation, where)
            continue
        stored = (sorted(row.scope, key=SCOPES.index), _day(row.starts_on), _day(row.ends_on))
        for column, here, there in zip(("scope", "starts_on", "ends_on"), stored, extent, strict=True):
            if here != there:
                yield Finding("column_differs", row.organisation, f"{where} {column}", shown(here), shown(there))
    for uscc, user in expected:
        yield Finding("row_missing", uscc, f"{_TABLE} {user}")


def _folded(regions: tuple[str, ...]) -> People:
    """Return whom the chains of all accounts name, in the order in which it was put on record."""
    units: dict[Any, tuple[str, str]] = {}
    entries: list[Entry] = []
    for region_code in regions:
        accounts = Account.objects.filter(region_code=region_code).select_related("applicant")
        for row in accounts.filter(applicant__kind=ApplicantKind.ORGANISATION):
            units[row.id] = (number_of(row.applicant), str(row.user_id))
        entries += Entry.objects.filter(region_code=region_code, subject=SUBJECT, verb__startswith="account.person_")
    people: People = {}
    for entry in sorted(entries, key=lambda one: (one.recorded_at, one.seq)):
        if entry.subject_id in units:
            _apply(people, *units[entry.subject_id], entry)
    return people


def _apply(people: People, uscc: str, legal: str, entry: Entry) -> None:
    """Lay one entry over what was filed before; who names people stays among them himself."""
    facts, today = entry.facts, entry.at.astimezone(ZONE).date()
    person = (uscc, str(facts["person"]))
    if entry.verb == "account.person_named":
        people.setdefault((uscc, legal), (list(SCOPES), today.isoformat(), None))
        scope = sorted(facts["scope"], key=SCOPES.index)
        people[person] = (scope, facts["starts_on"], facts["ends_on"])
    elif person in people:
        scope, since, until = people[person]
        yesterday = (today - timedelta(days=1)).isoformat()
        people[person] = (scope, since, min(until or yesterday, yesterday))


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
