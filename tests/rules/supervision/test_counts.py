"""Seal and number counts: what reconciles is silent, what does not is told, the largest difference first."""

import pytest

from yichuang.rules.supervision.counts import Tally, imbalances


def test_what_reconciles_is_silent() -> None:
    assert list(imbalances([Tally("印章 S1-2026", 7, 7, 7), Tally("编号 嘉水许准〔2026〕", 0, 0, 0)])) == []


@pytest.mark.parametrize(
    ("tally", "unlogged", "unborne"),
    [
        (Tally("多用了", 9, 7, 7), 2, 0),  # the counter was drawn more often than the log says
        (Tally("没有文书", 7, 7, 6), 0, 1),  # in the log, on no paper
        (Tally("没有登记", 7, 6, 7), 1, -1),  # on a paper, not in the log
        (Tally("换了内容", 7, 7, 7, 1), 0, 0),  # the bytes are not those that were sealed
    ],
)
def test_what_does_not_reconcile_is_told(tally: Tally, unlogged: int, unborne: int) -> None:
    (one,) = imbalances([Tally("好", 3, 3, 3), tally])
    assert (one.tally, one.unlogged, one.unborne) == (tally, unlogged, unborne)


def test_the_largest_difference_comes_first() -> None:
    tallies = [Tally("一", 8, 7, 7), Tally("五", 9, 7, 4), Tally("二", 7, 7, 7, 2)]
    assert [one.tally.name for one in imbalances(tallies)] == ["五", "二", "一"]
