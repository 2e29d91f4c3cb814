"""实名关联: a log-in comes to stand for the applicant that the office knows: name, number and telephone fit."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing, Place
from yichuang.acts.passing.account import allowed
from yichuang.records.applicants.accounts import matching
from yichuang.records.applicants.models import SUBJECT, Account, Applicant
from yichuang.records.cases.tracking import told_last
from yichuang.records.ids import new_id
from yichuang.records.org.authorised import name_of_login
from yichuang.rules.proxy.linking import may_link


@dataclass(frozen=True, slots=True)
class AccountLink:
    """Whose log-in says it is which applicant of a region, and how he proves it."""

    region_code: str
    user_id: UUID
    identity_kind: str
    identity_no: str
    phone: str


def link_account(wish: AccountLink, ctx: Context) -> Filed:
    """Put on record that the log-in stands for the applicant: what others hand in for him is before him from now on.

    Raises: Refused (nothing fits, another log-in stands for him), Conflict, KeyReused.
    Basis: XKF-29.2, GRXX-6.1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row = judged(wish, ctx)
    account_id = new_id()
    filing = Filing(
        place=Place(Account, SUBJECT, wish.region_code, account_id),
        verb="account.linked",
        set={"applicant_id": row.id, "user_id": wish.user_id, "linked_on": ctx.today},
        change=(Change(Applicant, row.id, {"user_id": wish.user_id}),),
        answer={"applicant_id": str(row.id)},
        create=True,
    )
    return file(filing, ctx)


def judged(wish: AccountLink, ctx: Context) -> Applicant:
    """Return the applicant for whom the log-in may stand. Raises: Refused."""
    told = (wish.identity_kind, wish.identity_no, wish.phone)
    rows = matching([wish.region_code], *told) or told_last([wish.region_code], *told)
    row = rows[0] if rows else None
    names = (row.name, row.legal_person) if row else ()
    taken = row is not None and row.user_id is not None
    may_link(name_of_login(wish.user_id), row.kind if row else "", names, taken=taken).raise_if_refused()
    assert row is not None
    allowed("account.linked", wish.region_code, row.id, wish.user_id, ctx)
    return row
