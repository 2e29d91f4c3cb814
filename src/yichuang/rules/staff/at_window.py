"""What the window may do by itself (窗口授权、一审一核): the powers granted to it, and the items it ends alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from yichuang.rules.moves.shapes import WINDOW
from yichuang.rules.norms import Norms
from yichuang.rules.officers import Grant
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_DECIDING = "case.decided"
_DELIVERING = (
    "case.delivered", "case.pickup_called", "case.fetched", "case.posted", "case.post_delivered",
    "case.electronically_delivered", "case.left_behind", "case.delivery_announced",
)  # fmt: skip
_NEEDS: Mapping[str, str] = MappingProxyType({
    "case.accepted": "acceptance",
    "case.not_needed": "acceptance",
    "case.refused": "acceptance",
    "case.checked_at_window": "acceptance",
    _DECIDING: "instant_approval",
    "case.filing_concluded": "instant_approval",
    "case.routed": "coordination",
    "case.issued": "delivery",
    **dict.fromkeys(_DELIVERING, "delivery"),
})  # fmt: skip
# 应诉代理权 is used before a court, not here: it is put on record and shown, and no act asks for it.
RECORDED = frozenset({"litigation"})


def power_needed(verb: str) -> str:
    """Return the power that the window needs for an act, "" for none (五项授权).

    Basis: S1-二2
    """
    return _NEEDS.get(verb, "")


def may_use(verb: str, grant: Grant | None, powers: frozenset[str], norms: Norms, *, ends_here: bool = True) -> Verdict:
    """Say whether the window has been granted what the act needs; offices need no grant, nor does every place.

    `ends_here`: an instant case, or one the window reviews and checks by itself. Of the others the window only
    follows the course (承诺件的组织协调权); who reviews them signs them.

    Returns: ALLOWED, `power_not_granted` with the missing power, `window_signs_instant`, or what `by_window` says.
    Basis: S1-二2, S1-三2
    """
    if verb in _DELIVERING and grant is not None and grant.role not in WINDOW:
        return by_window(norms)
    norm = norms.get("window_powers")
    if norm is None or norm.value is None or grant is None or grant.role not in WINDOW:
        return ALLOWED
    power = power_needed(verb)
    if not power or power not in norms.choices("window_powers"):
        return ALLOWED
    if power not in powers:
        return refuse("power_not_granted", norm.basis, power=power)
    return ALLOWED if ends_here or verb != _DECIDING else refuse("window_signs_instant", norm.basis)


def by_window(norms: Norms) -> Verdict:
    """Refuse an office that would hand a result over itself: one place delivers, by local norm or by the law itself.

    Returns: `delivery_at_window`.
    Basis: XKF-26.1, S0b-21.1, S1-二3
    """
    norm = norms.get("delivery_by_window")
    return refuse("delivery_at_window", norm.basis if norm is not None and norm.value is True else "XKF-26.1")


def ended_at_window(*, formal_only: bool, special_procedures: bool, norms: Norms) -> Verdict:
    """Say whether the window reviews and checks a case by itself: no visit, no expert, no test, form only (一审一核).

    Basis: S1-三2, S1-一审一核
    """
    norm = norms.get("one_review_one_check")
    if norm is None or not norm.value:
        return refuse("no_window_review", "S1-三2")
    if special_procedures or not formal_only:
        return refuse("not_formal_only", norm.basis)
    return ALLOWED
