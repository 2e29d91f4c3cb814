"""收费标准: how a standard becomes an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from yichuang.rules.verdict import ALLOWED, Refused, Verdict, refuse

_BASIS = "XKF-58.1"
_DOCUMENT_NO = re.compile(r"[^\W\d_]{2,20}[〔\[（(【](19|20)\d\d[〕\]）)】]第?\d{1,5}号")
_MOST_QUANTITY = Decimal(10**9)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Reduction:
    """One ground on which less is paid (减免): `share` is what remains to be paid, in percent."""

    name: str
    basis: str
    share: int


@dataclass(frozen=True, slots=True)
class Standard:
    """One version of a standard (收费标准): price of a unit in fen, ceiling, reductions, the authority's document."""

    id: UUID
    name: str
    unit: str
    price: int
    basis: str
    effective_on: date
    ceiling: int | None = None
    reductions: tuple[Reduction, ...] = ()
    document_no: str = ""

    def reduction(self, name: str) -> Reduction | None:
        """Return the reduction of that name."""
        return next((row for row in self.reductions if row.name == name), None)


def in_force(standards: Iterable[Standard], today: date) -> Mapping[str, Standard]:
    """Return the standard of each fee that holds on that day: the latest that has begun (现行收费标准).

    Basis: XKF-59
    """
    begun = sorted((row for row in standards if row.effective_on <= today), key=lambda row: row.effective_on)
    return {row.name: row for row in begun}


def amount(standard: Standard, quantity: Decimal, reduction: str = "") -> int:
    """Return what is to be paid, in fen: unit price × quantity, at most the ceiling, less the reduction.

    Half a fen counts as one. Raises: Refused (fee_quantity, fee_reduction_unknown).
    Basis: XKF-59
    """
    if not quantity.is_finite() or not 0 < quantity <= _MOST_QUANTITY:
        raise Refused("fee_quantity", _BASIS, {"fee": standard.name})
    full = standard.price * quantity
    if standard.ceiling is not None:
        full = min(full, Decimal(standard.ceiling))
    if reduction:
        ground = standard.reduction(reduction)
        if ground is None:
            raise Refused("fee_reduction_unknown", _BASIS, {"fee": standard.name, "reduction": reduction})
        full = full * ground.share / _HUNDRED
    return int(full.quantize(Decimal(1), ROUND_HALF_UP))


def may_issue(standard: Standard, *, charges: Iterable[str], latest_on: date | None, today: date) -> Verdict:
    """Judge whether a standard may be proposed: for a fee that the item lists, by a document, from a day not gone by.

    Returns: Verdict; refused codes: standard_not_listed, standard_basis_missing, standard_document, standard_price,
    standard_early, standard_reduction.
    Basis: XKF-58.1, XKF-59
    """
    if standard.name not in charges:
        return refuse("standard_not_listed", _BASIS, fee=standard.name)
    if not standard.basis.strip():
        return refuse("standard_basis_missing", "XKF-59")
    if not _DOCUMENT_NO.fullmatch(standard.document_no.strip()):
        return refuse("standard_document", "XKF-59")
    if standard.price <= 0 or not standard.unit.strip() or (standard.ceiling is not None and standard.ceiling <= 0):
        return refuse("standard_price", "XKF-59")
    early = may_begin(standard.effective_on, latest_on=latest_on, today=today)
    if not early.allowed:
        return early
    if any(not (row.name.strip() and row.basis.strip() and 0 <= row.share < 100) for row in standard.reductions):
        return refuse("standard_reduction", "XKF-59")
    return ALLOWED


def may_begin(effective_on: date, *, latest_on: date | None, today: date) -> Verdict:
    """Judge whether a standard may begin on its day: not before today, nor before one that holds already (施行日期).

    Returns: Verdict; refused codes: standard_early.
    Basis: XKF-59
    """
    first = max(today, latest_on) if latest_on else today
    return refuse("standard_early", "XKF-59", first=first) if effective_on < first else ALLOWED
