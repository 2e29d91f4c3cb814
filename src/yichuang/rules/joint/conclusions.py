"""What a co-department may conclude (协办结论): one of the conclusions of the profile, with what goes with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date

from ..norms import Norms
from ..verdict import ALLOWED, Verdict, refuse
from .part_clock import PartTerms, lapsed

AGREE, DISAGREE, UPWARD = "agree", "disagree", "upward"
# The word of the norm and the word on the stage.
_STAGE_WORD = {"granted": AGREE, "denied": DISAGREE, "upward": UPWARD}
_MONEY = re.compile(r"\d{1,9}(\.\d{1,2})?")
ANSWER_MIN = 10  # characters: whoever goes on against an objection says how it was dealt with


@dataclass(frozen=True, slots=True)
class Particulars:
    """What an agreement may carry: fee in yuan and how it is paid, how the result is picked up, requirements."""

    fee: str = ""
    fee_way: str = ""
    pickup: str = ""
    special: str = ""

    def told(self) -> dict[str, str]:
        """Return what is there, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if getattr(self, field.name)}


NOTHING = Particulars()


@dataclass(frozen=True, slots=True)
class Concluded:
    """A conclusion as it was given: one word, the opinion or reasons, what goes with it."""

    conclusion: str
    opinion: str = ""
    particulars: Particulars = NOTHING


def conclusions_of(norms: Norms) -> tuple[str, ...]:
    """Return the conclusions that the profile allows, in its order: 同意, 不同意, and 同意上报 where it has it.

    Basis: S0h-二(二)1, XKF-38
    """
    return tuple(_STAGE_WORD[word] for word in norms.choices("decision_conclusions"))


def may_conclude(given: Concluded, norms: Norms) -> Verdict:
    """Judge a conclusion by its form (结论规范), wherever it is given: at the desk or on the spot in a meeting.

    Returns: Verdict; refused codes: conclusion_irregular, denial_without_reasons, particulars_misplaced,
    fee_malformed.
    Basis: S0h-二(二)1, XKF-38.2
    """
    regular = norms.norm("decision_conclusions")
    if given.conclusion not in conclusions_of(norms):
        return refuse("conclusion_irregular", regular.basis, conclusions=conclusions_of(norms))
    if given.conclusion == DISAGREE and norms.flag("denial_needs_reasons") and not given.opinion.strip():
        return refuse("denial_without_reasons", norms.basis("denial_needs_reasons"))
    return may_carry(given.particulars, agrees=given.conclusion == AGREE, norms=norms)


def may_carry(particulars: Particulars, *, agrees: bool, norms: Norms) -> Verdict:
    """Judge what goes with a conclusion, a department's or the decision itself: only with agreement, money as money.

    Returns: Verdict; refused codes: particulars_misplaced, fee_malformed.
    Basis: S0h-二(二)1
    """
    told, basis = particulars.told(), norms.basis("decision_conclusions")
    if told and not agrees:
        return refuse("particulars_misplaced", basis)
    if "fee" in told and not _MONEY.fullmatch(told["fee"]):
        return refuse("fee_malformed", basis)
    return ALLOWED


def in_time(due_on: date | None, terms: PartTerms, today: date, *, stands: bool = False) -> Verdict:
    """Judge whether a conclusion still counts: after the last day silence has already agreed, where it does.

    `stands`: the department concluded in writing in an earlier round, and silence leaves that as it is.
    Returns: Verdict; refused codes: part_lapsed, round_lapsed.
    Basis: S0h-二(三)1
    """
    if lapsed(due_on, terms, today):
        return refuse("round_lapsed" if stands else "part_lapsed", terms.silence_basis, due_on=due_on)
    return ALLOWED


def may_grant(conclusions: Collection[str], answer: str, basis: str) -> Verdict:
    """Judge a grant against the conclusions of the co-departments: an objection is never passed over in silence.

    `answer` says in writing how it was dealt with.
    Returns: Verdict; refused code: objection_unanswered.
    Basis: XKF-26, S0h-二(二)1
    """
    if DISAGREE in conclusions and len(answer.strip()) < ANSWER_MIN:
        return refuse("objection_unanswered", basis, least=ANSWER_MIN)
    return ALLOWED


def irregular_agrees(norms: Norms) -> bool:
    """Return whether an irregular conclusion, after a reminder, counts as agreement (结论不规范默认).

    Basis: S0h-二(三)1
    """
    effect = norms.get("irregular_codept")
    return effect is not None and effect.value == "agreed"


def basis_of(conclusion: str, norms: Norms) -> str:
    """Return the article that a conclusion sheet names (审批结论的依据).

    Where a place has closed the list of conclusions, that list; elsewhere the opinion of the department for an
    agreement, the reasons that a denial needs, and the place's own norm for what it sends upwards.
    Basis: XKF-26.2, XKF-38.2, S0h-二(二)1, S0h-二(三)1
    """
    if irregular_agrees(norms) or conclusion == UPWARD:
        return norms.basis("decision_conclusions")
    return norms.basis("denial_needs_reasons") if conclusion == DISAGREE else "XKF-26.2"
