"""The open payment of a case (缴费环节) and who assesses it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.norms import norms_of
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.options import fee_scheme
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.fees import charging
from yichuang.rules.fees.charging import FeeScheme
from yichuang.rules.permissions import OFFICE
from yichuang.rules.verdict import Refused, Verdict


def scheme(case: CaseFile) -> FeeScheme:
    """Return how the item of the case is paid for."""
    return fee_scheme(version_of(case.item_version_id))


def assessor_of(case: CaseFile, ctx: Context) -> UUID:
    """Return the department that assesses and confirms: the finance office (财务处) of the centre, else the lead one.

    Raises: Refused.  Basis: S0b-18.1
    """
    slug = scheme(case).assessor
    if not slug:
        department: UUID = case.department_id
        return department
    centre = ctx.directory.departments[case.department_id].centre.pk
    for department_id, row in ctx.directory.departments.items():
        if row.slug == slug and row.centre.pk == centre:
            return department_id
    raise Refused("fee_assessor_unknown", "S0b-18.1")


def only_assessor(case: CaseFile, ctx: Context) -> UUID:
    """Return the assessing department, of which the officer must be. Raises Refused.

    Basis: S0b-18.1, S0b-19.2
    """
    department = assessor_of(case, ctx)
    if ctx.officer.grant_in(OFFICE, frozenset({department})) is None:
        raise Refused("fee_other_assessor", "S0b-18.1", {"office": ctx.directory.departments[department].short_name})
    return department


def open_payment(case: CaseFile) -> StageView:
    """Return the open payment stage. Raises Refused."""
    stage = case.stage(StageKind.PAYMENT)
    if stage is None:
        raise Refused("fee_not_assessed", "S0b-18.1")
    return stage


def in_time(case: CaseFile, paid_on: date) -> Verdict:
    """Say whether a payment made on that day still counts for the open payment.

    Basis: S0b-19.1, S0b-19.2
    """
    stage, effect = case.stage(StageKind.PAYMENT), charging.unpaid_effect(scheme(case), norms_of(case))
    return charging.in_time(pay_by=stage.due_on if stage else None, paid_on=paid_on, effect=effect)


def unpaid(case: CaseFile) -> bool:
    """Return whether a payment stands out: one is open, or the item always costs and nothing was paid yet."""
    last = case.last(StageKind.PAYMENT)
    owed = scheme(case).always and (last is None or last.conclusion != Conclusion.AGREE)
    return case.stage(StageKind.PAYMENT) is not None or owed


def dropped(case: CaseFile, ctx: Context, *, grant: bool) -> tuple[Change, ...]:
    """Return the change that ends an open payment with a denial: who gets nothing owes nothing."""
    stage = case.stage(StageKind.PAYMENT)
    return (close_stage(stage, Conclusion.DISAGREE.value, ctx),) if stage and not grant else ()
