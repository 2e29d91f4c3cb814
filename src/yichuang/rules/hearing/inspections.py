"""核查、检验、检测、检疫: by how many officers, started until when, with what evidence."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

SUBSTANCE = "substance"  # 实质内容核查


def assign_by(accepted_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to send officers for inspection, testing or quarantine (指派期限).

    Basis: XKF-55.2
    """
    return end_of(accepted_on, norms.term("inspection_limit"), calendar)


def least_officers(kind: str, norms: Norms) -> str:
    """Return the parameter that says by how many officers this kind is done.

    Basis: XKF-34.3, XKF-55.2
    """
    return "second_review_min_officers" if kind == SUBSTANCE else "inspection_min_officers"


def may_inspect(kind: str, officers: Collection[UUID], norms: Norms, *, evidence: bool, standard: str) -> Verdict:
    """Say whether an inspection may be put on record: enough officers, a standard, photographs where asked.

    `evidence`: there are photographs, or the item asks for none.
    Returns: ALLOWED, `inspectors_too_few`, `standard_missing` or `photos_missing`.
    Basis: XKF-34.3, XKF-55.2, S0c
    """
    least = norms.norm(least_officers(kind, norms))
    if len(set(officers)) < int(str(least.value)):
        return refuse("inspectors_too_few", least.basis, least=int(str(least.value)), given=len(set(officers)))
    if kind != SUBSTANCE and not standard.strip():
        return refuse("standard_missing", "XKF-55.2")
    if not evidence:
        return refuse("photos_missing", "S0c")
    return ALLOWED
