"""The law book: what is in force where and when, and the calendar beside it (规范库)."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from yichuang.law import calendars, citations, loader, texts
from yichuang.law.applying import applying, digest, norm_of
from yichuang.law.check import complaints
from yichuang.law.profiles import chain
from yichuang.law.shapes import NATIONAL, LawError, Parameter, Profile, Source, Unknown, Value
from yichuang.rules.norms import Norm, Norms
from yichuang.rules.working_days import Calendar, YearNotice

SHIPPED = Path(__file__).parent


class LawBook:
    """Every parameter, profile, source and notice, read once and never changed (规范库)."""

    def __init__(self, folders: Sequence[Path] = (SHIPPED,)) -> None:
        self._folders = tuple(folders)
        self._sources = _sources(self._folders)
        self._texts: dict[str, dict[str, tuple[str, ...]]] = {}
        for folder in self._folders:
            self._texts.update(texts.load_texts(folder / "texts"))
        self._profiles, self._parameters = _parameters(self._folders)
        self._holidays = calendars.load_shelf([folder / "calendar" for folder in self._folders])
        found = complaints(self._parameters, self._sources)
        if found:
            raise LawError("\n".join(found))
        self.version = digest(self._parameters.values())
        self._in_force = lru_cache(maxsize=1024)(self._gather)
        self._dates = cache(self._change_dates)
        self._calendars = cache(self._build_calendar)

    def norms(self, profile: str, on: date) -> Norms:
        """Return what is in force for a profile on a day. Raises Unknown for a profile nobody wrote."""
        dates = self._dates(profile)
        return Norms(profile, on, self._in_force(profile, bisect_right(dates, on)))

    def value(self, parameter: str, profile: str, on: date) -> Value | None:
        """Return the value in force with its quotation and reason, or None. Raises Unknown."""
        return applying(self.parameter(parameter), self._chain(profile), on)

    def history(self, parameter: str, profile: str) -> tuple[Value, ...]:
        """Return every value that can apply to a profile, national first, oldest first. Raises Unknown."""
        found = self.parameter(parameter)
        return tuple(value for name in self._chain(profile) for value in found.of(name))

    def calendar(self, profile: str = NATIONAL) -> Calendar:
        """Return the shipped calendar with the profile's local holidays. Raises Unknown."""
        return self._calendars(profile)

    def calendar_with(self, notices: Sequence[YearNotice], profile: str = NATIONAL) -> Calendar:
        """Return the calendar with imported notices merged in; an imported year replaces a shipped one."""
        return self._holidays.calendar(self._chain(profile), tuple(notices))

    def unnamed(self, notice: YearNotice) -> list[str]:
        """Return the holidays of the newest shipped year that a notice says nothing of (漏写的节日)."""
        newest, said = self._holidays.years[max(self._holidays.years)], "".join(notice.off.values())
        return [name for name in dict.fromkeys(newest.off.values()) if name.removesuffix("节") not in said]

    def cite(self, basis: str) -> str:
        """Return the citation in Chinese. Raises Unknown."""
        return citations.cite(basis, self._sources)

    def named(self, basis: str) -> str:
        """Return the citation in Chinese; the law that an item names in its own words stays as it is."""
        try:
            return self.cite(basis)
        except Unknown:
            first, *more = citations.parts(basis)
            return "、".join([first, *map(self.named, more)])

    def text(self, basis: str) -> str | None:
        """Return the words of the cited places, or None where none is at hand. Raises Unknown."""
        places = (citations.place(part, self._sources) for part in citations.parts(basis))
        found = [words for where in places if (words := texts.text_of(where, self._texts))]
        return "\n".join(found) or None

    def parameters(self) -> Mapping[str, Parameter]:
        """Return every parameter by name."""
        return MappingProxyType(self._parameters)

    def parameter(self, name: str) -> Parameter:
        """Return one parameter. Raises Unknown with the nearest names."""
        found = self._parameters.get(name)
        if found is None:
            raise Unknown("parameter", name, tuple(get_close_matches(name, self._parameters, 3, 0.5)))
        return found

    def profiles(self) -> Mapping[str, Profile]:
        """Return every jurisdiction by id."""
        return MappingProxyType(self._profiles)

    def profile_for(self, region: str, department: str = "") -> str:
        """Return the most special profile written for a region code, or for one of its departments."""
        wanted = f"{NATIONAL}.{region}.{department}" if department else f"{NATIONAL}.{region}"
        return next(name for name in reversed(chain(wanted)) if name in self._profiles)

    def sources(self) -> Mapping[str, Source]:
        """Return every cited document by id."""
        return MappingProxyType(self._sources)

    def _chain(self, profile: str) -> tuple[str, ...]:
        if profile not in self._profiles:
            raise Unknown("profile", profile, tuple(get_close_matches(profile, self._profiles, 3, 0.5)))
        return chain(profile)

    def _change_dates(self, profile: str) -> tuple[date, ...]:
        names = self._chain(profile)
        return tuple(sorted({v.since for p in self._parameters.values() for v in p.values if v.profile in names}))

    def _gather(self, profile: str, step: int) -> Mapping[str, Norm]:
        if step == 0:
            return MappingProxyType({})
        on, names = self._dates(profile)[step - 1], self._chain(profile)
        found = {p.name: applying(p, names, on) for p in self._parameters.values()}
        return MappingProxyType({name: norm_of(name, value) for name, value in found.items() if value})

    def _build_calendar(self, profile: str) -> Calendar:
        return self.calendar_with((), profile)


def _sources(folders: Sequence[Path]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for folder in folders:
        path = folder / "sources.yaml"
        found.update(loader.load_sources(path) if path.exists() else {})
        found.update(calendars.notice_sources(folder / "calendar"))
    return found


def _parameters(folders: Sequence[Path]) -> tuple[dict[str, Profile], dict[str, Parameter]]:
    parameters: dict[str, Parameter] = {}
    profiles = {NATIONAL: Profile(NATIONAL, "全国")}
    for folder in folders:
        parameters.update(loader.load_parameters(folder / "national"))
    for folder in folders:
        local, parameters = loader.load_local(folder / "local", parameters)
        profiles.update(local)
    return profiles, parameters


@cache
def book() -> LawBook:
    """Return the law book: what is shipped, and the folders named by YICHUANG_LAW_DIR."""
    extra = [Path(name) for name in os.environ.get("YICHUANG_LAW_DIR", "").split(os.pathsep) if name]
    missing = [str(folder) for folder in extra if not folder.is_dir()]
    if missing:
        raise LawError(f"YICHUANG_LAW_DIR 指向的文件夹不存在：{'、'.join(missing)}")
    return LawBook((SHIPPED, *extra))
