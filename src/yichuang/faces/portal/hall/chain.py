"""The chain of places (逐级办事地点): centre, halls, townships, villages and communities; what each takes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yichuang.faces.portal.hall.points import hours_of
from yichuang.records.catalogue.shelf import Card, shelf
from yichuang.records.hall.models import Hall, HallKind
from yichuang.records.hall.place import halls, served_at
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Centre, Level, Region
from yichuang.records.staffing.access import points_in
from yichuang.records.staffing.models import ServicePoint

_ORDER = [kind.value for kind in HallKind]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place below a centre: where it is, when it is open, what may be taken in there."""

    name: str
    kind: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    url: str = ""
    items: int = 0
    asked: str = ""  # what the list of items is asked for
    kinds: Sequence[str] = ()


@dataclass(slots=True)
class Link:
    """A centre in the chain, with what stands below it."""

    centre: Centre
    items: int
    halls: list[Spot] = field(default_factory=list)
    towns: list[Spot] = field(default_factory=list)
    points: list[Spot] = field(default_factory=list)
    below: list[Link] = field(default_factory=list)


def chain(directory: Directory, today: date) -> list[Link]:
    """Return the centres that are below no other, each with its chain. Five queries, however many centres."""
    regions = {region.id: region for region in Region.objects.order_by("code")}
    cards = {code: shelf(directory, today, code).cards for code in directory.centres}
    links = {code: Link(centre, len(cards[code])) for code, centre in directory.centres.items()}
    _put_halls(links, cards)
    _put_regions(links, cards, regions, directory)
    for link in links.values():
        parent = link.centre.region.parent_id
        above = _above(regions.get(parent), regions, links) if parent else None
        if above:
            above.below.append(link)
    found = {id(one) for link in links.values() for one in link.below}
    return [link for link in links.values() if id(link) not in found]


def _above(region: Region | None, regions: Mapping[UUID, Region], links: Mapping[str, Link]) -> Link | None:
    """Return the nearest centre of a region or of one above it."""
    while region is not None:
        if region.code in links:
            return links[region.code]
        region = regions.get(region.parent_id) if region.parent_id else None
    return None


def _put_halls(links: Mapping[str, Link], cards: Mapping[str, Sequence[Card]]) -> None:
    """Put down halls, branch halls and the points of both books; a point that both name is one."""
    served, named = served_at(list(links)), points_in(list(links))
    for hall in sorted(halls(list(links)), key=lambda one: _ORDER.index(one.kind)):
        link = links[hall.region_code]
        row = named.pop((hall.region_code, hall.name), None)
        here = served.get(hall.slug, frozenset())
        items = sum(bool(here & {one.department, one.code}) for one in cards[hall.region_code])
        (link.points if hall.kind == HallKind.COMMUNITY else link.halls).append(_of_hall(hall, row, items))
    for (code, _), row in named.items():
        kind = str(HallKind.COMMUNITY.label)
        links[code].points.append(Spot(row.name, kind, row.address, row.hours, kinds=tuple(row.kinds)))


def _of_hall(hall: Hall, row: ServicePoint | None, items: int) -> Spot:
    kinds = tuple(row.kinds) if row else ()
    hours = row.hours if row else hours_of(hall)
    label, url = str(HallKind(hall.kind).label), f"/halls/{hall.slug}/"
    return Spot(hall.name, label, hall.address, hours, hall.phone, url, items, f"hall={hall.slug}", kinds)


def _put_regions(
    links: Mapping[str, Link], cards: Mapping[str, Sequence[Card]], regions: Mapping[UUID, Region], directory: Directory
) -> None:
    """Put down townships and villages without a centre of their own, by the office that bears their name."""
    offices = {(row.centre_id, row.short_name): row for row in directory.departments.values()}
    for region in regions.values():
        link = None if region.code in links or region.level < Level.TOWN else _above(region, regions, links)
        office = offices.get((link.centre.id, region.name.removesuffix("（示例）"))) if link else None
        if link is None or office is None:
            continue
        items = sum(card.department == office.slug for card in cards[link.centre.region.code])
        kind = "村（社区）" if region.level == Level.VILLAGE else "乡镇（街道）"
        spot = Spot(office.name, kind, phone=office.phone, items=items, asked=f"dept={office.slug}")
        (link.points if region.level == Level.VILLAGE else link.towns).append(spot)
