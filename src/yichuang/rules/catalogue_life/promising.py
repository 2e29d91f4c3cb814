"""What a catalogue promises in all (承诺时限压缩统计): shortened items, days in sum, the share of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ..clockwork.promises import may_promise
from ..clockwork.terms import nominal_length
from ..norms import Norms, Term, Unit
from .comparing import is_shortened


@dataclass(frozen=True, slots=True)
class Promise:
    """One item: its limits, the share of the promise, whether it is shortened, whether the profile allows it."""

    name: str
    statutory: Term | None
    promised: Term | None
    share: Fraction | None
    shortened: bool
    fault: str


@dataclass(frozen=True, slots=True)
class Promises:
    """All items together; the sums are of those that state both limits in working days."""

    rows: tuple[Promise, ...]
    promised: int
    statutory: int

    @property
    def shortened(self) -> int:
        """Return how many items are shortened."""
        return sum(row.shortened for row in self.rows)

    @property
    def faulty(self) -> int:
        """Return how many promise more than the profile allows, or nothing where they must."""
        return sum(bool(row.fault) for row in self.rows)

    @property
    def share(self) -> Fraction | None:
        """Return promised of statutory days."""
        return Fraction(self.promised, self.statutory) if self.statutory else None


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one item as its version states them."""

    name: str
    statutory: Term | None
    promised: Term | None
    complex_item: bool = False


def promises(items: Iterable[Limits], norms: Norms) -> Promises:
    """Return what the items promise, each and in sum, against the profile's share (压缩统计).

    Units: the sums are in working days; items whose limits run in other units count as rows only.
    Basis: S0e, S0f-2.2, YSHJ-36.2, S3-附件一(三)3.
    """
    listed = tuple(items)
    rows = tuple(_row(one, norms) for one in listed)
    both = [(r.promised, r.statutory) for r in rows if r.promised and r.statutory and _counted(r.promised, r.statutory)]
    return Promises(rows, sum(p.number for p, _ in both), sum(s.number for _, s in both))


def _row(one: Limits, norms: Norms) -> Promise:
    verdict = may_promise(one.promised, statutory=one.statutory, norms=norms, complex_item=one.complex_item)
    share = None
    if one.statutory and one.promised and one.statutory.number:
        share = nominal_length(one.promised) / nominal_length(one.statutory)
    shortened = is_shortened(one.statutory, one.promised)
    fault = "" if verdict.allowed else verdict.code
    return Promise(one.name, one.statutory, one.promised, share, shortened, fault)


def _counted(*terms: Term) -> bool:
    return all(term.unit is Unit.WORKING_DAY for term in terms)
