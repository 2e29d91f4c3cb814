"""Are the log-ins that stand for applicants the ones that were put on record (实名账户): chains and rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

from yichuang.acts.inspection.chains import chain_findings
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import Images, compare, images_of
from yichuang.records.applicants.models import SUBJECT, Account, Applicant
from yichuang.records.ledger.models import Entry, Payload

_ACCOUNT, _APPLICANT = Account._meta.db_table, Applicant._meta.db_table


def examine_accounts(region_code: str) -> Iterator[Finding]:
    """Yield what the ledger does not explain of accounts, and applicants who do not carry their account's log-in."""
    accounts = {row.id: row for row in Account.objects.filter(region_code=region_code).select_related("applicant")}
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        yield from _examine(accounts.pop(subject_id, None), list(group))
    for left in accounts.values():
        yield Finding("row_unexplained", str(left.applicant_id), f"{_ACCOUNT} {left.id}")


def with_accounts(images: Images, region_code: str) -> Images:
    """Return the rows of a case as they are after log-ins were linked to its applicant. One query where it has one."""
    ids = [UUID(row_id) for table, row_id in images if table == _APPLICANT]
    if ids:
        for row in Account.objects.filter(region_code=region_code, applicant_id__in=ids):
            images[_APPLICANT, str(row.applicant_id)]["user_id"] = str(row.user_id)
    return images


def _examine(account: Account | None, chain: list[Entry]) -> list[Finding]:
    first = chain[0]
    name = str(first.answer.get("applicant_id", first.subject_id))
    ids = [entry.id for entry in chain]
    rows = Payload.objects.filter(region_code=first.region_code, entry_id__in=ids)
    payloads: dict[Any, Payload] = {row.entry_id: row for row in rows}
    found = chain_findings(name, chain, payloads)
    if account is None:
        return [*found, Finding("row_missing", name, f"{_ACCOUNT} {first.subject_id}")]
    try:
        values = images_of(chain, payloads, _ACCOUNT)[_ACCOUNT, str(first.subject_id)]
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", name, type(fault).__name__, str(fault))]
    found += compare(name, f"{_ACCOUNT} {account.id}", account, values)
    if account.applicant.user_id != account.user_id:
        where = f"{_APPLICANT} {account.applicant_id} user_id"
        found.append(Finding("column_differs", name, where, str(account.applicant.user_id), str(account.user_id)))
    return found
