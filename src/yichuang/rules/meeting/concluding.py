"""What a seat of a joint review meeting concludes (会审结论): said on the spot, or by absence or silence."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

AGREE, ABSENCE, IRREGULAR = "agree", "absence", "irregular"
_LATER = frozenset({AGREE, "upward"})


@dataclass(frozen=True, slots=True)
class SeatEnd:
    """How a seat ends when the meeting closes: conclusion and effect, both "" where nobody said anything."""

    department_id: UUID
    conclusion: str = ""
    effect: str = ""
    present: bool = False


def end_of_seat(seat: SeatEnd, norms: Norms) -> SeatEnd:
    """Return what a seat without a signature comes to where the norms attach agreement to it (默认制).

    Absent: absence counts (缺席默认). Present without a conclusion: an irregular one counts (结论不规范默认).
    Basis: S0h-二(三)1, S0h-三.8
    """
    if seat.conclusion:
        return seat
    name, effect = ("irregular_codept", IRREGULAR) if seat.present else ("absence_codept", ABSENCE)
    norm = norms.get(name)
    agreed = norm is not None and norm.value == "agreed"
    return SeatEnd(seat.department_id, AGREE, effect, seat.present) if agreed else seat


def may_want_later(conclusion: str, *, accepted: bool) -> Verdict:
    """Say whether a department may ask for materials to be handed in later (事后补齐): in pre-review, when it agreed.

    Returns: ALLOWED, or `later_materials_only_before`, `later_materials_only_agreed`.  Basis: S0h-三.9
    """
    if accepted:
        return refuse("later_materials_only_before", "S0h-三.9")
    return ALLOWED if conclusion in _LATER else refuse("later_materials_only_agreed", "S0h-三.9")
