"""What a decision must tell about remedies (救济途径), computed from the norms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.terms import told
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.levels.delegation import in_whose_name
from yichuang.rules.remedies import remedies, review_first

FIRST: Mapping[str, str] = {
    "natural_resources": "涉及已经依法取得的自然资源的所有权或者使用权",
    "other": "法律、行政法规规定应当先申请行政复议",
}


def remedy_fields(case: CaseFile, ctx: Context, department_id: UUID | None = None) -> dict[str, Any]:
    """Return authority, court and limits for 复议 and 诉讼; the last days assume delivery on the day of the act.

    They are those of the case's department unless another one concludes.

    Basis: XKF-38.2, FYF-20.1, FYF-23.2, SSF-46.1
    """
    department, item = (
        ctx.directory.departments[department_id or case.department_id],
        version_of(case.item_version_id).item,
    )
    authority, court = bodies_of(department, item, ctx.directory)
    rights = remedies(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
    first = review_first_of(version_of(case.item_version_id).guide, case)
    after = {"review_first": first, "court_after": told(rights.court_after_review)} if rights.court_after_review else {}
    return (after if first else {}) | {
        "review_authority": authority,
        "court": court,
        "review_limit": told(rights.review),
        "court_limit": told(rights.court),
        "review_by": rights.review_by,
        "court_by": rights.court_by,
        "remedies_provisional": rights.provisional,
    }


def bodies_of(department: Department, item: Item, directory: Directory) -> tuple[str, str]:
    """Return who reviews and which court: those of the entrusting organ, which answers for an entrusted item (委托).

    Where that organ is not in the book, both are "" and the paper says whoever has jurisdiction.
    Basis: XKF-24.2, S0h-二(三)2.2
    """
    if in_whose_name(item.delegation, department.name) == department.name or item.department.id != department.id:
        return department.review_authority, department.court
    rows = directory.departments.values()
    organ = next((row for row in rows if row.name == item.delegation.delegator), None)
    return (organ.review_authority, organ.court) if organ else ("", "")


def review_first_of(guide: Mapping[str, Any], case: CaseFile) -> str:
    """Return why a review comes first (复议前置情形), "" where one may go to court at once.  Basis: FYF-23.1"""
    named = (guide.get("remedies") or {}).get("review") or {}
    kind = str(named.get("first", "")) if isinstance(named, Mapping) else ""
    return FIRST.get(kind, "") if review_first(kind, norms_of(case)) else ""
