"""The numbers one case's clock runs by (计时参数): limits, start, silence, warning; copied onto the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ..levels.due import whole_limit
from ..norms import Norms, Term, Unit

# Only for choosing the shorter of two limits in different units: a working day is 7/5 calendar days.
_NOMINAL_DAYS: Mapping[Unit, Fraction] = {
    Unit.WORKING_DAY: Fraction(7, 5),
    Unit.CALENDAR_DAY: Fraction(1),
    Unit.HOUR: Fraction(1, 24),
    Unit.MONTH: Fraction(30),
    Unit.YEAR: Fraction(365),
}


class ClockStart(StrEnum):
    """From which event the decision limit counts (起算点)."""

    ACCEPTED = "accepted"  # 受理
    RECEIVED = "received"  # 窗口收到


@dataclass(frozen=True, slots=True)
class ClockTerms:
    """What the clock of one case runs by. `deemed`: silence on receipt counts as acceptance (视为受理)."""

    decision: Term
    start: ClockStart
    answer: Term
    promised: Term | None
    warn_share: Fraction
    warn_min: int
    deemed: bool
    deemed_basis: str = ""
    pause_basis: str = ""
    extension_basis: str = ""

    @property
    def extends_both_ways(self) -> bool:
        """Return whether an extension counts all days of the statutory limit, but working days of the promised one.

        Basis: XKF-42.1, XKF-82
        """
        kinds = {term.unit is Unit.WORKING_DAY for term in (self.decision, self.promised) if term is not None}
        return len(kinds) > 1

    def to_facts(self) -> dict[str, str | int]:
        """Return the copy that is kept on the case: strings and whole numbers only."""
        facts: dict[str, str | int] = {
            **_term_facts("decision", self.decision),
            **_term_facts("answer", self.answer),
            **_term_facts("promised", self.promised),
            "start": self.start.value,
            "warn_share": str(self.warn_share),
            "warn_min": self.warn_min,
            "deemed": int(self.deemed),
        }
        return facts | {name: getattr(self, name) for name in _BASES if getattr(self, name)}

    @classmethod
    def from_facts(cls, facts: Mapping[str, str | int]) -> ClockTerms:
        """Return the terms kept on a case. Raises: KeyError, ValueError when the copy is damaged."""
        return cls(
            decision=_term_from(facts, "decision"),
            start=ClockStart(str(facts["start"])),
            answer=_term_from(facts, "answer"),
            promised=_term_from(facts, "promised") if "promised_number" in facts else None,
            warn_share=Fraction(str(facts["warn_share"])),
            warn_min=int(facts["warn_min"]),
            deemed=bool(facts["deemed"]),
            **{name: str(facts.get(name, "")) for name in _BASES},
        )


_BASES = ("deemed_basis", "pause_basis", "extension_basis")


def clock_terms(
    norms: Norms,
    *,
    item_limit: Term | None = None,
    promised: Term | None = None,
    joint: bool = False,
    upward: bool = False,
) -> ClockTerms:
    """Return the terms of a new case (计时参数) from the norms in force and the item's own limits.

    Where an item has its own statutory limit, the profile says whether it prevails or the shorter applies.
    `joint` takes the limit of unified, joint or centralised handling (统一办理、联合办理、集中办理), `upward` that of
    both levels together (上报件).

    Returns: ClockTerms.  Raises: NotInForce when the profile has no limit of its own and the item neither.
    Basis: XKF-42, XKF-32.1(4), S0b-15, S0h-二(一)1.
    """
    stops, extension = norms.get("pause_kinds"), "joint_extension_limit" if joint else "extension_limit"
    longer, silence = norms.get(extension), norms.get("correction_silence_effect")
    return ClockTerms(
        decision=_decision_limit(norms, item_limit, "joint_limit" if joint else "decision_limit", upward=upward),
        start=ClockStart(norms.choice("decision_start")),
        answer=norms.term("answer_limit"),
        promised=promised,
        warn_share=norms.ratio("warn_share"),
        warn_min=norms.number("warn_min"),
        deemed=silence is not None and silence.value == "deemed_accepted",
        deemed_basis=silence.basis if silence else "",
        pause_basis=stops.basis if stops else "",
        extension_basis=longer.basis if longer else "",
    )


def _decision_limit(norms: Norms, item_limit: Term | None, general: str, *, upward: bool) -> Term:
    """Return the shorter limit, or the item's own, as the profile has it.

    Basis: S0b-15, S0h-二(一)1, XKF-42.
    """
    if item_limit is None:
        return whole_limit(norms) if upward else norms.term(general)
    if norms.choice("item_limit_rule") == "minimum" and norms.get(general) is not None:
        own = whole_limit(norms) if upward else norms.term(general)
        return min(own, item_limit, key=nominal_length)
    return item_limit


def nominal_length(term: Term) -> Fraction:
    """Return how long a term is in calendar days, roughly: good for comparing, never for dates."""
    return term.number * _NOMINAL_DAYS[term.unit]


def _term_facts(name: str, term: Term | None) -> dict[str, str | int]:
    if term is None:
        return {}
    return {f"{name}_number": term.number, f"{name}_unit": term.unit.value, f"{name}_basis": term.basis}


def _term_from(facts: Mapping[str, str | int], name: str) -> Term:
    return Term(int(facts[f"{name}_number"]), Unit(str(facts[f"{name}_unit"])), str(facts[f"{name}_basis"]))
