"""The items of the demonstration: complete guides, and names that are only listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from yichuang.faces.terminal.demo.data import guides, read, source_rows
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.listed import listed_fields
from yichuang.faces.terminal.demo.organisation import service_since
from yichuang.faces.terminal.demo.special.lives import special_guide
from yichuang.faces.terminal.demo.stages import joint_stages, split_verification
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.importing.words import CASE_KINDS, POWER_KINDS
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus, ItemVersion
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.catalogue.themes import Audience, theme_key
from yichuang.records.org.models import Centre, Department

Row = Mapping[str, Any]
Publish = Callable[[Item, dict[str, Any]], object]
_ONLINE = frozenset({CaseKind.INSTANT, CaseKind.PROMISED})  # what the acts can take so far
SERVICE = {
    "across": "本市范围内各政务服务中心均可受理",
    "appointment": "不用预约，到窗口取号",
    "online_payment": "本事项不在网上收费",
    "post": "可以邮寄送达，也可以到出件窗口领取",
    "sample": True,
}


def build_items(centre: Centre, at: datetime, publish: Publish) -> list[Item]:
    """Make every item of the demonstration; `publish` puts its first version in force."""
    departments = {row.slug: row for row in Department.objects.filter(centre=centre)}
    made = []
    for row in read("listing")["items"]:
        item = _item(row, centre, departments[row["department"]])
        item.save()
        publish(item, {"number": 1, "effective_on": service_since(at), **_fields(row, item)})
        made.append(item)
    return made


def publish_plainly(item: Item, fields: dict[str, Any]) -> ItemVersion:
    """Save a version without the act of publishing: for tests and first fillings."""
    version = ItemVersion(item=item, **fields)
    version.save()
    return version


def item_code(department: Department, level: int, power: str, serial: int, main: int) -> str:
    """Return the implementing code (实施编码): body, level, type, serial of the body, main item, sub-item."""
    return f"{department.uscc}{level}{power}{serial:04d}{main:03d}000"


def _item(row: Row, centre: Centre, department: Department) -> Item:
    source = source_rows()[row["name"]]
    guide = guides().get(row.get("guide", ""))
    power = POWER_KINDS[source["kind_of_power"]]
    themes = themes_of(row, guide)
    return Item(
        centre=centre,
        department=department,
        code=item_code(department, row["level"], power, _serial(department), row["main"]),
        name=row["name"],
        short_name=row.get("short_name") or (guide or {}).get("short_name", ""),
        power_kind=power,
        level=row["level"],
        status=_status(row, guide),
        for_person=any(key.startswith(Audience.PERSON) for key in themes),
        for_organisation=any(key.startswith(Audience.ORGANISATION) for key in themes),
        themes=themes,
        search_text=search_text(row["name"], _words(row, guide)),
    )


def _serial(department: Department) -> int:
    rows = read("city")["departments"]
    return next(row["serial"] for row in rows if row["slug"] == department.slug)


def themes_of(row: Row, guide: Row | None) -> list[str]:
    """Return the theme keys of an item: those of its guide, else those of the list."""
    person, organisation, groups = row.get("p", []), row.get("o", []), row.get("groups", [])
    if guide:
        person = [theme["code"] for theme in guide["themes"]["natural_person"]]
        organisation = [theme["code"] for theme in guide["themes"]["legal_person"]]
        groups = guide["themes"].get("special_groups", [])
    return [
        *(theme_key(Audience.PERSON, code) for code in person),
        *(theme_key(Audience.ORGANISATION, code) for code in organisation),
        *(f"group:{name}" for name in groups),
    ]


def _words(row: Row, guide: Row | None) -> list[str]:
    short = row.get("short_name") or (guide or {}).get("short_name")
    return [*([short] if short else []), *(guide["search_words"] if guide else []), *row.get("words", [])]


def _status(row: Row, guide: Row | None) -> ItemStatus:
    if row.get("historical") or (guide and guide["historical"]):
        return ItemStatus.HISTORICAL
    online = guide and (CASE_KINDS[guide["case_kind"]] in _ONLINE or "co" in read("extras")[guide["id"]])
    return ItemStatus.OPEN if online else ItemStatus.LISTED


def _fields(row: Row, item: Item) -> dict[str, Any]:
    guide = guides().get(row.get("guide", ""))
    if guide is None:
        return listed_fields(row, source_rows()[row["name"]], item)
    extra = read("extras")[guide["id"]]
    told = {"department": item.department.short_name, "form": form_of(guide)}
    fields = version_fields(guide, {**extra, **told})
    fields["guide"] = special_guide(guide["id"], fields["guide"]) | {"service": SERVICE, "sample": True}
    if "co" in extra:
        fields["stages"] = joint_stages(fields["stages"], guide["joint"], extra["co"], item.centre)
    if "verification" in extra:
        fields["stages"] = split_verification(fields["stages"], extra["verification"])
        fields["guide"]["complex"] = "复杂事项：增设核准环节，环节多于三个（示例）"
    return fields
