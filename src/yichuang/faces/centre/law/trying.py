"""试算: what somebody typed, and what would change on running and past cases and on the items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest

from yichuang.acts.inspection.dry_run import Answer, dry_run
from yichuang.acts.inspection.items_tried import TriedItem, try_items
from yichuang.acts.inspection.trials.trial import Trial as OnRecord
from yichuang.acts.inspection.trials.trial import Worked, try_records
from yichuang.faces.centre.law.words import UNITS, said, typed
from yichuang.faces.centre.scope import region_of, regions_of
from yichuang.faces.common.labels import term_words
from yichuang.law.book import book
from yichuang.law.shapes import LawError, Parameter, Unknown
from yichuang.law.supposing import Supposition, suppose
from yichuang.rules.norms import Term
from yichuang.rules.working_days import OutsideCalendar

_LATEST = timedelta(days=3660)
_BASIS_MAX = 120
_LIMITS = {"decision": "法定办结", "answer": "告知是否受理"}


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was filled in."""

    value: str
    since: str
    whose: str
    basis: str


@dataclass(frozen=True, slots=True)
class Trial:
    """The answer: what is supposed in words, what speaks against it, cases and items."""

    supposed: Supposition
    said: str
    was: str
    gone: bool
    objections: tuple[str, ...]
    answer: Answer
    items: tuple[TriedItem, ...]
    records: OnRecord | None
    worked: tuple[tuple[str, Worked], ...]
    centre: str = ""  # whose cases and items were counted; "" where none of the officer's has these norms
    whose: str = ""

    @property
    def limits(self) -> list[TriedItem]:
        """Return the items whose new cases would get another limit."""
        return [one for one in self.items if one.now != one.then]

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return what new cases would get in words: item, which limit, now, then."""
        return [(one.name, *pair) for one in self.limits for pair in _pairs(one)]

    @property
    def quiet(self) -> int:
        """Return how many items get the same limit but another warning, start or article."""
        return sum(not one.pairs for one in self.limits)

    @property
    def faults(self) -> list[TriedItem]:
        """Return the items whose guide could not be published again as it is."""
        return [one for one in self.items if one.findings]


def _pairs(item: TriedItem) -> list[tuple[str, str, str]]:
    return [(_LIMITS[name], _words(now), _words(then)) for name, now, then in item.pairs]


def _words(term: Term | None) -> str:
    return term_words(term.number, term.unit) if term else "没有规定"


def typed_of(request: HttpRequest, parameter: Parameter, profile: str) -> Typed:
    """Return what was typed, or what the form begins with."""
    told = request.GET
    soon = date(request.today.year + 1, 1, 1).isoformat()
    current = book().value(parameter.name, profile, request.today)
    return Typed(
        ",".join(told.getlist("value"))[:200] or typed(current),
        told.get("since", "").strip()[:10] or soon,
        told.get("for", "") if told.get("for", "") in book().profiles() else profile,
        told.get("basis", "").strip()[:_BASIS_MAX],
    )


def trial_of(request: HttpRequest, parameter: Parameter, wish: Typed, readers: tuple[str, ...]) -> tuple[Any, str]:
    """Return the trial and what is wrong with the form; neither where nothing was asked."""
    if "value" not in request.GET:
        return None, ""
    try:
        since = date.fromisoformat(wish.since)
        if not date(2004, 7, 1) <= since <= request.today + _LATEST:
            return None, "起始日期应在 2004-07-01 以后、十年以内。"
        supposed = suppose(book(), parameter, wish.whose, since, wish.value)
    except (LawError, Unknown):
        return None, f"“{wish.value}”不能作{parameter.term}的值（{UNITS[parameter.unit]}）。请照现行值的写法填。"
    except ValueError:
        return None, "请把日期写作 2027-01-01。"
    current = book().value(parameter.name, wish.whose, request.today)
    if current is not None and current.value == supposed.value.value:
        return None, "新值与今天的值相同，没有什么可以试算。"
    try:
        return _trial(request, supposed, _region(request, supposed, readers)), ""
    except OutsideCalendar:
        return None, "这个期限太长，日期算到了日历以外，不能试算。"


def _region(request: HttpRequest, supposed: Supposition, readers: tuple[str, ...]) -> str:
    """Return a region of the officer's that has the altered norms, the one looked at first; "" where none has."""
    regions = (region_of(request, readers), *regions_of(request.officer, readers))
    return next((code for code in regions if any(map(supposed.reaches, _profiles(code, request)))), "")


def _profiles(region: str, request: HttpRequest) -> set[str]:
    """Return the norms by which the centre of a region and its departments work."""
    directory = request.directory
    offices = [key for key, one in directory.departments.items() if one.centre.region.code == region]
    return {directory.centres[region].profile, *map(directory.profile, offices)}


def _trial(request: HttpRequest, supposed: Supposition, region: str) -> Trial:
    value, parameter = supposed.value, supposed.parameter
    records = try_records(region, supposed, request.directory, request.today) if region else None
    names = request.directory.departments
    return Trial(
        supposed,
        said(parameter, value),
        said(parameter, book().value(parameter.name, value.profile, request.today)) or "没有规定",
        value.since <= request.today,
        tuple(supposed.objections()),
        dry_run(region, supposed, request.directory, request.today) if region else Answer(),
        tuple(try_items(region, supposed, request.directory)) if region else (),
        records,
        tuple((names[one.department_id].short_name, one) for one in records.worked) if records else (),
        request.directory.centres[region].name if region else "",
        book().profiles()[value.profile].name,
    )
