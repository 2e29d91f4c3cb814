"""What an item says of levels (层级): its way upwards, its delegation, the ways in which it is handled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yichuang.records.org.models import Level
from yichuang.rules.levels import delegation, route
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import Verdict

_UPWARD = "upward"
_WORDS = {
    "way_without_lower": "上报件没有写由哪一级初审",
    "way_without_upper": "上报件没有写报哪一级哪个部门审查",
    "way_without_forwarding": "上报件在初审与上级审查之间没有转报环节",
    "filing_goes_direct": "市级部门实施的备案可以直接向市级部门申请，不得要求先到下级报件",
    "delegator_missing": "授权、委托的事项没有写授权或委托机关",
    "agreement_missing": "委托实施的事项没有委托协议，不得开通",
    "delegation_not_begun": "授权或委托的期限还没有开始",
    "delegation_ended": "授权或委托的期限已经届满",
}
_STEPS = {
    "on_the_spot": ("窗口申请", "现场办结"),
    "online": ("网上申办", "在线审批", "通知取件"),
    "online_checked": ("网上申报", "预审", "窗口核验", "取件"),
    "window": ("窗口申报", "通知取件"),
    "online_collected": ("线上申请", "网上预审", "线下领证"),
    "online_whole": ("线上申请", "网上审批", "电子送达"),
}
_NAMES = {
    "on_the_spot": "现场办结",
    "online": "网上申办、在线审批、通知取件",
    "online_checked": "网上申报、预审、窗口核验、取件",
    "window": "窗口申报、通知取件",
    "online_collected": "线上申请、网上预审、线下领证",
    "online_whole": "线上申请、网上审批、一网通办",
}
_ELECTRONIC = "online_whole"
_ONLINE = frozenset({"online", "online_checked", "online_collected", _ELECTRONIC})


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of handling (办理方式) with its route."""

    key: str
    name: str
    steps: tuple[str, ...]


def modes_of(version: Any) -> tuple[Mode, ...]:
    """Return in which ways the item is handled, each with its steps; those nobody knows are left out."""
    return tuple(Mode(key, _NAMES[key], _STEPS[key]) for key in version.handling_modes or () if key in _STEPS)


def ends_electronically(version: Any) -> bool:
    """Say whether the item is handled on line to the end, so that its result is delivered electronically (一网通办).

    Basis: S0i
    """
    return _ELECTRONIC in (version.handling_modes or ())


def begins_online(version: Any) -> bool:
    """Say whether one may apply on line: one of the item's ways begins there, or none is told.

    Basis: S4-一(四)3
    """
    return not version.handling_modes or bool(_ONLINE.intersection(version.handling_modes))


def faults_of(version: Any, norms: Norms | None) -> Iterator[tuple[str, str, str]]:
    """Yield code, words and article of what bars the version from being published.

    Basis: XKF-24.1, XKF-35, S0h-二(一)2.2, S0h-二(三)2.2, S4-一(四)3
    """
    item, way = getattr(version, "item", None), route.way_of(version.stages)
    verdicts = [route.may_run(way)] if version.kind == _UPWARD else []
    if item is not None:
        verdicts += [_direct(version, way, norms), _stands(item, norms)]
    for verdict in verdicts:
        if not verdict.allowed:
            yield verdict.code, _WORDS[verdict.code], verdict.basis
    yield from _modes(version, norms)


def _direct(version: Any, way: route.Way, norms: Norms | None) -> Verdict:
    direct = norms.get("filing_direct") if norms else None
    return route.may_require_lower(
        way,
        filing=bool(version.guide.get("filing")),
        city=version.item.level == Level.CITY,
        direct=direct is not None and direct.value is True,
        basis=direct.basis if direct else "",
    )


def _stands(item: Any, norms: Norms | None) -> Verdict:
    """Judge the delegation on the day of the norms; without norms only what it consists of."""
    if norms is None:
        return delegation.may_stand(replace(item.delegation, since=None, until=None), on=date.min)
    return delegation.may_stand(item.delegation, on=norms.on)


def _modes(version: Any, norms: Norms | None) -> Iterator[tuple[str, str, str]]:
    allowed = norms.get("handling_modes") if norms else None
    told = tuple(getattr(version, "handling_modes", None) or ())
    offered = norms.choices("handling_modes") if norms and allowed else tuple(_STEPS)
    basis = allowed.basis if allowed else "S4-一(四)3"
    for key in told:
        if key not in offered:
            yield "handling_mode_unknown", f"“{_NAMES.get(key, key)}”不是这里的办理方式", basis
