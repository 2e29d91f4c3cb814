"""统一窗口出件: whether this window may hand a result over. Asked by the acts that do."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hall.place import issuing_windows
from yichuang.rules.hall.issuing import is_asked, may_issue_here


def issues_here(case: CaseFile, ctx: Context) -> None:
    """Refuse where the place hands results over elsewhere; only there anything is read. Raises: Refused.

    Basis: S4-二(四)
    """
    norms = norms_of(case)
    if is_asked(norms):
        own = {grant.window_id for grant in ctx.officer.grants if grant.window_id}
        may_issue_here(own, issuing_windows(case.region_code), norms).raise_if_refused()
