"""What the applicant must be told (一次性告知、说明理由), and was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..lights import Light
from ..norms import Norms
from .history import BASIS, Finding, History, RuleKind, Signed

_NOTICE = "case.correction_notified"
_NOTICE_PAPER = "correction"
# Verb and outcome of a refusal, and the paper that must carry its reasons.
_REFUSALS: Mapping[str, str] = {"case.refused": "refusal", "case.not_needed": "not_needed"}


def notices_given(history: History, norms: Norms) -> Iterator[Finding]:
    """Yield a notice given without its paper, and every notice after the first (未一次性告知、再次要求补正).

    Basis: XKF-32.1(4), XKF-72, S0b-6
    """
    once = norms.get("correction_once")
    given = [entry for entry in history.entries if entry.verb == _NOTICE]
    for number, entry in enumerate(given):
        if _NOTICE_PAPER not in entry.papers:
            yield _found(RuleKind.NO_NOTICE, entry, history)
        if number and (once is None or once.value is True):
            yield _found(RuleKind.SECOND_NOTICE, entry, history, first=given[0].seq)


def refusals_told(history: History) -> Iterator[Finding]:
    """Yield a refusal or denial without the paper that carries its reasons and remedies (不说明理由).

    Basis: XKF-32.1(1), XKF-32.1(2), XKF-38.2, XKF-72
    """
    for entry in history.entries:
        paper = _REFUSALS.get(entry.verb)
        if entry.verb == "case.decided" and history.outcome == "denied":
            paper = "denial"
        if paper is not None and paper not in entry.papers:
            yield _found(RuleKind.NO_REASONS, entry, history)


def _found(rule: RuleKind, entry: Signed, history: History, **more: int) -> Finding:
    evidence = {"seq": entry.seq, "verb": entry.verb, **more}
    return Finding(rule, str(entry.seq), Light.RED, entry.on, history.department_id, BASIS[rule], entry.on, evidence)
