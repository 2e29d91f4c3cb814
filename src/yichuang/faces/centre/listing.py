"""A list as its address tells it (列表的网址): filters, words to look for, choices and chips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from yichuang.faces.centre.scope import region_of
from yichuang.faces.common.labels import KINDS, LIGHTS
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.oversight import DEEMED, LATE, OPEN, Watched
from yichuang.records.org.directory import Directory
from yichuang.rules.identifiers import normalize
from yichuang.rules.lights import Light

NAMES = ("region", "light", "flag", "dept", "kind", "step", "q")
LIGHT_WORDS: Mapping[str, str] = {OPEN: "在办"} | {str(light): LIGHTS[str(light)] for light in Light}
FLAGS: Mapping[str, str] = {DEEMED: "视为受理", LATE: "超期办结"}
_WORDS_MAX = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: its name in the address, its title, what may be chosen, and what is."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def words(self) -> str:
        """Return the chosen one in words."""
        return dict(self.choices).get(self.chosen, self.chosen)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what is wanted, as the database and as the address say it."""

    wanted: Watched
    told: Mapping[str, str]
    filters: tuple[Choice, ...]

    @property
    def chips(self) -> list[tuple[str, str]]:
        """Return what is applied in words, each with the address of the list without it."""
        shown = [(one.words, self.without(one.name)) for one in self.filters if one.chosen]
        return [*shown, *([(f"“{self.told['q']}”", self.without("q"))] if "q" in self.told else [])]

    def without(self, name: str) -> str:
        """Return the query string without one filter."""
        return f"?{urlencode({key: word for key, word in self.told.items() if key != name})}"


def listing_of(request: HttpRequest) -> Listing:
    """Return the list that an address means; what it can't read it leaves out."""
    told = {name: word for name in NAMES if (word := request.GET.get(name, "").strip()[:_WORDS_MAX])}
    region = region_of(request)
    filters = _filters(told, request.directory, region)
    chosen = {one.name: one.chosen for one in filters}
    departments = {row.slug: row.id for row in _departments(request.directory, region)}
    number, words = _search(told.get("q", ""), request.directory)
    wanted = Watched(
        light=chosen["light"],
        flag=chosen["flag"],
        department=departments.get(chosen["dept"]),
        kind=chosen["kind"],
        step=chosen["step"],
        number=number,
        words=words,
    )
    kept = {name: word for name, word in told.items() if name in ("region", "q") or chosen.get(name)}
    return Listing(wanted, kept, filters)


def _filters(told: Mapping[str, str], directory: Directory, region: str) -> tuple[Choice, ...]:
    offered = {
        "light": ("灯", tuple(LIGHT_WORDS.items())),
        "flag": ("异常", tuple(FLAGS.items())),
        "dept": ("部门", tuple((row.slug, row.short_name) for row in _departments(directory, region))),
        "kind": ("办件类型", tuple((key, words[1]) for key, words in KINDS.items())),
        "step": ("状态", tuple((str(value), str(label)) for value, label in CaseState.choices)),
    }
    return tuple(
        Choice(name, title, choices, word if (word := told.get(name, "")) in dict(choices) else "")
        for name, (title, choices) in offered.items()
    )


def _departments(directory: Directory, region: str) -> list:
    here = (row for row in directory.departments.values() if row.centre.region.code == region)
    return sorted(here, key=lambda row: row.short_name)


def _search(words: str, directory: Directory) -> tuple[str, str]:
    """Return the beginning of a case number, or the words."""
    plain = normalize(words)
    prefix = plain.split("-", 1)[0]
    return (plain, "") if prefix in directory.prefixes and "-" in plain else ("", words)
