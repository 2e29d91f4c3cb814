"""窗口权限: what the window settles by itself with an application, as one line of the guide."""

from __future__ import annotations

from collections.abc import Iterator

from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.rules.norms import Norms
from yichuang.rules.staff.at_window import ended_at_window

_ACCEPT, _INSTANT, _DELIVER = "acceptance", "instant_approval", "delivery"


def window_facts(version: ItemVersion, norms: Norms, powers: frozenset[str]) -> list[tuple[str, str]]:
    """Return label and words of the window's authority: what the norms leave to it, and its department granted.

    Basis: S0b-4.1, S1-二2
    """
    asked = norms.get("window_powers")
    granted = powers if asked is not None and asked.value else frozenset({_ACCEPT, _INSTANT, _DELIVER})
    return [("窗口权限", "；".join(("接收材料、一次性告知补正", *_settled(version, norms, granted))))]


def _settled(version: ItemVersion, norms: Norms, granted: frozenset[str]) -> Iterator[str]:
    if _ACCEPT in granted:
        alone = norms.choice("refusal_of_acceptance_by") == "window_clerk"
        yield "决定受理或者不予受理" if alone else "决定受理，不予受理须经部门负责人审核"
    formal = bool(version.review_rules.get("formal_only"))
    one_review = ended_at_window(formal_only=formal, special_procedures=bool(version.special_procedures), norms=norms)
    if _INSTANT in granted and version.kind == CaseKind.INSTANT:
        yield "当场作出决定"
    elif _ACCEPT in granted and one_review.allowed:
        yield "一审一核，在窗口审查、核准"
    if _DELIVER in granted:
        yield "送达决定和证件"
