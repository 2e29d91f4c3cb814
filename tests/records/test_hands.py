"""Many hands: pages come back in their order, each with what was worked out of it, for any number of hands."""

from uuid import UUID

import pytest

from yichuang.records.following.hands import Exchanged, begin, edition, in_order

PAGES = [[UUID(int=number)] * number for number in range(7)]


@pytest.mark.parametrize("hands", [1, 2])
def test_pages_come_back_in_their_order(hands: int) -> None:
    assert list(in_order(len, iter(PAGES), hands)) == [(page, len(page)) for page in PAGES]


@pytest.mark.parametrize("hands", [1, 2])
def test_what_one_hand_can_not_do_is_told(hands: int) -> None:
    with pytest.raises(TypeError):
        list(in_order(abs, iter(PAGES), hands))  # type: ignore[arg-type]


def test_no_hand_begins_with_other_rules_than_who_asked() -> None:
    """An upgrade beneath a run: what the hands would find is not what he would."""
    with pytest.raises(Exchanged):
        begin("of other files")
    assert edition() == edition()
