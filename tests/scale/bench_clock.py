"""How many explained deadlines a second on one core: fold and explain, 20 working days, one pause on average.

    .venv/bin/python tests/scale/bench_clock.py [--cases N] [--seconds S] [--json]

The cases are random (none, one or two pauses, on average one; three years of dates) and made before the clock starts;
each is folded and explained to its full list of days. The figure is the median of the rounds.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from time import process_time

from yichuang.law.book import book
from yichuang.rules.clock import ClockTerms, clock_terms, fold
from yichuang.rules.explain import explain
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.working_days import Calendar

Case = tuple[tuple[ClockFact, ...], date]
FIRST, DAYS = date(2024, 1, 2), 1000
TARGET = 50_000


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figure."""
    wish = _parser().parse_args(argv)
    law = book()
    terms, calendar = clock_terms(law.norms("cn", FIRST)), law.calendar()
    cases = _cases(wish.cases)
    rounds, until = [], process_time() + wish.seconds
    while not rounds or process_time() < until:
        rounds.append(_round(cases, terms, calendar))
    rate = len(cases) / median(rounds)
    figures = {"explained_per_second": round(rate), "best": round(len(cases) / min(rounds)), "rounds": len(rounds)}
    if wish.json:
        print(json.dumps(figures | {"cases": len(cases), "target": TARGET}))
    else:
        print(f"{rate:,.0f} explained deadlines per second per core ({1e6 / rate:.1f} us each), target {TARGET:,}")
    return 0


def _round(cases: Sequence[Case], terms: ClockTerms, calendar: Calendar) -> float:
    began = process_time()
    for facts, today in cases:
        explain(fold(facts, terms, calendar, as_of=today), terms, calendar)
    return process_time() - began


def _cases(number: int) -> list[Case]:
    dice, cases = random.Random(20), []
    for _ in range(number):
        received = FIRST + timedelta(days=dice.randrange(DAYS))
        accepted = received + timedelta(days=dice.randrange(4))
        facts = [ClockFact(FactKind.RECEIVED, received), ClockFact(FactKind.ACCEPTED, accepted)]
        on = accepted
        for _ in range(dice.choice((0, 1, 1, 2))):
            on += timedelta(days=dice.randrange(1, 12))
            facts.append(ClockFact(FactKind.PAUSED, on, pause="testing"))
            on += timedelta(days=dice.randrange(1, 10))
            facts.append(ClockFact(FactKind.RESUMED, on, pause="testing"))
        cases.append((tuple(facts), accepted + timedelta(days=dice.randrange(25))))
    return cases


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="explained deadlines per second")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
