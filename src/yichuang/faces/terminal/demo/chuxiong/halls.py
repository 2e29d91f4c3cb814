"""The halls of the example: regions, a county and a township centre with a village point, people, four items."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.terminal.demo.chuxiong.guides import code_of, fields_of, item_of
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.records.org.models import Centre, Department, Posting, Region, User, Window

Row = Mapping[str, Any]
PROFILE, COUNTY = "cn.532300", "532301"
_SINCE = timedelta(days=400)


def build_chuxiong(at: datetime, publish: Publish) -> None:
    """Put halls, people and items into the database."""
    told = read("chuxiong/halls")
    regions: dict[str, Region] = {}
    for row in told["regions"]:
        parent = regions.get(row.get("parent", ""))
        regions[row["code"]] = _saved(Region(code=row["code"], name=row["name"], level=row["level"], parent=parent))
    centres = {row["key"]: _centre(row, regions[row["region"]]) for row in told["centres"]}
    departments = {row["slug"]: _department(row, centres[row["centre"]]) for row in told["departments"]}
    windows = {row["window"]: _window(row, centres[row["centre"]], departments) for row in told["windows"]}
    for row in told["people"]:
        _person(row, centres, departments, windows, at)
    for row in read("chuxiong/items")["items"]:
        department = departments["cx-health" if row["at"] == "county" else "cx-town"]
        item = item_of(row, department, code_of(row, department))
        item.save()
        publish(item, {"number": 1, "effective_on": service_since(at), **fields_of(row, department)})


def _centre(row: Row, region: Region) -> Centre:
    return _saved(
        Centre(
            region=region, name=row["name"], prefix=row["prefix"], profile=PROFILE, address=row["address"],
            phone="0000-2400000", hours="周一至周五 9:00–17:00",
        )
    )  # fmt: skip


def _department(row: Row, centre: Centre) -> Department:
    kept = {name: row[name] for name in ("slug", "name", "short_name", "document_word")}
    return _saved(
        Department(
            centre=centre, uscc=department_uscc("11", COUNTY, row["serial"]), review_authority="楚雄市人民政府（示例）",
            court="楚雄市示例人民法院", phone="0000-2400001", supervision_phone="0000-2400002", **kept,
        )
    )  # fmt: skip


def _window(row: Row, centre: Centre, departments: Mapping[str, Department]) -> Window:
    window = _saved(Window(centre=centre, no=row["window"], name=row["name"]))
    window.departments.set([departments[slug] for slug in row["departments"]])
    return window


def _person(
    row: Row, centres: Mapping[str, Centre], departments: Mapping[str, Department], windows: Mapping[str, Window],
    at: datetime,
) -> None:  # fmt: skip
    user = User(username=row["login"], display_name=row["name"])
    user.set_unusable_password()
    user.save()
    for post in row["posts"]:
        department, window = departments.get(post.get("department")), windows.get(post.get("window"))
        centre = centres[post["centre"]] if "centre" in post else (department or window).centre
        place = {"centre": centre, "department": department, "window": window}
        _saved(Posting(user=user, role=post["role"], starts_on=at.date() - _SINCE, **place))


def _saved(row: Any) -> Any:
    row.save()
    return row
