"""Whether everybody was heard who must be before a decision (决定以前): read off the stages of the case."""

from __future__ import annotations

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.consulting.before_decision import may_decide
from yichuang.rules.steps.results import nothing_awaited


def all_heard(case: CaseFile, ctx: Context, *, grant: bool) -> None:
    """Refuse a decision before countersigns, running consultations, meetings, special steps and the report to the head.

    Basis: S0b-12, S0b-13, S0b-14, S0b-17, S3-附件一(三)3
    """
    nothing_awaited(case.stages).raise_if_refused()
    roles = ctx.officer.roles()
    major = regime_of(version_of(case.item_version_id)).major
    may_decide(case.stages, roles, norms_of(case), ctx.today, grant=grant, major=major).raise_if_refused()
