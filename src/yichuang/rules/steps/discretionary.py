"""Special steps that an agency thinks necessary although no law asks for them (非法定特殊环节)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from yichuang.rules.clockwork.pauses import SPECIAL_PROCEDURES
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

INSIDE = "inside_limit"
SITE_VISIT = "site_visit"
_HEARING = "hearing"
CONSULTED = ("reform", "efficiency")  # 审改办, 效能办
_POSTS = {"centre": "centre_manager"}
_RULE, _APPROVER = "discretionary_step_rule", "discretionary_step_approver"


@dataclass(frozen=True, slots=True)
class Step:
    """Which step, and from which day to which."""

    kind: str
    begins: date
    ends: date


def takes_steps(norms: Norms) -> bool:
    """Return whether such steps are possible here at all (经审定可以进行).  Basis: S3-附件一(三)2"""
    rule = norms.get(_RULE)
    return rule is not None and rule.value == INSIDE


def kinds_open(lawful: Collection[str], norms: Norms) -> tuple[str, ...]:
    """Return the steps that may be asked for: those the norms name and a visit, without what the law asks of the item.

    Basis: S3-附件一(三)2, S3-附件三(二)1
    """
    named = dict.fromkeys((*norms.choices("pause_kinds"), SITE_VISIT))
    return tuple(kind for kind in named if kind in SPECIAL_PROCEDURES and kind not in lawful)


def may_propose(  # noqa: PLR0913 - each is a condition of its own
    step: Step, *, lawful: Collection[str], pending: bool, due_on: date | None, today: date, norms: Norms
) -> Verdict:
    """Say whether the agency may ask for this step (报请审定).

    Its days lie inside the limit, since nothing stops for it.  Units: civil dates.
    Returns: ALLOWED, or `step_forbidden`, `step_lawful`, `step_kind`, `step_pending`, and those of `fits`.
    Basis: S3-附件一(三)2, S3-附件一(三)3
    """
    if not takes_steps(norms):
        return refuse("step_forbidden", norms.basis(_RULE))
    if step.kind in lawful:
        return refuse("step_lawful", norms.basis("pause_kinds"), kind=step.kind)
    if step.kind not in kinds_open(lawful, norms):
        return refuse("step_kind", norms.basis(_APPROVER), allowed=kinds_open(lawful, norms))
    if pending:
        return refuse("step_pending", norms.basis(_APPROVER))
    return fits(step.begins, step.ends, due_on=due_on, today=today, norms=norms)


def fits(begins: date, ends: date, *, due_on: date | None, today: date, norms: Norms) -> Verdict:
    """Say whether the days lie from today on inside the statutory limit (在法定的时限内).

    Returns: ALLOWED, or `clock_not_started`, `step_dates`, `step_outside_limit` with the last day.
    Basis: S3-附件一(三)3
    """
    article = norms.basis(_RULE)
    if due_on is None:
        return refuse("clock_not_started", article)
    if ends < begins or ends < today:
        return refuse("step_dates", article, on=today)
    return refuse("step_outside_limit", article, on=ends, due_on=due_on) if ends > due_on else ALLOWED


def may_settle(roles: Collection[str], consulted: Collection[str], *, agree: bool, norms: Norms) -> Verdict:
    """Say whether somebody with these posts may approve, having heard both offices (会同审改办、效能办审定).

    Returns: ALLOWED, or `step_approver`, `step_unconsulted`.  Basis: S3-附件一(三)2
    """
    approver = norms.norm(_APPROVER)
    post = _POSTS.get(str(approver.value), str(approver.value))
    if post not in roles:
        return refuse("step_approver", approver.basis, wanted=post)
    if agree and not set(CONSULTED) <= set(consulted):
        return refuse("step_unconsulted", approver.basis)
    return ALLOWED


def may_stop(kind: str, lawful: Collection[str], norms: Norms) -> Verdict:
    """Say whether the clock stops for a procedure: the law must ask for it, and the item says what the law asks.

    Where steps run inside the limit nothing else stops it. Elsewhere an item that lists its procedures is held to its
    list; a hearing may become necessary in any case.
    Returns: ALLOWED, or `step_never_stops`, `pause_not_listed`.  Basis: XKF-45, S3-附件一(三)3
    """
    if takes_steps(norms) and kind not in lawful:
        return refuse("step_never_stops", norms.basis(_RULE), kind=kind, allowed=tuple(lawful) or "（没有）")
    if lawful and kind not in lawful and kind != _HEARING:
        return refuse("pause_not_listed", norms.basis("pause_kinds"), kind=kind, allowed=tuple(sorted(lawful)))
    return ALLOWED
