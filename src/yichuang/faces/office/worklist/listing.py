"""A list as its address tells it (列表的网址): tab, filters, search words; a case opened from it carries it along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from yichuang.records.cases.models import CaseState
from yichuang.records.cases.worklist import ALL, MINE, TABS, Wanted
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.org.directory import Directory
from yichuang.rules.identifiers import normalize
from yichuang.rules.lights import Light

NAMES = ("region", "tab", "light", "item", "kind", "step", "handler", "since", "until", "q")
NOBODY = "none"
_NUMBER = re.compile(r"([A-Z]{2,6})-?(\d{4})(?:-?(\d{1,6}))?(?:-\d{1,4})?")
_WORDS_MAX = 60


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what is wanted, as the database and as the address say it. `number`: a whole case number, if meant."""

    wanted: Wanted
    told: dict[str, str]
    number: str = ""

    @property
    def query(self) -> str:
        """Return the query string with its question mark, "" for the plain list."""
        return f"?{urlencode(self.told)}" if self.told else ""

    @property
    def carried(self) -> str:
        """Return the query string that a case opened from this list carries along: always with its tab."""
        return f"?{urlencode({'tab': self.wanted.tab} | self.told)}"

    def without(self, *names: str) -> str:
        """Return the query string without some filters."""
        left = {name: word for name, word in self.told.items() if name not in names}
        return f"?{urlencode(left)}" if left else ""


def listing_of(query: QueryDict, directory: Directory) -> Listing:
    """Return the list that an address means; what it can't read it leaves out."""
    told = {name: query[name].strip()[:_WORDS_MAX] for name in NAMES if query.get(name, "").strip()}
    number, words = _search(told.get("q", ""), directory)
    tab = told.get("tab", ALL if "q" in told else MINE)
    handler = told.get("handler", "")
    wanted = Wanted(
        tab=tab if tab in TABS else MINE,
        light=_one_of(told.get("light", ""), Light),
        item=_id(told.get("item", "")),
        kind=_one_of(told.get("kind", ""), CaseKind),
        step=_one_of(told.get("step", ""), CaseState),
        handler=_id(handler),
        unclaimed=handler == NOBODY,
        since=_day(told.get("since", "")),
        until=_day(told.get("until", "")),
        number=number,
        words=words,
    )
    whole = number if number.count("-") == 2 and len(number.rsplit("-", 1)[1]) == 6 else ""
    return Listing(wanted, {name: told[name] for name in told if _kept(name, wanted)}, whole)


def _search(words: str, directory: Directory) -> tuple[str, str]:
    """Return the case number or its beginning, else the words. Scanned codes may come without dashes."""
    plain = normalize(words)
    found = _NUMBER.fullmatch(plain)
    if found is None or found[1] not in directory.prefixes:
        return "", words
    return "-".join(part for part in found.groups() if part), ""


def _kept(name: str, wanted: Wanted) -> bool:
    """Say whether the address keeps a part: only what was understood."""
    if name in ("q", "region", "tab"):
        return True
    return bool(wanted.handler or wanted.unclaimed) if name == "handler" else bool(getattr(wanted, name))


def _one_of(word: str, words: type) -> str:
    return word if word in {str(value) for value in words} else ""


def _id(word: str) -> UUID | None:
    try:
        return UUID(word) if word else None
    except ValueError:
        return None


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if word else None
    except ValueError:
        return None
