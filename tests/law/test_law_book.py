from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.law.shapes import Unknown
from yichuang.rules.norms import NotInForce, Term, Unit

ON = date(2026, 3, 2)


def test_it_works():
    norms = book().norms("cn", ON)
    assert norms.term("decision_limit") == Term(20, Unit.WORKING_DAY, "XKF-42.1")
    assert norms.choice("extension_approver") == "agency_head"
    assert len(norms.choices("pause_kinds")) == 8


def test_before_the_first_value_nothing_is_in_force():
    with pytest.raises(NotInForce):
        book().norms("cn", date(2004, 6, 30)).term("decision_limit")


def test_an_unknown_profile_names_the_nearest():
    with pytest.raises(Unknown) as caught:
        book().norms("cn.35030", ON)
    assert caught.value.kind == "profile"
