"""The measurement of papers: what a figure says of its target, and a measure that fails is told."""

from collections.abc import Iterator
from pathlib import Path

from yichuang.faces.terminal.bench.papers import Figure, _line, _safely


def failing(quick: bool, folder: Path) -> Iterator[Figure]:
    yield Figure("first", 1.0, "s")
    raise RuntimeError("no list")


def test_a_figure_knows_its_target() -> None:
    assert [Figure("made", rate, "", 100).met for rate in (100.0, 99.9)] == [True, False]
    assert [Figure("verified", spent, "ms", 50, at_least=False).met for spent in (50.0, 50.1)] == [True, False]
    assert Figure("made", None, "", 100).met is None
    assert "未达到" in _line(Figure("made", 99.9, "papers/s/core", 100))


def test_what_could_not_run_is_told() -> None:
    first, second = _safely(failing, True, Path())
    assert (first.value, second.value, second.note) == (1.0, None, "NOT RUN: RuntimeError: no list")
