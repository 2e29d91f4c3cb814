"""放弃听证: whoever was told of his right to a hearing may give it up, in writing, while he could still ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from yichuang.rules.hearing.hearings import may_request
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


def may_waive(told: Collection[date | None], today: date, norms: Norms, *, waiting: bool, waived: bool) -> Verdict:
    """Say whether the right to a hearing may be given up: only a right that one has, and only once.

    After the last day there is nothing left to give up; a hearing that is asked for takes its course.
    Returns: ALLOWED, `hearing_not_told`, `hearing_waiver_late`, `hearing_waived` or `hearing_open`.
    Basis: XKF-47.1
    """
    verdict = may_request(told, today, norms, waiting=waiting, waived=waived)
    if verdict.allowed or verdict.code != "hearing_request_late":
        return verdict
    return refuse("hearing_waiver_late", verdict.basis, until=verdict.facts["until"])


def in_writing(paper: str, *, own: bool) -> Verdict:
    """Say whether the waiver is in writing: his own by log-in is; what an office enters names the paper it got.

    Basis: XKF-47.1
    """
    return ALLOWED if own or paper.strip() else refuse("hearing_waiver_unwritten", "XKF-47.1")
