"""The table at the end, what could not run, and the sum on the very last line (检查结果)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check found; `not_run` says why it could not run and `mend` which command helps.

    `missed` are reasons of tests that were left out because a tool is missing, each with how many tests that were.
    """

    title: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    not_run: str = ""
    mend: str = ""
    missed: tuple[tuple[str, int], ...] = ()


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the closing lines. A static check counts as one test."""
    heads = " ".join(f"{word:>8}" for word in ("passed", "failed", "skipped", "seconds"))
    yield f"\n━━ {_padded('检查 check', _WIDTH - 3)} {heads}"
    for outcome in outcomes:
        yield f"{_mark(outcome)} {_padded(outcome.title, _WIDTH - 2)} {_numbers(outcome)}"
    for outcome in outcomes:
        if outcome.not_run:
            yield f"NOT RUN: {outcome.title}（{outcome.not_run}）— run: {outcome.mend}"
        for reason, number in outcome.missed:
            yield f"NOT RUN: {outcome.title}（{number} tests）— {reason}"
    yield total(outcomes)


def total(outcomes: Sequence[Outcome]) -> str:
    """Return the sum over all checks: `N passed, N failed`, and skipped if there are any."""
    passed, failed, skipped = (sum(getattr(o, name) for o in outcomes) for name in ("passed", "failed", "skipped"))
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def exit_code(outcomes: Sequence[Outcome], *, strict: bool) -> int:
    """Return 0 when nothing failed and, if strict, everything ran."""
    broken = any(outcome.failed for outcome in outcomes)
    return int(broken or (strict and any(outcome.not_run or outcome.missed for outcome in outcomes)))


def _mark(outcome: Outcome) -> str:
    if outcome.not_run:
        return "-"
    return "✗" if outcome.failed else "✓"


def _numbers(outcome: Outcome) -> str:
    if outcome.not_run:
        return f"{'NOT RUN':>8}"
    return f"{outcome.passed:>8} {outcome.failed:>8} {outcome.skipped:>8} {outcome.seconds:>8.1f}"


def _padded(text: str, width: int) -> str:
    """Chinese characters take two columns."""
    taken = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return text + " " * (width - taken)
