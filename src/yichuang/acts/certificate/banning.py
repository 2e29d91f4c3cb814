"""禁止再次申请: the rows of bans, and the look at them when somebody applies again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.law.book import book
from yichuang.records.applicants.access import applicant_of
from yichuang.records.applicants.models import Ban, BanKind
from yichuang.records.applicants.queries import bans_on
from yichuang.records.applicants.vault import lookup_hash, unseal
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.rules.after.bans import PARAMETERS, Barred, banned_until, may_apply
from yichuang.rules.identifiers import numbers_of

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Person
    from yichuang.records.catalogue.models import ItemVersion


def ban_of(case: Any, kind: str, ctx: Context, *, certificate_id: UUID | None = None) -> Row:
    """Return the row that keeps the applicant of a case from applying again for a time, under whichever of his numbers.

    Basis: XKF-78, XKF-79
    """
    who, norms = applicant_of(case.region_code, case.applicant_id), book().norms(case.profile, ctx.today)
    identity_kind, number = numbers_of(who.identity_kind, unseal(who.identity_cipher, who.id))[-1]
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "certificate_id": certificate_id,
        "identity_kind": identity_kind, "identity_hash": lookup_hash(number),
        "domain": regime_of(version_of(case.item_version_id)).domain, "kind": str(kind), "since": ctx.today,
        "until": banned_until(ctx.today, kind, norms), "basis": norms.basis(PARAMETERS[kind]),
    }  # fmt: skip
    return Row(Ban, row)


def told_of(ban: Row | None) -> dict[str, Any]:
    """Return what the paper tells of a ban: until when, and under which article; nothing without one."""
    if ban is None:
        return {"banned_until": None}
    return {"banned_until": ban.values["until"], "ban_basis": book().cite(ban.values["basis"])}


def warned(case: Any, ctx: Context) -> tuple[tuple[Row, ...], dict[str, Any]]:
    """Return what false material brings: the row of the ban where safety is at stake, and what the paper tells.

    Basis: XKF-78
    """
    safety = regime_of(version_of(case.item_version_id)).safety
    ban = ban_of(case, BanKind.FALSE_MATERIAL, ctx) if safety else None
    basis = book().norms(case.profile, ctx.today).basis(PARAMETERS[BanKind.FALSE_MATERIAL])
    return (ban,) if ban else (), {"warned": True, "warned_basis": book().cite(basis), **told_of(ban)}


def not_barred(region_code: str, version: ItemVersion, person: Person, today: date) -> None:
    """Refuse somebody who may not apply for this licence yet. Asks the database for safety items only.

    Raises: Refused.  Basis: XKF-78, XKF-79
    """
    regime = regime_of(version)
    if not regime.safety:
        return
    rows = bans_on(region_code, numbers_of(person.identity_kind, person.identity_no), regime.domain)
    may_apply(tuple(Barred(row.until, row.basis) for row in rows), today, safety=True).raise_if_refused()
