"""Leads of the stages, items in each of the four ways of handling, windows of domains, halls and the issuing window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.items import Publish, item_code, themes_of
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.faces.terminal.demo.regimes import fields_of, guide_of, item_for, moved, saved
from yichuang.faces.terminal.demo.works.stage_items import stage_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.hall.models import Hall, HallWindow, ServiceLine
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Level, Posting, Role, User, Window
from yichuang.records.projects.models import LeadOffice, StageItem

Row = Mapping[str, Any]
REGION, PLACE = "220400", "辽源市"
_SINCE = timedelta(days=400)
_OPENS, _CLOSES = time(9), time(17)
_POWER, _BORROWED = "行政许可", "shuibao"


def build_liaoyuan(at: datetime, publish: Publish) -> None:
    """Put departments, windows, halls and items into the database."""
    told = read("liaoyuan/liaoyuan")
    centre = Centre.objects.select_related("region").get(region__code=REGION)
    departments = {row["slug"]: _department(row, centre, at) for row in told["departments"]}
    departments |= {row.slug: row for row in Department.objects.filter(centre=centre, slug="ly-civil")}
    for row in told["windows"]:
        _window(row, centre, departments, at)
    _halls(told, centre, departments)
    forget()
    _on_the_spot(told["on_the_spot"], departments["ly-civil"], at, publish)
    for number, row in enumerate(told["items"], 1):
        _stage_item(row, number, departments[row["slug"]], at, publish)
    forget()


def _department(row: Row, centre: Centre, at: datetime) -> Department:
    kept = {name: row[name] for name in ("slug", "name", "short_name")}
    department = Department(
        centre=centre, uscc=department_uscc("11", REGION, row["serial"]), document_word=f"示辽{row['short_name'][1:]}",
        review_authority=f"{PLACE}人民政府", court=f"{PLACE}示例人民法院", phone=f"0000-{row['serial']}0001",
        supervision_phone=f"0000-{row['serial']}0002", **kept,
    )  # fmt: skip
    department.save()
    LeadOffice(centre=centre, word=row["word"], department=department).save()
    for name, role in zip(row["people"], (Role.REVIEWER, Role.DEPUTY_HEAD), strict=True):
        _posted(
            f"{row['slug']}-{str(role).replace('_', '-')}", name, at, role=role, centre=centre, department=department
        )
    return department


def _posted(login: str, name: str, at: datetime, **post: Any) -> None:
    user = User(username=login, display_name=name)
    user.set_unusable_password()
    user.save()
    Posting(user=user, starts_on=at.date() - _SINCE, **post).save()


def _window(row: Row, centre: Centre, departments: Mapping[str, Department], at: datetime) -> None:
    window = saved(Window(centre=centre, no=row["window"], name=row["name"]))
    window.departments.set([departments[slug] for slug in row["departments"]])
    _posted(row["login"], row["person"], at, role=Role.WINDOW_CLERK, centre=centre, window=window)


def _halls(told: Row, centre: Centre, departments: Mapping[str, Department]) -> None:
    main: Hall | None = None
    for row in told["halls"]:
        kept = {name: row[name] for name in ("slug", "name", "kind", "address")}
        hall = Hall.objects.create(
            centre=centre, region_code=REGION, parent=main, phone=centre.phone, opens=_OPENS, closes=_CLOSES,
            voice_from=_OPENS, voice_until=_CLOSES, walk_minutes=row["walk"], notice="", **kept,
        )  # fmt: skip
        main = main or hall
    windows = {row.no: row for row in Window.objects.filter(centre=centre)}
    for rank, row in enumerate(told["lines"]):
        kept = {name: row[name] for name in ("prefix", "name", "note", "domain")}
        line = ServiceLine.objects.create(hall=main, rank=rank, **kept)
        line.departments.set([departments[slug] for slug in row["departments"]])
        for no in row["windows"]:
            HallWindow.objects.create(hall=main, window=windows[no]).lines.add(line)


def _on_the_spot(row: Row, department: Department, at: datetime, publish: Publish) -> None:
    """An item that is done while one waits (现场办结)."""
    whole = {**row, "place": PLACE, "department": {"level": Level.CITY}}
    guide = guide_of(whole)
    item = item_for(whole, guide, department)
    item.code = item_code(department, Level.CITY, item.power_kind, row["serial"], 2)
    item.save()
    fields = {**fields_of(whole, guide, department), "handling_modes": ["on_the_spot"]}
    publish(item, {"number": 1, "effective_on": service_since(at), **fields})


def _stage_item(row: Row, number: int, department: Department, at: datetime, publish: Publish) -> None:
    told = _told(row, department)
    power, themes = POWER_KINDS[_POWER], themes_of({}, guides()[_BORROWED])
    item = Item(
        centre=department.centre, department=department, name=told["name"], short_name=told["name"], power_kind=power,
        code=item_code(department, Level.CITY, power, 220 + number, 1), level=Level.CITY, status=ItemStatus.OPEN,
        for_person=False, for_organisation=True, themes=themes,
        search_text=search_text(told["name"], told["search_words"]),
    )  # fmt: skip
    item.save()
    fields = {**moved(stage_fields(told, item), PLACE), "handling_modes": row["modes"]}
    publish(item, {"number": 1, "effective_on": service_since(at), **fields})
    StageItem(
        centre=department.centre, stage=row["stage"], item=item, leads=True, nature=row.get("nature", ""),
        position=number,
    ).save()  # fmt: skip


def _told(row: Row, department: Department) -> dict[str, Any]:
    """Return the borrowed item in the words of the place."""
    borrowed = next(one for one in read("works/stage_items")["items"] if one["name"] == row["of"])
    own = {"department": department.short_name, "sample_number": row["number"]}
    if "name" not in row:
        return {**borrowed, **own}
    cited = {"basis": row["basis"], "checked": False}
    return {
        **borrowed, **own, "name": row["name"], "search_words": row["words"], "result": row["result"],
        "setting_basis": [{**cited, "note": "条文内容未与正式文本核对（示例）"}],
        "conditions": [{"text": "前一环节已经办结（示例）", **cited}],
        "papers": [{"name": "项目前一环节的批准文件", "basis": row["basis"], "mistake": "与项目名称不一致（示例）"}],
        "accept": ["项目名称、代码填写一致（示例）"], "review": ["与前一环节批准的内容一致（示例）"],
        "duties": ["核对前一环节的批准文件（示例）"],
    }  # fmt: skip
