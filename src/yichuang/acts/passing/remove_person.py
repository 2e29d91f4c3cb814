"""撤销办事人员: somebody whom an organisation named may not act for it any more from today."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.passing.account import allowed, chain, own_unit, unit_of
from yichuang.records.org.authorised import end_authority, persons_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PersonRemoval:
    """Whose authority ends."""

    region_code: str
    applicant_id: UUID
    user_id: UUID


def remove_person(wish: PersonRemoval, ctx: Context) -> Filed:
    """Put the end of an authority on record. What he handed in until then stays handed in.

    Raises: NotFound (not his organisation), Refused (nobody of them), Conflict, KeyReused.  Basis: XKF-29.2
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row, account = own_unit(wish.region_code, wish.applicant_id, ctx)
    allowed("account.person_removed", wish.region_code, row.id, account.user_id, ctx)
    unit = unit_of(row)
    held = [one for one in persons_of(unit.uscc) if one.ends_on is None or one.ends_on >= ctx.today]
    person = next((one for one in held if one.user_id == wish.user_id), None)
    if person is None or wish.user_id == account.user_id:
        raise Refused("person_not_named", "XKF-29.2")
    filing = Filing(
        place=chain(account),
        verb="account.person_removed",
        set={},
        facts={"person": wish.user_id, "ends_on": ctx.today},
        payload={"name": person.user.display_name, "organisation": row.name},
        answer={"applicant_id": str(row.id), "name": person.user.display_name},
    )
    with transaction.atomic():
        filed = file(filing, ctx)
        end_authority(unit.uscc, wish.user_id, ctx.today)
    return filed
