"""委托代理: what a proxy may do follows from his power of attorney, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.proxy.mandate import SCOPES, Mandate, authorised, complete, mandate_of, may_act, may_be_used

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 31)
ALL = Mandate(frozenset(SCOPES), FIRST, LAST)
ONE = Mandate(frozenset({"submit"}), FIRST, LAST)


@pytest.mark.parametrize(
    ("verb", "mandate", "on", "code"),
    [
        ("case.submitted", ONE, FIRST, "allowed"),
        ("case.submitted", ONE, LAST, "allowed"),
        ("case.submitted", ONE, date(2026, 3, 1), "proxy_early"),
        ("case.submitted", ONE, date(2026, 4, 1), "proxy_over"),
        ("case.withdrawn", ONE, FIRST, "proxy_scope"),
        ("case.supplemented", ONE, FIRST, "proxy_scope"),
        ("case.withdrawn", ALL, FIRST, "allowed"),
        ("case.submitted", Mandate(frozenset({"submit"})), date(2030, 1, 1), "allowed"),
    ],
)
def test_it_works(verb: str, mandate: Mandate, on: date, code: str) -> None:
    assert may_act(verb, mandate, on).code == code


def test_who_must_appear_himself_has_no_proxy() -> None:
    norms = book().norms("cn", FIRST)
    assert may_be_used(in_person="", norms=norms).allowed
    said = may_be_used(in_person="《出境入境管理法》第十条", norms=norms)
    assert (said.code, said.basis, said.facts["article"]) == ("in_person", "XKF-29.2", "《出境入境管理法》第十条")


def test_a_mandate_is_read_from_the_agent() -> None:
    assert mandate_of({"name": "何静", "relation": "经办人"}) is None
    assert mandate_of({"scope": ["submit"], "starts_on": "2026-03-02", "ends_on": "2026-03-31"}) == ONE


@pytest.mark.parametrize(
    ("mandate", "number", "attorney", "code"),
    [
        (ONE, "1", True, "allowed"),
        (ONE, "1", False, "attorney_missing"),
        (ONE, " ", True, "proxy_untold"),
        (Mandate(frozenset()), "1", True, "proxy_untold"),
        (Mandate(frozenset({"everything"})), "1", True, "proxy_untold"),
        (Mandate(frozenset({"submit"}), LAST, FIRST), "1", True, "proxy_untold"),
    ],
)
def test_a_proxy_proves_himself(mandate: Mandate, number: str, attorney: bool, code: str) -> None:
    assert complete(mandate, name="何静", identity_no=number, attorney=attorney).code == code


def test_nobody_is_his_own_proxy() -> None:
    mandate = Mandate(frozenset({"submit"}))
    assert complete(mandate, name="何静", identity_no="1x", attorney=True, principal="1X").code == "proxy_oneself"


def test_where_a_unit_named_its_people_only_they_apply() -> None:
    assert authorised("a", None).allowed
    assert authorised("a", {"a"}).allowed
    assert authorised("a", frozenset()).code == "not_authorised"
