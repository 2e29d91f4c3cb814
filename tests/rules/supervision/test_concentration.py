"""Everything in the centre: what of a department is an exception, and how often."""

from yichuang.rules.supervision.concentration import Exceptional, Standing, exceptions

WANTED = ("acceptance", "instant_approval")


def test_all_in_one_place_is_no_exception() -> None:
    assert exceptions(Standing(3, True, WANTED, ("window_clerk",)), WANTED) == {}


def test_who_is_not_in_is_told_by_its_items() -> None:
    assert exceptions(Standing(3, False, ()), WANTED) == {Exceptional.NOT_IN: 3}


def test_powers_are_missing_only_where_the_place_names_them() -> None:
    assert exceptions(Standing(3, True, ("acceptance",)), WANTED) == {Exceptional.NOT_GRANTED: 1}
    assert exceptions(Standing(3, True, ()), ()) == {}


def test_a_case_decided_inside_though_the_window_may_went_back() -> None:
    deciders = ("deputy_head", "chief_representative", "deputy_head")
    assert exceptions(Standing(3, True, WANTED, deciders), WANTED) == {Exceptional.RETURNED: 2}
    assert exceptions(Standing(3, True, ("acceptance",), deciders), ()) == {}


def test_what_was_done_outside_counts() -> None:
    found = exceptions(Standing(0, False, (), (), 1, 2, 4), WANTED)
    assert found == {Exceptional.TWO_PLACES: 1, Exceptional.OUTSIDE: 2, Exceptional.PAID_ELSEWHERE: 4}
