"""Abuse of stopping the clock (滥用中止): for what the norms do not list, or for longer than is watched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..clockwork.pauses import pauses_of
from ..lights import Light
from ..norms import Norms
from ..periods import end_of
from ..working_days import Calendar
from .history import BASIS, Finding, History, RuleKind

_ENDS = ("decided", "withdrawn", "closed", "not_accepted")


def pauses_watched(history: History, norms: Norms, calendar: Calendar, today: date) -> Iterator[Finding]:
    """Yield each pause of a kind that is not listed, and each that lasts longer than the watched time.

    Basis: XKF-45, S0b-16, S3-附件一(三)3
    """
    listed = norms.get("pause_kinds")
    most = norms.get("pause_watch_limit")
    over = min((fact.on for fact in history.facts if fact.kind.value in _ENDS), default=None)
    for pause in pauses_of(sorted(history.facts, key=lambda fact: fact.on)):
        ended = pause.last or over
        evidence = {"since": pause.first.isoformat(), "pause": pause.kind}
        key = f"{pause.first.isoformat()}:{pause.kind}"
        if listed is not None and isinstance(listed.value, tuple) and pause.kind not in listed.value:
            yield Finding(
                RuleKind.PAUSE_UNFOUNDED, key, Light.RED, pause.first, history.department_id, listed.basis, ended,
                evidence,
            )  # fmt: skip
        if most is None:
            continue
        last = end_of(pause.first, norms.term("pause_watch_limit"), calendar)
        if (ended or today) > last:
            yield Finding(
                RuleKind.PAUSE_LONG, key, Light.YELLOW, last + timedelta(days=1), history.department_id,
                BASIS[RuleKind.PAUSE_LONG], ended, evidence | {"due": last.isoformat()},
            )  # fmt: skip
