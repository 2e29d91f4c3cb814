"""事项目录: what can be applied for, and the guide of one item with its form. Open to everybody."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from yichuang.faces.api.problems import ApiProblem, FieldProblem
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import GuideOut, ItemsOut
from yichuang.faces.api.wishes import WantedItems
from yichuang.faces.common.forms.published import published
from yichuang.faces.common.labels import KINDS, term_words
from yichuang.records.catalogue.queries import changed_since, guide_of
from yichuang.records.catalogue.shelf import Card, Limit, shelf
from yichuang.records.catalogue.themes import Audience

router = Router(tags=["事项"])
_FOUND_AT_MOST = 200


@router.get("/items", response={200: ItemsOut, **problems("bad_header", "invalid")}, url_name="items")
def list_items(request: HttpRequest, wanted: Query[WantedItems]) -> dict[str, Any]:
    """列出事项。

    没有检索词时按实施编码排列；有检索词时最贴近的在前。翻页用 next_cursor。
    """
    stock = shelf(request.directory, request.today)
    words = wanted.q.strip()
    found = stock.search(words, limit=_FOUND_AT_MOST) if words else sorted(stock.cards, key=lambda card: card.code)
    if wanted.updated_since is not None:
        changed = changed_since(wanted.updated_since, request.today)
        found = [card for card in found if card.code in changed]
    if wanted.open is not None:
        found = [card for card in found if card.open is wanted.open]
    start = _after(wanted.cursor, found)
    page = found[start : start + wanted.limit]
    more = start + wanted.limit < len(found)
    return {"items": [item_out(card) for card in page], "next_cursor": _cursor(page[-1]) if more else None}


@router.get("/items/{code}", response={200: GuideOut, **problems("item_unknown")}, url_name="item")
def one_item(request: HttpRequest, code: str) -> dict[str, Any]:
    """读取一个事项的指南、表单和材料。"""
    card = shelf(request.directory, request.today).by_code.get(code)
    guide = guide_of(code, request.today) if card else None
    if card is None or guide is None:
        raise ApiProblem("item_unknown")
    version = guide.version
    return item_out(card) | {
        "version": version.number,
        "effective_on": version.effective_on,
        "situations": [{"code": row["code"], "name": row.get("name", row["code"])} for row in version.situations],
        "materials": [_material(row) for row in version.materials],
        "stages": [{"kind": row["kind"], "name": row.get("name", row["kind"])} for row in version.stages],
        "form_schema": published(version.form_schema, version.form_ui),
        "form_ui": version.form_ui,
        "guide": version.guide,
    }


def item_out(card: Card) -> dict[str, Any]:
    """Return an item as a list shows it."""
    return {
        "code": card.code,
        "name": card.name,
        "short_name": card.short_name,
        "department": card.department_name,
        "kind": {"code": card.kind, "words": KINDS[card.kind][1]},
        "power": card.power,
        "level": card.level,
        "open": card.open,
        "promised": _limit(card.promised),
        "statutory": _limit(card.statutory),
        "for_person": Audience.PERSON in card.audiences,
        "for_organisation": Audience.ORGANISATION in card.audiences,
    }


def _limit(limit: Limit | None) -> dict[str, Any] | None:
    if limit is None:
        return None
    return {"number": limit.number, "unit": limit.unit, "words": term_words(limit.number, limit.unit)}


def _material(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": row["key"],
        "name": row["name"],
        "required": bool(row.get("required", True)),
        "exempt": bool(row.get("share_exempt")),
        "originals": int(row.get("originals") or 0),
        "copies": int(row.get("copies") or 0),
        "situations": list(row.get("situations") or ["*"]),
    }


def _cursor(card: Card) -> str:
    return base64.urlsafe_b64encode(card.code.encode()).decode().rstrip("=")


def _after(cursor: str, found: list[Card]) -> int:
    """Return where the page after a cursor begins. Raises ApiProblem for a cursor that is none of ours."""
    if not cursor:
        return 0
    try:
        code = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        code = ""
    place = next((number for number, card in enumerate(found) if card.code == code), None)
    if place is None:
        wrong = FieldProblem("cursor", "不是这个列表给出的游标，请从第一页重新读")
        raise ApiProblem("invalid", "游标不对。请不带 cursor，从第一页重新读取。", errors=[wrong])
    return place + 1
