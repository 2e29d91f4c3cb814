"""The chain of a region's money (收款账簿), opened by its first act, and who may write on it."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Place
from yichuang.records.fees.models import MoneyBook
from yichuang.records.fees.models.books import SUBJECT
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules import permissions
from yichuang.rules.officers import Grant
from yichuang.rules.permissions import RIGHTS, CasePlace


def chain(region_code: str) -> Place:
    """Return where the chain stands; its version is 0 where it begins. One query."""
    row = MoneyBook.objects.filter(region_code=region_code).first()
    if row is None:
        return Place(MoneyBook, SUBJECT, region_code, new_id())
    return Place(MoneyBook, SUBJECT, region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS)


def allowed(verb: str, region_code: str, ctx: Context) -> Grant | None:
    """Return the post under which the officer acts, None for the system. Raises Refused."""
    centre = ctx.directory.centres[region_code]
    permissions.may(verb, ctx.officer, CasePlace(region_code, centre.id)).raise_if_refused()
    return ctx.officer.grant(RIGHTS[verb].roles, region_code=region_code)
