"""Whom a program may submit for (接口令牌代谁申请): its user, who gave him a mandate, or anybody for a system."""

from __future__ import annotations

from yichuang.rules.verdict import ALLOWED, Verdict, refuse


def may_submit(*, natural: bool, own: bool, mandated: bool, system: bool) -> Verdict:
    """Say whether an application may come in with this token.

    A system of another office vouches for whom it submits; everybody else applies for himself, or as a proxy with a
    power of attorney. In an organisation's name its people apply, which the submission itself judges.
    Returns: ALLOWED, or `token_for_another`.  Basis: XKF-29.2
    """
    if system or mandated or not natural or own:
        return ALLOWED
    return refuse("token_for_another", "XKF-29.2")
