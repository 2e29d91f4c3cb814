"""The power of attorney (授权委托书): its scope is judged in every act that a proxy does for an applicant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

ATTORNEY = "power_of_attorney"  # the key of the material that carries it
SUBMIT, SUPPLEMENT, WITHDRAW, RECEIVE = "submit", "supplement", "withdraw", "receive"
SCOPES: tuple[str, ...] = (SUBMIT, SUPPLEMENT, WITHDRAW, RECEIVE)
_NEEDS: Mapping[str, str] = MappingProxyType({
    "case.submitted": SUBMIT,
    "case.supplemented": SUPPLEMENT,
    "case.withdrawn": WITHDRAW,
    "case.hearing_waived": WITHDRAW,  # 放弃申请人的权利, as a withdrawal does
    "case.delivered": RECEIVE,
})  # fmt: skip
_BASIS = "XKF-29.2"


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a proxy may do, from when to when; no last day means until it is taken back, or given up."""

    scope: frozenset[str]
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None  # 取消委托、辞去委托


def mandate_of(agent: Mapping[str, Any]) -> Mandate | None:
    """Return the mandate of a case's agent, None for who only handed in (经办人) and for nobody."""
    if "scope" not in agent:
        return None
    days = (_day(agent.get(name)) for name in ("starts_on", "ends_on", "ended_on"))
    return Mandate(frozenset(agent["scope"] or ()), *days)


def may_act(verb: str, mandate: Mandate, today: date) -> Verdict:
    """Say whether a proxy may do an act for the applicant: within scope and dates (代理权限).

    What no power of attorney can name (rating, for one) is the applicant's own.
    Returns: ALLOWED, or `proxy_ended` with the day it was taken back or given up, `proxy_over` with the last day,
    `proxy_scope` with what is not in it.
    Basis: XKF-29.2, MFD-173(2)
    """
    if mandate.ended_on:
        return refuse("proxy_ended", "MFD-173(2)", on=mandate.ended_on)
    if mandate.starts_on and today < mandate.starts_on:
        return refuse("proxy_early", _BASIS, on=mandate.starts_on)
    if mandate.ends_on and today > mandate.ends_on:
        return refuse("proxy_over", _BASIS, on=mandate.ends_on)
    needed = _NEEDS.get(verb, "")
    if needed and needed not in mandate.scope:
        return refuse("proxy_scope", _BASIS, scope=needed)
    return ALLOWED


def may_end(mandate: Mandate | None) -> Verdict:
    """Say whether a mandate may be taken back by the applicant, or given up by his proxy: at any time, once.

    Basis: MFD-173(2)
    """
    if mandate is None:
        return refuse("mandate_none", "MFD-173(2)")
    return refuse("proxy_ended", "MFD-173(2)", on=mandate.ended_on) if mandate.ended_on else ALLOWED


def may_give(before: Mandate | None, today: date, *, by_principal: bool, same: bool) -> Verdict:
    """Say whether a new power of attorney may be entered on a running case: by the applicant, beside no other proxy's.

    The `same` proxy may get another one at any time: it takes the place of his former one.
    Basis: MFD-165, MFD-173(2)
    """
    if not by_principal:
        return refuse("mandate_not_yours", "MFD-165")
    running = before is not None and before.ended_on is None and not (before.ends_on and before.ends_on < today)
    return refuse("mandate_running", "MFD-173(2)") if running and not same else ALLOWED


def may_be_used(*, in_person: str, norms: Norms) -> Verdict:
    """Say whether an application may be made by proxy; `in_person` is the article that asks for oneself (须本人到场).

    Basis: XKF-29.2
    """
    if in_person:
        return refuse("in_person", _BASIS, article=in_person)
    norm = norms.get("proxy_application")
    if norm is None or not norm.value:
        return refuse("no_proxy", _BASIS)
    return ALLOWED


def complete(mandate: Mandate, *, name: str, identity_no: str, attorney: bool, principal: str = "") -> Verdict:
    """Say whether a proxy has proven himself: name, identity, scope, and the power of attorney itself.

    Nobody is his own proxy: `principal` is the number of whom he acts for.

    Basis: XKF-29.2
    """
    unknown = mandate.scope - set(SCOPES)
    if not name.strip() or not identity_no.strip() or not mandate.scope or unknown:
        return refuse("proxy_untold", _BASIS)
    if mandate.starts_on and mandate.ends_on and mandate.ends_on < mandate.starts_on:
        return refuse("proxy_untold", _BASIS)
    if identity_no.strip().upper() == principal.strip().upper():
        return refuse("proxy_oneself", _BASIS)
    return ALLOWED if attorney else refuse("attorney_missing", _BASIS)


def dated(mandate: Mandate) -> Verdict:
    """Say whether a power of attorney names its last day (期限).  Basis: MFD-165"""
    return ALLOWED if mandate.ends_on else refuse("mandate_undated", "MFD-165")


def authorised(user: object, named: Collection[object] | None) -> Verdict:
    """Say whether somebody may apply in an organisation's name: where it named its people, only they (单位办事人员).

    Basis: XKF-29.2
    """
    return ALLOWED if named is None or user in named else refuse("not_authorised", _BASIS)


def _day(word: Any) -> date | None:
    return date.fromisoformat(word) if word else None
