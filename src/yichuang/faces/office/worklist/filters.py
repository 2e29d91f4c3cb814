"""What a list may be narrowed by (筛选): choices with the chosen one, and chips of what is applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yichuang.faces.common.labels import KINDS, LIGHTS
from yichuang.faces.office.worklist.listing import NOBODY, Listing
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.worklist import Scope
from yichuang.records.catalogue.queries import items_of
from yichuang.records.org.directory import Directory
from yichuang.rules.permissions import OFFICE

Choice = tuple[str, str]
_LIGHTS = ("red", "yellow", "green", "pause", "done")


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in the address, its title, its choices, the chosen one."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One applied filter and the address of the list without it."""

    words: str
    without: str


def filters_of(listing: Listing, scope: Scope, directory: Directory, regions: list[str]) -> list[Filter]:
    """Return the filters of a list. One query (the items of the departments)."""
    told = listing.told
    found = [
        Filter("light", "灯", tuple((light, LIGHTS[light]) for light in _LIGHTS), told.get("light", "")),
        Filter("item", "事项", tuple(items_of(list(scope.takes))), told.get("item", "")),
        Filter("kind", "办件类型", tuple((key, words[1]) for key, words in KINDS.items()), told.get("kind", "")),
        Filter("step", "步骤", tuple(CaseState.choices), told.get("step", "")),
        Filter("handler", "经办", ((NOBODY, "未认领"), *_people(scope, directory)), told.get("handler", "")),
    ]
    if len(regions) > 1:
        centres = tuple((code, directory.centres[code].name) for code in regions)
        found.append(Filter("region", "中心", centres, scope.region_code))
    return found


def chips_of(listing: Listing, filters: Iterable[Filter]) -> list[Chip]:
    """Return the chips of what is applied."""
    return list(_chips(listing, {f.name: dict(f.choices) for f in filters}))


def _chips(listing: Listing, words: dict[str, dict[str, str]]) -> Iterator[Chip]:
    titles = {"since": "受理 {} 起", "until": "受理到 {}", "q": "“{}”"}
    for name, value in listing.told.items():
        if name in ("tab", "region"):
            continue
        shown = titles[name].format(value) if name in titles else words[name].get(value, value)
        yield Chip(shown, listing.without(name))


def _people(scope: Scope, directory: Directory) -> list[Choice]:
    """Return the officers of the departments by name."""
    found = {
        str(user): directory.names[user]
        for user, postings in directory.postings.items()
        if any(p.role in OFFICE and p.department_id in scope.takes for p in postings)
    }
    return sorted(found.items(), key=lambda pair: pair[1])
