"""The catalogue as it stands, in process memory (目录架): one card for each item, and the index to find it.

Kept in the directory's memory, so it is thrown away with it when the facts version moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.records.catalogue.levels import begins_online
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus, ItemVersion, PowerKind
from yichuang.records.catalogue.search import Entry, SearchIndex
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.catalogue.themes import Audience, theme_key
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Level

_STATUS_ORDER = {ItemStatus.OPEN: 0, ItemStatus.LISTED: 1, ItemStatus.HISTORICAL: 2}


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days as an item states it (时限)."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an item (事项卡片)."""

    code: str
    region: str
    name: str
    short_name: str
    department: str
    department_name: str
    power: str
    level: str
    status: str
    kind: str
    statutory: Limit | None
    promised: Limit | None
    materials: int
    exempt: int
    visits: int | None
    themes: frozenset[str]
    audiences: frozenset[Audience]
    handled: int
    begins_online: bool

    @property
    def in_service(self) -> bool:
        """Return whether applications are taken in at all (已开通)."""
        return self.status == ItemStatus.OPEN

    @property
    def open(self) -> bool:
        """Return whether people can apply on line."""
        return self.in_service and self.begins_online

    @property
    def on_the_spot(self) -> bool:
        """Return whether the answer is given at once (当场办结)."""
        return self.kind == CaseKind.INSTANT and not (self.promised and self.promised.number)


@dataclass(frozen=True, slots=True)
class Question:
    """A frequent question of an item (常见问题)."""

    code: str
    item: str
    question: str
    answer: str


@dataclass(frozen=True)
class Shelf:
    """All items of the installation on one day, or of one region."""

    cards: tuple[Card, ...]
    by_code: dict[str, Card]
    items: SearchIndex[str]
    questions: SearchIndex[Question]

    def search(self, query: str, *, limit: int = 50) -> list[Card]:
        """Return the items that fit, best first."""
        return [self.by_code[code] for code in self.items.find(query, limit=limit)]

    def where(self, *tests: Callable[[Card], bool]) -> list[Card]:
        """Return the items that pass every test, those open on line first."""
        return [card for card in self.cards if all(test(card) for test in tests)]

    def with_theme(self, audience: Audience, code: str) -> list[Card]:
        """Return the items of a theme."""
        key = theme_key(audience, code)
        return [card for card in self.cards if key in card.themes]


_EMPTY = Shelf((), {}, SearchIndex([]), SearchIndex([]))


def shelf(directory: Directory, today: date, region_code: str = "") -> Shelf:
    """Return the catalogue as it stands today, all of it or that of one region's centre.

    Two queries when something changed or a day begins, none otherwise.
    """
    known: tuple[date, dict[str, Shelf]] | None = directory.memory.get("shelf")
    if known is None or known[0] != today:
        known = (today, _load(directory, today))
        directory.memory["shelf"] = known  # yesterday's is forgotten
    return known[1].get(region_code) or _EMPTY


def _load(directory: Directory, today: date) -> dict[str, Shelf]:
    """Return the shelves by region; "" is the whole."""
    versions, items = _versions(today), list(Item.objects.all())
    regions = {item.region_code for item in items}
    if len(regions) == 1:
        whole = _shelf(items, versions, directory)
        return dict.fromkeys(("", *regions), whole)
    parts = {code: _shelf([i for i in items if i.region_code == code], versions, directory) for code in regions}
    return {**parts, "": _shelf(items, versions, directory)}


def _shelf(items: Iterable[Item], versions: dict[Any, ItemVersion], directory: Directory) -> Shelf:
    cards, entries, questions = [], [], []
    for item in items:
        version = versions.get(item.id)
        if version is None:
            continue
        card = _card(item, version, directory)
        cards.append(card)
        entries.append(Entry(card.code, item.search_text, _order(card)))
        questions += _questions(card, version)
    cards.sort(key=_order)
    return Shelf(tuple(cards), {card.code: card for card in cards}, SearchIndex(entries), SearchIndex(questions))


def _versions(today: date) -> dict[Any, ItemVersion]:
    """Return the version in force of every item; the latest wins."""
    fields = ("item", "kind", "statutory_number", "statutory_unit", "promised_number", "promised_unit")
    rows = ItemVersion.objects.filter(effective_on__lte=today).order_by("effective_on", "number")
    return {row.item_id: row for row in rows.only(*fields, "materials", "situations", "guide", "handling_modes")}


def _order(card: Card) -> tuple[float, ...]:
    return (_STATUS_ORDER[ItemStatus(card.status)], -card.handled, len(card.name))


def _card(item: Item, version: ItemVersion, directory: Directory) -> Card:
    department = directory.departments[item.department_id]
    asked = first_asked(version)
    audiences = ((Audience.PERSON, item.for_person), (Audience.ORGANISATION, item.for_organisation))
    return Card(
        code=item.code,
        region=item.region_code,
        name=item.name,
        short_name=item.short_name or item.name,
        department=department.slug,
        department_name=department.short_name,
        power=PowerKind(item.power_kind).label,
        level=Level(item.level).label,
        status=item.status,
        kind=version.kind,
        statutory=_limit(version.statutory_number, version.statutory_unit),
        promised=_limit(version.promised_number, version.promised_unit),
        materials=len(asked),
        exempt=sum(bool(slot.get("share_exempt")) for slot in asked),
        visits=version.guide.get("visits"),
        themes=frozenset(item.themes),
        audiences=frozenset(audience for audience, served in audiences if served),
        handled=item.handled_count,
        begins_online=begins_online(version),
    )


def first_asked(version: ItemVersion) -> list[dict[str, Any]]:
    """Return the materials of the first situation: what most people bring."""
    first = version.situations[0]["code"] if version.situations else ""
    return list(asked(version.materials, first))


def asked(materials: Iterable[dict[str, Any]], situation: str) -> Iterable[dict[str, Any]]:
    """Return the materials that a situation asks for ("" asks for all)."""
    for slot in materials:
        wanted = set(slot.get("situations") or ("*",))
        if not situation or "*" in wanted or situation in wanted:
            yield slot


def _limit(number: int | None, unit: str) -> Limit | None:
    return None if number is None else Limit(number, unit)


def _questions(card: Card, version: ItemVersion) -> list[Entry[Question]]:
    rows = [Question(card.code, card.short_name, row["q"], row["a"]) for row in version.guide.get("faq", ())]
    return [Entry(row, search_text(row.question, latin=False), _order(card)) for row in rows]
