"""In which capacity an officer approves: the role that the norm asks for if held, else the highest one held."""

from __future__ import annotations

from collections.abc import Callable

from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.moves.shapes import GOVERNMENT
from yichuang.rules.norms import Norm
from yichuang.rules.officers import Grant

_RANK = ("agency_head", "main_head", "deputy_head", "government_head", "chief_representative", "verifier", "reviewer")


def approver(case: CaseFile, verb: str, ctx: Context, wanted: Norm | None) -> str:
    """Return the role under which the officer approves (批准人职务); "" where none is held at this department.

    Basis: XKF-42.1, S1-岗位责任制
    """
    roles = roles_here(case, ctx)
    names = wanted.value if wanted is not None else ()
    asked = names if isinstance(names, tuple) else (str(names),)
    role = next((name for name in (*asked, *_RANK) if name in roles), "")
    signs_as(case, verb, ctx, lambda held: held == role)
    return role


def roles_here(case: CaseFile, ctx: Context) -> frozenset[str]:
    """Return the roles that count on this case: a head elsewhere signs nothing here.  Basis: S1-岗位责任制"""
    return frozenset(grant.role for grant in ctx.officer.grants if _good_here(grant, case))


def signs_as(case: CaseFile, verb: str, ctx: Context, high_enough: Callable[[str], bool]) -> None:
    """Put on record whose post was high enough: one's own, else that of whom one stands in for (代何人).

    Basis: S1-岗位责任制
    """
    if not any(grant.acting_for for grant in ctx.officer.grants):
        return  # there is only one's own
    for grant in ctx.officer.grants:
        if _good_here(grant, case) and high_enough(grant.role):
            case.memory[(verb, ctx.officer.user_id)] = grant  # what `post_of` will file
            return


def _good_here(grant: Grant, case: CaseFile) -> bool:
    """Say whether a post is of the department of the case, or above all departments."""
    return grant.department_id in (None, case.department_id) or grant.role in GOVERNMENT
