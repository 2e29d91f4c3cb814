"""The State Council's holiday notices, local holidays, and the calendar merged from them (日历)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from yichuang.law.notices import notice_of
from yichuang.law.reading import Table, day, only, read
from yichuang.law.shapes import LawError, Level, Source
from yichuang.rules.working_days import Calendar, YearNotice

_KEPT = 16
Fixed = tuple[int, int, str]
LocalDay = tuple[date, str, str]


@dataclass(frozen=True)
class Shelf:
    """All notices by year, the fixed-date holidays, and each profile's own days off (日历资料)."""

    years: Mapping[int, YearNotice]
    fixed: tuple[Fixed, ...]
    local: Mapping[str, Sequence[YearNotice]]
    _built: dict[str, Calendar] = field(default_factory=dict, compare=False, repr=False)

    def calendar(self, profiles: Sequence[str], imported: Sequence[YearNotice] = ()) -> Calendar:
        """Return one immutable calendar; an imported year replaces the shipped one."""
        years = {**self.years, **{notice.year: notice for notice in imported}}
        missing = sorted(set(range(min(years), max(years) + 1)) - set(years))
        if missing:
            raise LawError(f"缺{'、'.join(str(year) for year in missing)}年的放假通知，须先导入")
        notices = [years[year] for year in sorted(years)]
        notices += [notice for profile in profiles for notice in self.local.get(profile, ())]
        return self._calendar(notices, _version(notices, self.fixed))

    def _calendar(self, notices: Sequence[YearNotice], version: str) -> Calendar:
        """Build a calendar, or return the one already built from the same days."""
        if version not in self._built:
            if len(self._built) >= _KEPT:
                self._built.clear()
            self._built[version] = Calendar(notices, fixed=self.fixed, version=version)
        return self._built[version]


def _version(notices: Sequence[YearNotice], fixed: Sequence[Fixed]) -> str:
    """Return a short digest: the same days give the same version."""
    lines = [f"{m}-{d}:{name}" for m, d, name in fixed]
    for notice in notices:
        lines += [notice.basis]
        lines += [f"{on}:{name}" for on, name in sorted(notice.off.items())]
        lines += [f"{on}+{name}" for on, name in sorted(notice.on.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def load_shelf(folders: Sequence[Path]) -> Shelf:
    """Read every notice and local holiday file. Raises LawError."""
    years: dict[int, YearNotice] = {}
    fixed: tuple[Fixed, ...] = ()
    local: dict[str, Sequence[YearNotice]] = {}
    for folder in folders:
        years.update({notice.year: notice for notice in _notices(folder)})
        fixed = _fixed(folder / "fixed.yaml") or fixed
        local.update(_local(folder / "local"))
    return Shelf(years, fixed, local)


def _notices(folder: Path) -> list[YearNotice]:
    return [notice_of(read(path), path.name) for path in sorted(folder.glob("2*.yaml"))]


def _fixed(path: Path) -> tuple[Fixed, ...]:
    if not path.exists():
        return ()
    return tuple((int(row["month"]), int(row["day"]), str(row["name"])) for row in read(path)["days"])


def _local(folder: Path) -> dict[str, Sequence[YearNotice]]:
    """Read each profile's own holidays: one notice per legal basis and year, laid over the national ones."""
    found: dict[str, Sequence[YearNotice]] = {}
    for path in sorted(folder.glob("*.yaml")):
        table = read(path)
        only(table, ("profile", "note", "days"), path.name)
        rows = [row for holiday in table.get("days") or () for row in _stretch(holiday, path.name)]
        if len({on for on, _, _ in rows}) != len(rows):
            raise LawError(f"{path.name}：同一天写了两次")
        layers = dict.fromkeys((on.year, basis) for on, _, basis in rows)
        found[str(table["profile"])] = [_layer(rows, *layer) for layer in layers]
    return found


def _layer(rows: Sequence[LocalDay], year: int, basis: str) -> YearNotice:
    off = {on: name for on, name, own in rows if (on.year, own) == (year, basis)}
    return YearNotice(year, off, {}, basis, local=True)


def _stretch(row: Table, where: str) -> list[LocalDay]:
    only(row, ("name", "from", "to", "basis"), where)
    first = day(row["from"], where)
    last = day(row.get("to", first), where)
    count = (last - first).days + 1
    return [(first + timedelta(n), str(row["name"]), str(row["basis"])) for n in range(count)]


def notice_sources(folder: Path) -> dict[str, Source]:
    """Return each year's notice as a citable document: NOTICE-2026."""
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("2*.yaml")):
        table = read(path)
        name = f"NOTICE-{table['year']}"
        found[name] = Source(
            name, str(table["title"]), "国务院办公厅", str(table["issued"]), Level.DEPARTMENTAL, "whole",
            status="" if table.get("checked") else f"文号 {table.get('number', '')} 未经核对",
            number=str(table.get("number", "")) if table.get("checked") else "",
        )  # fmt: skip
    return found
