"""What the acts on an account share: which applicant, its chain, and the words of the organisation behind it."""

from __future__ import annotations

from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Place
from yichuang.records.applicants.accounts import account_of, number_of
from yichuang.records.applicants.models import SUBJECT, Account, Applicant, ApplicantKind
from yichuang.records.cases.access import NotFound
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.org.authorised import Unit
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace


def own_unit(region_code: str, applicant_id: UUID, ctx: Context) -> tuple[Applicant, Account]:
    """Return an organisation and its account, if the log-in stands for it. Raises: NotFound."""
    account = account_of(region_code, applicant_id)
    row = Applicant.objects.filter(region_code=region_code, id=applicant_id).first()
    if account is None or row is None or account.user_id != ctx.officer.user_id:
        raise NotFound(str(applicant_id))
    if row.kind != ApplicantKind.ORGANISATION:
        raise NotFound(str(applicant_id))
    return row, account


def unit_of(row: Applicant) -> Unit:
    """Return the organisation as its authorised persons' rows name it."""
    return Unit(number_of(row), row.name, row.legal_person)


def chain(account: Account) -> Place:
    """Return where the chain of the account stands."""
    hash_ = account.ledger_hash or GENESIS
    return Place(Account, SUBJECT, account.region_code, account.id, account.version, account.ledger_seq, hash_)


def allowed(verb: str, region_code: str, applicant_id: UUID, user_id: UUID | None, ctx: Context) -> None:
    """Refuse whoever is not the one who logs in. Raises: Refused."""
    place = CasePlace(region_code, applicant_id, user_id)
    permissions.may(verb, ctx.officer, place).raise_if_refused()
