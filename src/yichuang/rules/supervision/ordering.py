"""Out of order (逆程序) and handled outside the window (体外循环): the entries against the table of transitions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .. import transitions
from ..lights import Light
from ..norms import Norms
from .history import BASIS, Finding, History, RuleKind

_HANDLING = frozenset(
    "case.accepted case.routed case.reviewed case.verified case.decided case.issued case.delivered".split()
)


def out_of_order(history: History) -> Iterator[Finding]:
    """Yield each entry that no state reachable before it allows (逆程序): a step done before its predecessor.

    Basis: S3-二(六)1, XKF-34.1
    """
    for place in wrong_places(history.kind, tuple(entry.verb for entry in history.entries)):
        entry = history.entries[place]
        yield Finding(
            RuleKind.OUT_OF_ORDER, str(entry.seq), Light.RED, entry.on, history.department_id,
            BASIS[RuleKind.OUT_OF_ORDER], entry.on, {"seq": entry.seq, "verb": entry.verb},
        )  # fmt: skip


@lru_cache(maxsize=8192)  # cases take the same few ways
def wrong_places(kind: str, verbs: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of the verbs that could not follow what came before; each is then taken as done.

    Basis: S3-二(六)1
    """
    states, wrong = frozenset({transitions.ANY}), []
    for place, verb in enumerate(verbs):
        rows = [row for row in transitions.TABLE if row.verb == verb and kind in row.kinds]
        if not rows:
            continue
        reached = frozenset(row.target or state for row in rows for state in states if state in row.sources)
        if reached:
            states = reached
            continue
        wrong.append(place)
        states = frozenset(row.target for row in rows if row.target) or states
    return tuple(wrong)


def handled_outside(history: History, norms: Norms) -> Iterator[Finding]:
    """Yield a case that was worked on though nothing ever came in at the window or online (体外循环).

    Basis: S0b-25, S1-二3, S1-五3
    """
    first = history.first(*_HANDLING)
    if first is None or history.first("case.submitted") is not None:
        return
    norm = norms.get("intake_only_at_window")
    yield Finding(
        RuleKind.OUTSIDE, "", Light.RED, first.on, history.department_id,
        norm.basis if norm else BASIS[RuleKind.OUTSIDE], first.on, {"seq": first.seq, "verb": first.verb},
    )  # fmt: skip
