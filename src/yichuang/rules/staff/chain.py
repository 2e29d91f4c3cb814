"""Who signed before on the same case, and in whose stead (同一办件的签字人): two signatures are those of two people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

REVIEWED = "case.reviewed"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature on a case: which act, who signed, and in whose stead (代何人)."""

    verb: str
    user_id: UUID | None
    acting_for: UUID | None = None

    @property
    def people(self) -> frozenset[UUID]:
        """Return whom the signature counts for: who signed, and whose post it is."""
        return frozenset(one for one in (self.user_id, self.acting_for) if one is not None)


def may_sign_too(now: Signature, before: Iterable[Signature], basis: str) -> Verdict:
    """Say whether somebody may sign a step after others signed theirs, where two people must (一审一核).

    A signature in somebody's stead counts for him too: nobody checks through another what he reviewed himself.
    And nobody stands in for two leaders on one case.
    Returns: ALLOWED, `same_person`, `same_principal` or `two_stand_ins`.  Basis: S1-一审一核, S1-四2
    """
    for one in before:
        if one.verb == REVIEWED and now.verb != REVIEWED and now.people & one.people:
            return refuse("same_person" if now.user_id == one.user_id else "same_principal", basis)
        both = now.acting_for is not None and one.acting_for is not None
        if both and now.user_id == one.user_id and now.acting_for != one.acting_for:
            return refuse("two_stand_ins", basis)
    return ALLOWED
