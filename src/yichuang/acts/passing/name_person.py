"""指定办事人员: an organisation's legal representative names who may act for it, to what extent, until when."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.passing.account import allowed, chain, own_unit, unit_of
from yichuang.records.org.authorised import authorise, keep_own_seat, known_login
from yichuang.rules.proxy.capacity import may_name
from yichuang.rules.proxy.mandate import Mandate


@dataclass(frozen=True, slots=True)
class PersonNaming:
    """For which organisation, whom by name and log-in, and what he may do."""

    region_code: str
    applicant_id: UUID
    name: str
    username: str
    mandate: Mandate


def name_person(wish: PersonNaming, ctx: Context) -> Filed:
    """Put the authority on record; naming somebody again gives him the new extent in the place of the old.

    Raises: NotFound (not his organisation), Refused (nobody of that name, no extent, odd dates), Conflict, KeyReused.
    Basis: XKF-29.2
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row, account = own_unit(wish.region_code, wish.applicant_id, ctx)
    allowed("account.person_named", wish.region_code, row.id, account.user_id, ctx)
    user = known_login(wish.username, wish.name)
    oneself = user is not None and user.id == ctx.officer.user_id
    may_name(wish.mandate, ctx.today, known=user is not None, oneself=oneself).raise_if_refused()
    assert user is not None
    filing = Filing(
        place=chain(account),
        verb="account.person_named",
        set={},
        facts={
            "person": user.id, "scope": sorted(wish.mandate.scope), "starts_on": wish.mandate.starts_on,
            "ends_on": wish.mandate.ends_on,
        },
        payload={"name": user.display_name, "organisation": row.name},
        answer={"applicant_id": str(row.id), "name": user.display_name},
    )  # fmt: skip
    with transaction.atomic():
        filed = file(filing, ctx)
        keep_own_seat(unit_of(row), account.user_id, ctx.today)
        authorise(unit_of(row), user.id, wish.mandate)
    return filed
