"""Lower and upper organs of sample centres, their people, and the items that show what a regime asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.faces.terminal.demo.regimes import fields_of, granted, guide_of, item_for, saved
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Level, Posting, Region, User, Window

Row = Mapping[str, Any]
_SINCE = timedelta(days=400)
_GRANTING = ("pl-water", "gs-water", "pl-civil")  # who decides what 平凉's window takes in grants it the powers


def build_regional(at: datetime, publish: Publish) -> None:
    """Put centres, departments, people and items into the database."""
    told = read("regional/regional")
    for row in told["centres"]:
        _centre(row)
    centres = {centre.region.code: centre for centre in Centre.objects.select_related("region")}
    for row in told["departments"]:
        _department(row, centres[row["code"]])
    for row in told["people"]:
        _person(row, centres[row["code"]], at)
    forget()
    for slug in _GRANTING:
        granted(Department.objects.get(slug=slug), "cn.620800", at)
    for row in told["items"]:
        department = Department.objects.select_related("centre").get(slug=row["at"])
        whole = {**row, "department": {"level": Level.CITY}}
        guide = guide_of(whole)
        item = saved(item_for(whole, guide, department))
        fields = _fields(whole, guide, department)
        publish(item, {"number": 1, "effective_on": service_since(at), **fields})


def _centre(row: Row) -> None:
    parent = Region.objects.filter(code=row.get("parent", "")).first()
    region = saved(Region(code=row["code"], name=row["place"], level=row["level"], parent=parent))
    Region.objects.filter(code=row.get("over", "")).update(parent=region)
    centre = saved(
        Centre(
            region=region, name=row["name"], prefix=row["prefix"], profile=row["profile"],
            phone=f"0000-{row['serial']}0000", hours="周一至周五 9:00–17:00", address=f"{row['place']}示例路 1 号",
        )
    )  # fmt: skip
    saved(Window(centre=centre, no="A01", name="综合窗口"))


def _department(row: Row, centre: Centre) -> None:
    place = centre.region.name
    department = saved(
        Department(
            centre=centre, slug=row["slug"], name=row["name"], short_name=row["short_name"],
            document_word=row["document_word"], uscc=department_uscc("11", row["code"], row["serial"]),
            review_authority=f"{place}人民政府", court=f"{place}示例人民法院", phone=f"0000-{row['serial']}0001",
            supervision_phone=f"0000-{row['serial']}0002",
        )
    )  # fmt: skip
    for window in Window.objects.filter(centre=centre):
        window.departments.add(department)


def _person(row: Row, centre: Centre, at: datetime) -> None:
    """Give the posts to somebody new, or to who has that log-in already."""
    user = User.objects.filter(username=row["login"]).first() or User(username=row["login"], display_name=row["name"])
    if user._state.adding:
        user.set_unusable_password()
        user.save()
    window = Window.objects.get(centre=centre) if row.get("window") else None
    department = Department.objects.filter(centre=centre, slug=row.get("department")).first()
    for role in row["roles"]:
        place = {"centre": centre, "department": department, "window": window}
        saved(Posting(user=user, role=role, starts_on=at.date() - _SINCE, **place))


def _fields(row: Row, guide: Row, department: Department) -> dict[str, Any]:
    fields = fields_of(row, guide, department)
    fields["guide"] |= row.get("told", {})
    if "up" not in row:
        return fields
    fields["guide"]["complex"] = f"上报件，{row['below']['level']}初审、{row['up']['level']}审批（示例）"
    pattern = {
        **fields["stages"][0],
        "department": department.short_name,
        "duties": ["对签署的意见负责（示例）"],
        "sample": True,
    }
    fields["stages"] = [{**pattern, "key": f"s{number}", **step} for number, step in enumerate(_way(row), 1)]
    return fields | {"handling_modes": ["window", "online_checked"]}


def _way(row: Row) -> tuple[dict[str, Any], ...]:
    below, up, (first, sent, looked, decided) = row["below"], row["up"], row["days"]
    return (
        {"kind": "acceptance", "name": "受理", "days": 0, "post": "窗口"},
        {"kind": "lower_review", "name": f"{below['level']}初审", "at": below["at"], "days": first, "post": "审查岗"},
        {"kind": "forwarding", "name": f"转报{up['level']}", "days": sent, "post": "审查岗"},
        {"kind": "review", "name": f"{up['level']}审查", "at": up["at"], "days": looked, "post": "经办岗"},
        {"kind": "decision", "name": f"{up['level']}决定", "days": decided, "post": "分管负责人"},
        {"kind": "issue", "name": "送达", "days": 0, "post": "窗口"},
    )
