"""Whether this item may be applied for here, by this person, today (委托期限、资格条件)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yichuang.acts.context import Context
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import open_values, unseal
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.levels import delegation
from yichuang.rules.levels.eligibility import conditions_of, may_apply

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission

_PERSON_DIGITS = 18
_BIRTH = slice(6, 14)


def may_enter(wish: Submission, ctx: Context) -> None:
    """Refuse an application to whom nothing is delegated today, and one by somebody who is not eligible.

    Who asks for the answer in writing is let in all the same, to be turned away with a sealed paper (不予受理).
    Raises: Refused.  Basis: XKF-24.1, XKF-32.2, S0h-二(三)2.2, S0g-四3
    """
    delegation.may_stand(wish.version.item.delegation, on=ctx.today).raise_if_refused()
    conditions = conditions_of(wish.version.eligibility)
    if conditions and not wish.turned_away:
        may_apply(
            conditions,
            told=wish.form,
            born=born_on(wish.person.kind, wish.person.identity_kind, wish.person.identity_no),
            on=ctx.today,
            situation=wish.situation,
        ).raise_if_refused()


def may_be_accepted(case: CaseFile, ctx: Context) -> None:
    """Refuse to accept what came in only to be turned away: eligible is who was so on the day of the application.

    Raises: Refused.  Basis: S0g-四1, S0g-四2, S0g-四3, S0g-四4
    """
    conditions = conditions_of(version_of(case.item_version_id).eligibility)
    rows = Applicant.objects.filter(region_code=case.region_code, id=case.applicant_id) if conditions else ()
    for applicant in rows:  # none while the desk only looks ahead: nothing is on record yet
        number = unseal(applicant.identity_cipher, applicant.id)
        may_apply(
            conditions, told=open_values(case.form, case.id), on=case.received_on, situation=case.situation,
            born=born_on(applicant.kind, applicant.identity_kind, number),
        ).raise_if_refused()  # fmt: skip


def born_on(kind: str, identity_kind: str, identity_no: str) -> date | None:
    """Return the date of birth that a citizen's number tells (公民身份号码), None where there is none."""
    number = identity_no.strip()
    if kind != "person" or identity_kind != "id" or len(number) != _PERSON_DIGITS:
        return None
    try:
        return date.fromisoformat(number[_BIRTH])
    except ValueError:
        return None
