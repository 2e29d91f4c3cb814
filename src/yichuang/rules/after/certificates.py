"""证照的变动: what may become of a certificate (撤销、撤回、吊销、注销、变更), on which ground, and what forbids it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_IN_FORCE = ("valid", "suspended")  # 暂扣 ends nothing
FRAUD = "fraud"  # 以欺骗、贿赂等不正当手段取得


@dataclass(frozen=True, slots=True)
class Move:
    """One act on a certificate: from which states, to which, by which article, and the list of its grounds."""

    sources: tuple[str, ...]
    target: str
    basis: str
    grounds: str
    heard: bool = True  # the holder has to be heard before (陈述权、申辩权)


MOVES: Mapping[str, Move] = {
    "revoked": Move(_IN_FORCE, "revoked", "XKF-69", "revocation_grounds"),
    "withdrawn": Move(_IN_FORCE, "withdrawn", "XKF-8.2", "withdrawal_grounds"),
    "cancelled": Move(_IN_FORCE, "cancelled", "XKF-80", "cancellation_grounds"),
    "deregistered": Move(
        (*_IN_FORCE, "expired", "revoked", "withdrawn", "cancelled"),
        "deregistered", "XKF-70", "deregistration_grounds", heard=False,
    ),
    "changed": Move(("valid",), "", "XKF-49", "change_grounds", heard=False),
}  # fmt: skip
# 注销 follows what happened before: these states have only this ground.
_AFTER = {"revoked": "withdrawn", "withdrawn": "withdrawn", "cancelled": "withdrawn", "expired": "expired"}


def may_move(act: str, status: str, *, over: bool) -> Verdict:
    """Say whether the act may follow the present state of the certificate (状态只能依次变动).

    `over`: its last day has passed, so that it counts as expired.
    Basis: XKF-69, XKF-70, XKF-8.2
    """
    move, state = MOVES[act], "expired" if over and status in _IN_FORCE else status
    if state in move.sources:
        return ALLOWED
    return refuse("certificate_state", move.basis, status=state, act=act)


def may_ground(act: str, ground: str, status: str, norms: Norms, *, over: bool) -> Verdict:
    """Say whether the ground is one of the law's for this act, and fits the state (情形).

    Basis: XKF-69, XKF-70, XKF-8.2, XKF-80
    """
    name = MOVES[act].grounds
    if ground not in norms.choices(name):
        return refuse("ground_unknown", norms.basis(name))
    state = "expired" if over and status in _IN_FORCE else status
    wanted = _AFTER.get(state) if act == "deregistered" else None
    fits = ground == wanted if wanted else act != "deregistered" or ground not in _AFTER.values()
    return ALLOWED if fits else refuse("ground_unfit", norms.basis(name), status=state)


def may_revoke(*, public_harm: bool) -> Verdict:
    """Say whether a permit may be revoked: not where that could do major harm to the public interest.

    Basis: XKF-69.3
    """
    return refuse("public_harm", "XKF-69.3") if public_harm else ALLOWED


def must_revoke(ground: str) -> bool:
    """Say whether the ground leaves no choice (应当撤销).  Basis: XKF-69.2"""
    return ground == FRAUD


def heard_enough(act: str, heard: str) -> Verdict:
    """Say whether the holder was heard before an act that takes the permit away (听取陈述申辩).

    Basis: XKF-7
    """
    return refuse("holder_not_heard", "XKF-7") if MOVES[act].heard and not heard.strip() else ALLOWED
