"""对账: the book of a day against the gateway's statement and the tills; every difference is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MISSING, EXTRA, AMOUNT, STATE, TWICE, TILL = "missing", "extra", "amount", "state", "twice", "till"
PAY, REFUND = "pay", "refund"


@dataclass(frozen=True, slots=True)
class Line:
    """One movement of money: what it is known by, its own number beside it, fen, and whether it is through."""

    kind: str
    key: str
    no: str
    amount: int
    done: bool = True
    case_no: str = ""


@dataclass(frozen=True, slots=True)
class Till:
    """One closed till of the day."""

    cashier: str
    booked: int
    counted: int


@dataclass(frozen=True, slots=True)
class Difference:
    """差异: what it is, on which movement, and both sums (None: not there)."""

    what: str
    kind: str
    key: str
    no: str
    booked: int | None
    stated: int | None
    case_no: str = ""


def compare(booked: Sequence[Line], stated: Sequence[Line], tills: Iterable[Till] = ()) -> tuple[Difference, ...]:
    """Return every difference (对账差异), in the order of the keys, those of the tills last.

    missing: on the statement, not in the book · extra: in the book, not on the statement · amount · state: through
    here and not there, or the other way · twice: a key that comes more than once · till: counted ≠ booked.
    Basis: XKF-59
    """
    found = [*_twice(booked, here=True), *_twice(stated, here=False)]
    ours, theirs = ({(row.kind, row.key): row for row in rows} for rows in (booked, stated))
    for place in sorted(ours.keys() | theirs.keys()):
        row = _differs(ours.get(place), theirs.get(place))
        found += [row] if row else []
    found += [
        Difference(TILL, PAY, till.cashier, "", till.booked, till.counted)
        for till in tills
        if till.booked != till.counted
    ]
    return tuple(found)


def _differs(ours: Line | None, theirs: Line | None) -> Difference | None:
    if ours is None and theirs is not None:
        told = (theirs.kind, theirs.key, theirs.no)
        return Difference(MISSING, *told, None, theirs.amount, theirs.case_no) if theirs.done else None
    if ours is None:
        return None
    mine = (ours.kind, ours.key, ours.no, ours.amount)
    if theirs is None:
        return Difference(EXTRA, *mine, None, ours.case_no) if ours.done else None
    if ours.amount != theirs.amount:
        return Difference(AMOUNT, *mine, theirs.amount, ours.case_no)
    if ours.done != theirs.done or (ours.no and theirs.no and ours.no != theirs.no):
        return Difference(STATE, *mine, theirs.amount, ours.case_no)
    return None


def _twice(rows: Sequence[Line], *, here: bool) -> list[Difference]:
    seen: set[tuple[str, str]] = set()
    found = []
    for row in rows:
        place = (row.kind, row.key)
        if place in seen:
            ours, theirs = (row.amount, None) if here else (None, row.amount)
            found.append(Difference(TWICE, row.kind, row.key, row.no, ours, theirs, row.case_no))
        seen.add(place)
    return found
