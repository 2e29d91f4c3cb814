"""What a decision must tell about remedies (救济途径), computed from the norms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.terms import told
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.remedies import remedies


def remedy_fields(case: CaseFile, ctx: Context, department_id: UUID | None = None) -> dict[str, Any]:
    """Return authority, court and limits for 复议 and 诉讼; the last days assume delivery on the day of the act.

    They are those of the case's department unless another one concludes.

    Basis: XKF-38.2, FYF-20.1, SSF-46.1
    """
    department = ctx.directory.departments[department_id or case.department_id]
    rights = remedies(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
    return {
        "review_authority": department.review_authority,
        "court": department.court,
        "review_limit": told(rights.review),
        "court_limit": told(rights.court),
        "review_by": rights.review_by,
        "court_by": rights.court_by,
        "remedies_provisional": rights.provisional,
    }
