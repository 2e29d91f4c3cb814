"""按收费标准计算: what a fee comes to by the standard of the day, or by the officer's figure where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.standards import standards_on
from yichuang.rules.fees import standards
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A fee in fen, and how it came about (计算): empty where no standard says."""

    amount: int
    particulars: Mapping[str, Any] = field(default_factory=dict)


def reckon(
    case: CaseFile, amounts: Mapping[str, int], quantities: Mapping[str, str], reductions: Mapping[str, str],
    ctx: Context,
) -> dict[str, Reckoned]:  # fmt: skip
    """Return each fee. Where a standard holds today, it alone says how much. One query.

    Raises: Refused.  Basis: XKF-58.1, XKF-59
    """
    held = standards_on(case.region_code, case.item_id, ctx.today)
    found = {}
    for name, fen in amounts.items():
        if name in held:
            raise Refused("fee_by_standard", "XKF-59", {"fee": name})
        found[name] = Reckoned(fen)
    for name, told in quantities.items():
        if name not in held:
            raise Refused("fee_standard_none", "XKF-59", {"fee": name})
        found[name] = _by(held[name], told, reductions.get(name, ""))
    return found


def _by(standard: standards.Standard, told: str, reduction: str) -> Reckoned:
    try:
        quantity = Decimal(told)
    except InvalidOperation:
        quantity = Decimal(0)
    fen = standards.amount(standard, quantity, reduction)
    ground = standard.reduction(reduction)
    shown = {
        "standard": str(standard.id), "unit": standard.unit, "price": standard.price, "quantity": str(quantity),
        "ceiling": standard.ceiling, "basis": standard.basis, "reduction": reduction,
        "reduction_basis": ground.basis if ground else "",
    }  # fmt: skip
    return Reckoned(fen, shown)
