"""试算记录: a norm as it would be, over what is on record of running and closed cases. It reads only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yichuang.acts.inspection.trials.counts import Trial, Tried, Worked
from yichuang.acts.inspection.trials.days import DAYS
from yichuang.acts.inspection.trials.numbers import NUMBERS
from yichuang.acts.inspection.trials.shapes import Gauge
from yichuang.acts.inspection.trials.terms import TERMS
from yichuang.law.supposing import Supposition
from yichuang.records.cases.recount import Piece, pieces
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.projects.recount import asked_pieces
from yichuang.rules.dry_run.gauging import Altered, OnRecord, gauge

GAUGES = {**DAYS, **TERMS, **NUMBERS}
__all__ = ["GAUGES", "Trial", "Tried", "Worked", "try_records"]
_YEAR = timedelta(days=365)


def try_records(region_code: str, supposed: Supposition, directory: Directory, today: date) -> Trial | None:
    """Return what stands on record of a year under the supposed norm; None where no record depends on it.

    One query, whatever the number of cases.  Basis: XKF-42, XKF-8.1
    """
    found = GAUGES.get(supposed.parameter.name)
    if found is None:
        return None
    trial, norms = Trial(found.way), _Norms(supposed)
    for piece in _reached(region_code, found, supposed, today):
        row, calendar = _row(piece), directory.calendar(piece.profile)
        pair = norms.of(piece)
        gauged = gauge(found.way, row, pair, calendar, today=today) if pair.was != pair.then else None
        if gauged is not None:
            trial.take(Tried(piece, row, gauged))
    trial.moved.sort(key=lambda one: (not one.running, one.gauged.would or date.max, one.piece.no))
    return trial


def _reached(region_code: str, found: Gauge, supposed: Supposition, today: date) -> Iterator[Piece]:
    """Yield what the norm reaches: a value of a day gone by only what was received since."""
    since = supposed.value.since
    for piece in _all(region_code, found, today - _YEAR):
        reached = supposed.reaches(piece.profile) and (since > today or piece.received_on >= since)
        if reached and _of_the_item(piece, found):
            yield piece


def _all(region_code: str, found: Gauge, since: date) -> Iterator[Piece]:
    """Return what the norm may bind: rows of cases, or of projects."""
    if found.of_project:
        return asked_pieces(region_code, found.columns, found.where, since)
    return pieces(found.model, region_code, found.columns, found.where, since)


def _of_the_item(piece: Piece, found: Gauge) -> bool:
    """Say whether the norm binds cases of this item."""
    if found.of_item is None or piece.item_version_id is None:
        return True
    return found.of_item(version_of(piece.item_version_id))


def _row(piece: Piece) -> OnRecord:
    told = piece.values
    number = told.get("number")
    return OnRecord(
        told.get("start"), told.get("due"), told.get("done"), len(number) if isinstance(number, list) else number,
        told.get("word") or "", piece.closed_on,
    )  # fmt: skip


class _Norms:
    """The norm of a case now and as it would be; looked up once for each profile and day."""

    def __init__(self, supposed: Supposition) -> None:
        self.supposed = supposed
        self.known: dict[tuple[str, date], Altered] = {}

    def of(self, piece: Piece) -> Altered:
        """Return both; those of the acceptance, before that of the receipt."""
        key = (piece.profile, piece.accepted_on or piece.received_on)
        if key not in self.known:
            name = self.supposed.parameter.name
            now, then = self.supposed.law.norms(*key), self.supposed.norms(*key)
            self.known[key] = Altered(now.get(name), then.get(name))
        return self.known[key]
