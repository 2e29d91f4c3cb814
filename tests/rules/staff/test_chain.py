"""Two signatures are those of two people, also where one signs in another's stead."""

from __future__ import annotations

from uuid import UUID

import pytest

from yichuang.rules.staff.chain import Signature, may_sign_too

ANN, BEN, CAT, DAN = (UUID(int=number) for number in range(1, 5))
REVIEW, CHECK, DECIDE = "case.reviewed", "case.verified", "case.decided"


@pytest.mark.parametrize(
    ("now", "before", "code"),
    [
        (Signature(DECIDE, CAT), [Signature(REVIEW, ANN), Signature(CHECK, BEN)], ""),
        (Signature(DECIDE, BEN), [Signature(CHECK, BEN)], ""),
        (Signature(DECIDE, DAN, CAT), [Signature(REVIEW, ANN), Signature(CHECK, BEN)], ""),
        (Signature(DECIDE, DAN, CAT), [Signature(CHECK, DAN, BEN)], "two_stand_ins"),
        (Signature(DECIDE, DAN, BEN), [Signature(CHECK, DAN, BEN)], ""),
        (Signature(CHECK, ANN, BEN), [Signature(REVIEW, ANN)], "same_person"),
        (Signature(CHECK, DAN, ANN), [Signature(REVIEW, ANN)], "same_principal"),
        (Signature(CHECK, ANN), [Signature(REVIEW, DAN, ANN)], "same_principal"),
        (Signature(CHECK, DAN, ANN), [Signature(REVIEW, CAT, ANN)], "same_principal"),
        (Signature(CHECK, DAN), [Signature(REVIEW, DAN, ANN)], "same_person"),
    ],
)
def test_who_may_sign_too(now: Signature, before: list[Signature], code: str) -> None:
    verdict = may_sign_too(now, before, "S1-一审一核")
    assert (verdict.code if not verdict.allowed else "") == code
