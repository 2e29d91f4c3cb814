"""Whether this item may be applied for here, by this person, today (委托期限、资格条件)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yichuang.acts.context import Context
from yichuang.rules.levels import delegation
from yichuang.rules.levels.eligibility import conditions_of, may_apply

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Person, Submission

_PERSON_DIGITS = 18
_BIRTH = slice(6, 14)


def may_enter(wish: Submission, ctx: Context) -> None:
    """Refuse an application to whom nothing is delegated today, and one by somebody who is not eligible.

    Raises: Refused.  Basis: XKF-24.1, S0h-二(三)2.2, S0g-四3
    """
    delegation.may_stand(wish.version.item.delegation, on=ctx.today).raise_if_refused()
    conditions = conditions_of(wish.version.eligibility)
    if conditions:
        may_apply(
            conditions, told=wish.form, born=born_on(wish.person), on=ctx.today, situation=wish.situation
        ).raise_if_refused()


def born_on(person: Person) -> date | None:
    """Return the date of birth that a citizen's number tells (公民身份号码), None where there is none."""
    number = person.identity_no.strip()
    if person.kind != "person" or person.identity_kind != "id" or len(number) != _PERSON_DIGITS:
        return None
    try:
        return date.fromisoformat(number[_BIRTH])
    except ValueError:
        return None
