"""When the results of one application for several items are told on one sheet (综合结果单)."""

from __future__ import annotations

from collections.abc import Sequence

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_ARTICLE = "XKF-26.2"
_WITHDRAWN = "withdrawn"


def may_combine(outcomes: Sequence[str], *, made: bool) -> Verdict:
    """Say whether the sheet may be issued: every case is closed, one at least was answered, and there is none yet.

    Shape: `outcomes` of the closed cases, "" for one that still runs; none at all for a case of no bundle.
    Returns: ALLOWED, or `bundle_none`, `bundle_running` with how many, `bundle_withdrawn`, `bundle_combined`.
    Basis: XKF-26.2
    """
    if not outcomes:
        return refuse("bundle_none", _ARTICLE)
    running = sum(not outcome for outcome in outcomes)
    if running:
        return refuse("bundle_running", _ARTICLE, number=running)
    if set(outcomes) == {_WITHDRAWN}:
        return refuse("bundle_withdrawn", _ARTICLE)
    return refuse("bundle_combined", _ARTICLE) if made else ALLOWED
