"""核对项目单位: the unit of a project against the register of applicants and whom the log-in stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.records.applicants.accounts import capacities, registered_name
from yichuang.records.applicants.models import IdentityKind
from yichuang.rules.projects.unit import Unit, may_be_unit, same_name

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Person


def unit_code(name: str, uscc: str, ctx: Context) -> str:
    """Return the credit code that a project keeps of its unit: as told, or of the organisation that registers it.

    Basis: XKF-31.1
    """
    acting = ctx.officer.capacity
    own = acting.uscc if acting is not None and same_name(acting.name, name) else ""
    return uscc.strip().upper() or own


def unit_of(person: Person) -> Unit:
    """Return who applies as rules look at a unit: a natural person has no credit code."""
    return Unit(person.name, person.identity_no.strip().upper() if person.identity_kind == IdentityKind.USCC else "")


def check_unit(name: str, uscc: str, owner_id: UUID | None, ctx: Context) -> None:
    """Refuse a name that the register has otherwise under this code, or that isn't who logs in.

    Who acts as an organisation (身份) registers its projects and no others.
    Raises: Refused.  Basis: XKF-31.1, XKF-29.2
    """
    code = uscc.strip().upper()
    acting = ctx.officer.capacity
    own = [acting] if acting is not None else capacities(owner_id, ctx.directory, ctx.today)
    known = registered_name(code, ctx.directory.centres) if code else ""
    known = known or next((one.name for one in own if one.uscc == code), "")
    may_be_unit(name, code, registered=known, own={one.name for one in own}).raise_if_refused()
