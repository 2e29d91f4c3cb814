"""From sums to figures (计算): exact, rounded half up only where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from .shapes import Figure, Way

Sums = Mapping[str, int]
Value = Decimal | bool | None


def value(figure: Figure, sums: Sums) -> Value:
    """Return a figure of these sums, None where there is nothing to divide by."""
    over = Decimal(sum(sums.get(name, 0) for name in figure.over))
    if figure.way is Way.COUNT:
        return over
    if figure.way is Way.MONEY:
        return over / 100
    if figure.way is Way.NONE:
        return over == 0
    under = Decimal(sum(sums.get(name, 0) for name in figure.under))
    if not under:
        return None
    if figure.way is Way.MEAN:
        return over / under
    return (over if figure.way is Way.SHARE else under - over) / under * 100


def rounded(figure: Figure, found: Value) -> Value:
    """Return a figure as it is shown: whole numbers as they are, others with the digits of their definition."""
    if found is None or isinstance(found, bool) or figure.way is Way.COUNT:
        return found
    return found.quantize(Decimal(1).scaleb(-digits_of(figure)), ROUND_HALF_UP)


def digits_of(figure: Figure) -> int:
    """Return how many digits behind the point a figure is shown with."""
    if figure.way is Way.COUNT:
        return 0
    return 2 if figure.way is Way.MONEY else figure.digits


def shown(figure: Figure, sums: Sums) -> str:
    """Return a figure in words of a table; — where there is none."""
    found = rounded(figure, value(figure, sums))
    if found is None:
        return "—"
    if isinstance(found, bool):
        return "是" if found else "否"
    return f"{found:,}{'%' if figure.unit == '%' else ''}"


def part(amount: int, whole: int, digits: int = 1) -> Decimal | None:
    """Return the share of a part in its whole, in per cent (占比)."""
    if not whole:
        return None
    return (Decimal(amount) * 100 / whole).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def faults(sums: Sums) -> list[str]:
    """Return what can't be true of sums since the beginning (勾稽关系): more accepted than received, and the like.

    Basis: S0e
    """
    received, accepted, turned = (sums.get(name, 0) for name in ("received", "accepted", "not_accepted"))
    found = []
    if accepted + turned > received:
        found.append("more_accepted_than_received")
    if sums.get("closed", 0) > accepted:
        found.append("more_closed_than_accepted")
    if sums.get("on_time", 0) + sums.get("late", 0) != sums.get("judged", 0) or sums.get("judged", 0) > sums.get(
        "closed", 0
    ):
        found.append("judged_differs")
    return found


FAULTS: Mapping[str, str] = {
    "more_accepted_than_received": "受理和不予受理合计多于收件",
    "more_closed_than_accepted": "办结多于受理",
    "judged_differs": "按时和超时合计与作出决定的办结件不符",
}
