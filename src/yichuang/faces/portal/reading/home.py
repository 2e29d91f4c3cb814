"""首页: search, common items, themes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.common.place import centre_of
from yichuang.faces.portal.projects.bundles import cards as bundle_cards
from yichuang.faces.portal.reading.cards import rows
from yichuang.faces.portal.reading.hall import hall_today
from yichuang.faces.portal.reading.here import departments_here, shelf_here
from yichuang.records.catalogue.shelf import Shelf
from yichuang.records.catalogue.themes import THEMES, Audience, theme_key

_ICONS = {
    "生育收养": "heart", "户籍办理": "home", "教育科研": "school", "就业创业": "work", "设立变更": "company",
    "准营准办": "seal", "抵押质押": "scale", "职业资格": "medal", "婚姻登记": "rings", "优待抚恤": "star",
    "规划建设": "building", "住房保障": "home", "社会保障": "shield", "证件办理": "id", "交通出行": "car",
    "环保绿化": "leaf", "公用事业": "water", "医疗卫生": "health", "年检年审": "check", "投资审批": "flag",
    "资质认证": "medal", "国土和规划建设": "building", "交通运输": "car", "水务气象": "water",
    "安全生产": "alert", "公安消防": "shield", "档案文物": "doc", "法人注销": "x", "商务贸易": "work",
}  # fmt: skip
_HOT = 5
_SHOWN = 8
_BUNDLES = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of the home page: a theme or a department with the number of its items."""

    name: str
    url: str
    icon: str
    count: int


@allow("public")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the home page; `?by=` chooses the tiles: person, organisation, department."""
    stock = shelf_here(request)
    chosen = request.GET.get("by", "")
    by = chosen if chosen in ("organisation", "department") else "person"
    online = stock.where(lambda card: card.open)
    return render(
        request,
        "portal/home.html",
        {
            "by": by,
            "tiles": _tiles(stock, by, request),
            "bundles": bundle_cards(request)[:_BUNDLES],
            "hot": [card for card in online if card.handled][:_HOT] or online[:_HOT],
            "hot_title": "常办" if any(card.handled for card in online) else "可网上办",
            "rows": rows(online[:_SHOWN]),
            "online_count": len(online),
            "all_count": len(stock.cards),
            "spot_count": sum(card.on_the_spot for card in online),
            "hall": hall_today(centre_of(request), request.directory, request.today),
        },
    )


def _tiles(stock: Shelf, by: str, request: HttpRequest) -> list[Tile]:
    if by == "department":
        counts = Counter(card.department for card in stock.cards)
        found = [row for row in departments_here(request) if counts[row.slug]]
        tiles = [Tile(d.short_name, f"/departments/{d.slug}/", "building", counts[d.slug]) for d in found]
        return sorted(tiles, key=lambda tile: -tile.count)
    audience = Audience(by)
    counts = Counter(key for card in stock.cards for key in card.themes)
    return [
        Tile(name, f"/items/?for={by}&theme={code}", _ICONS.get(name, "list"), count)
        for code, name in THEMES[audience].items()
        if (count := counts[theme_key(audience, code)])
    ]
