"""One place for results (统一窗口出件): where a place asks for it, they are handed over at issuing windows only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

NORM = "single_issuing_window"


def is_asked(norms: Norms) -> bool:
    """Say whether results are handed over at issuing windows only.  Basis: S4-二(四)"""
    norm = norms.get(NORM)
    return norm is not None and norm.value is True


def may_issue_here(own: Collection[UUID], issuing: Mapping[UUID, str], norms: Norms) -> Verdict:
    """Say whether an officer at these windows may hand a result over; `issuing`: the issuing windows, their numbers.

    A centre that has none yet hands over where it can.  Basis: S4-二(四)
    """
    if not is_asked(norms) or not issuing or any(window in issuing for window in own):
        return ALLOWED
    return refuse("issued_elsewhere", norms.basis(NORM), windows="、".join(sorted(issuing.values())))
