"""Who may take a case up: only who can do the step it waits for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from yichuang.law.book import book
from yichuang.rules.norms import Norms
from yichuang.rules.officers import Grant, Officer
from yichuang.rules.permissions import CasePlace, may_take, states_for

DEPARTMENT, OTHER = UUID(int=1), UUID(int=2)
PLACE = CasePlace("990100", DEPARTMENT)


def norms(profile: str = "cn") -> Norms:
    return book().norms(profile, date(2026, 3, 2))


def officer(role: str, department: UUID = DEPARTMENT) -> Officer:
    return Officer(UUID(int=9), "某人", (Grant(UUID(int=8), role, "990100", department),))


def test_it_works() -> None:
    assert states_for(frozenset({"reviewer"}), norms()) == ("reviewing",)
    assert may_take("reviewing", officer("reviewer"), PLACE, norms()).allowed


def test_the_signer_of_the_profile_takes_decisions() -> None:
    assert "deciding" in states_for(frozenset({"deputy_head"}), norms("cn.990000.land"))
    assert "deciding" not in states_for(frozenset({"verifier"}), norms("cn.990000.land"))
    assert may_take("deciding", officer("verifier"), PLACE, norms("cn.990000.land")).code == "signer_too_low"


@pytest.mark.parametrize(
    ("state", "role"), [("deciding", "reviewer"), ("verifying", "reviewer"), ("reviewing", "verifier")]
)
def test_a_step_of_somebody_else_is_refused(state: str, role: str) -> None:
    assert may_take(state, officer(role), PLACE, norms()).code == "not_yours"


def test_another_department_is_refused() -> None:
    assert not may_take("reviewing", officer("reviewer", OTHER), PLACE, norms()).allowed


def test_a_state_that_waits_for_nobody_is_left_to_the_transitions() -> None:
    assert may_take("received", officer("reviewer"), PLACE, norms()).allowed
