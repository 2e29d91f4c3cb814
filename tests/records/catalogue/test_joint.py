"""What blocks the publication of a joint item: one planted fault for each finding (R116, R147)."""

from datetime import date
from typing import Any

import pytest

from tests.records.catalogue.test_lint import Version
from yichuang.law.book import book
from yichuang.records.catalogue.lint import Level, lint

FIRST, LAST = {"kind": "acceptance", "days": 1}, {"kind": "decision", "days": 1}
LEAD = {"kind": "review", "days": 3, "duty": "受理、汇总、决定"}
FIRE = {
    "kind": "co_review", "name": "消防", "department": "fire", "duty": "审查消防条件", "transfers": ["form"],
    "returns": "书面审批结论", "limit": 10,
}  # fmt: skip
MATERIALS = [{"key": "form", "name": "申请书", "legal_basis": {"basis": "《中华人民共和国水法》第七条"}}]


def codes(profile: str = "cn.500000", **changes: Any) -> list[str]:
    columns: dict[str, Any] = {"kind": "joint", "stages": [LEAD, FIRE], "materials": MATERIALS, "promised_number": 10}
    columns |= changes
    columns["stages"] = [FIRST, *columns["stages"], LAST]
    found = lint(Version(**columns), book().norms(profile, date(2026, 11, 22)))
    assert all(finding.level is Level.ERROR for finding in found if finding.code != "basis_unspecific")
    return [finding.code for finding in found]


def test_a_complete_joint_item_may_be_published() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"limit": None}, "return_limit_missing"),
        ({"limit": 11}, "return_limit_too_long return_limit_over_promise"),
        ({"returns": ""}, "returns_missing"),
        ({"duty": ""}, "co_duty_missing"),
        ({"department": ""}, "co_department_missing"),
        ({"transfers": ["map"]}, "transfer_unknown"),
    ],
)
def test_a_co_department_lacks_something(change: dict[str, Any], code: str) -> None:
    assert codes(stages=[LEAD, FIRE | change]) == code.split()


def test_the_lead_says_what_it_answers_for() -> None:
    assert codes(stages=[{"kind": "review", "days": 3}, FIRE]) == ["lead_duty_missing"]


def test_an_item_of_several_departments_is_joint() -> None:
    assert codes(kind="promised") == ["must_be_joint"]
    assert codes(stages=[LEAD]) == ["joint_without_departments"]
    assert codes(stages=[LEAD, FIRE, FIRE]) == ["co_department_twice"]


def test_without_a_norm_the_return_limit_is_the_items_own() -> None:
    assert codes("cn", stages=[LEAD, FIRE | {"limit": 12}], promised_number=15) == []


def test_a_department_returns_before_the_promise_runs_out() -> None:
    assert codes("cn", stages=[LEAD, FIRE | {"limit": 12}]) == ["return_limit_over_promise"]


def test_co_departments_are_no_steps_one_after_the_other() -> None:
    many = [FIRE | {"department": f"d{number}", "name": f"部门{number}"} for number in range(9)]
    found = codes("cn.350300", stages=[LEAD, *many])
    assert not set(found) - {"review_rule_missing"}
