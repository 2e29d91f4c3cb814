"""What a refusal must tell about remedies (救济途径), computed from the norms."""

from __future__ import annotations

from typing import Any

from yichuang.acts.norms import norms_of
from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.org.models import Department
from yichuang.rules.remedies import remedies


def remedy_fields(case: CaseFile, department: Department, ctx: Context) -> dict[str, Any]:
    """Return authority, court and limits for 复议 and 诉讼; the last days assume delivery on the day of the act.

    Basis: XKF-38.2, FYF-20.1, SSF-46.1
    """
    calendar = ctx.directory.calendar(case.profile)
    norms = norms_of(case)
    rights = remedies(ctx.today, norms, calendar)
    return {
        "review_authority": department.review_authority,
        "court": department.court,
        "review_days": norms.number("remedy_review_limit"),
        "court_months": norms.number("remedy_court_limit"),
        "review_by": rights.review_by,
        "court_by": rights.court_by,
    }
