"""青石镇 and 东山村: regions, a township's convenience centre (便民服务中心), a village point, people and one item."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from yichuang.faces.terminal.demo.data import guides
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.items import SERVICE, Publish, item_code, themes_of
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import DelegationKind, Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.org.models import Centre, Department, Level, Posting, Region, Role, User, Window

TOWN, VILLAGE = "990101100", "990101100201"
_SINCE = timedelta(days=400)
_GUIDE, _SERIAL = "dibao", 301
_PEOPLE = (
    ("town-clerk", "苏梅", Role.WINDOW_CLERK),
    ("town-reviewer", "邹建国", Role.REVIEWER),
    ("town-manager", "熊志远", Role.CENTRE_MANAGER),
)
_WAY: tuple[dict[str, Any], ...] = (
    {"kind": "acceptance", "name": "镇便民服务中心受理", "days": 1, "post": "窗口"},
    {
        "kind": "lower_review",
        "name": "村级核实",
        "at": f"{TOWN}/dongshan",
        "behalf": True,
        "days": 2,
        "post": "村代办员",
    },
    {"kind": "lower_review", "name": "镇级初审", "at": f"{TOWN}/qingshi", "days": 6, "post": "社会救助岗"},
    {"kind": "forwarding", "name": "转报区民政局", "days": 2, "post": "社会救助岗"},
    {"kind": "review", "name": "区级审查", "at": "990100/anling-civil-affairs", "days": 5, "post": "社会救助科"},
    {"kind": "decision", "name": "区级决定", "days": 2, "post": "分管负责人"},
    {"kind": "issue", "name": "镇便民服务中心送达", "days": 0, "post": "窗口"},
)


def build_township(at: datetime, publish: Publish) -> None:
    """Put the township, its people and its item into the database."""
    town = Region(code=TOWN, name="青石镇", level=Level.TOWN, parent=Region.objects.get(code="990101"))
    village = Region(code=VILLAGE, name="东山村", level=Level.VILLAGE, parent=town)
    centre = Centre(
        region=town, name="青石镇便民服务中心", prefix="QS", profile="cn.990100", phone="0000-3010000",
        hours="周一至周五 9:00–17:00", address="安岭区青石镇振兴路 6 号",
    )  # fmt: skip
    office = _department(centre, "qingshi", "青石镇人民政府", "青石镇", _SERIAL)
    point = _department(centre, "dongshan", "东山村便民服务点", "东山村", _SERIAL + 1)
    window = Window(centre=centre, no="Q01", name="综合窗口")
    for row in (town, village, centre, office, point, window):
        row.save()
    window.departments.set([office])
    _people(centre, office, window, at)
    item = _item(office)
    item.save()
    publish(item, {"number": 1, "effective_on": service_since(at), **_fields(office)})


def _department(centre: Centre, slug: str, name: str, short_name: str, serial: int) -> Department:
    return Department(
        centre=centre, slug=slug, name=name, short_name=short_name, document_word="青政",
        uscc=department_uscc("11", "990101", serial), review_authority="嘉宁市安岭区人民政府",
        court="嘉宁市安岭区人民法院", phone="0000-3010001", supervision_phone="0000-3010002",
    )  # fmt: skip


def _people(centre: Centre, office: Department, window: Window, at: datetime) -> None:
    for login, name, role in _PEOPLE:
        user = User(username=login, display_name=name)
        user.set_unusable_password()
        user.save()
        place = {Role.WINDOW_CLERK: {"window": window}, Role.REVIEWER: {"department": office}}.get(role, {})
        Posting(user=user, role=role, centre=centre, starts_on=at.date() - _SINCE, **place).save()


def _item(office: Department) -> Item:
    guide = guides()[_GUIDE]
    power = POWER_KINDS[guide["kind_of_power"]]
    return Item(
        centre=office.centre, department=office, name="最低生活保障审核确认（青石镇）", short_name="低保申请（青石镇）",
        code=item_code(office, Level.COUNTY, power, _SERIAL, 1), power_kind=power, level=Level.COUNTY,
        status=ItemStatus.OPEN, for_person=True, for_organisation=False, themes=themes_of({}, guide),
        search_text=search_text("最低生活保障审核确认（青石镇）", guide["search_words"]),
        delegation_kind=DelegationKind.DEVOLVED, delegator="嘉宁市民政局",
        delegated_since=date(2021, 7, 1),
    )  # fmt: skip


def _fields(office: Department) -> dict[str, Any]:
    guide = guides()[_GUIDE]
    extra = {
        "certificate": {"type_name": "最低生活保障金给付决定书", "word": "安民低字"},
        "department": office.short_name, "form": form_of(guide),
    }  # fmt: skip
    fields = version_fields(guide, extra)
    fields["guide"] |= {"service": SERVICE, "sample": True, "complex": "上报件，逐级审核（示例）"}
    fields["guide"]["contact"] |= {"place": "青石镇便民服务中心（示例）", "address": "安岭区青石镇振兴路 6 号"}
    pattern = dict(fields["stages"][0])
    fields["stages"] = [
        pattern | {"department": office.short_name, "duties": [], "sample": True, "key": f"s{number}"} | step
        for number, step in enumerate(_WAY, 1)
    ]
    fields["handling_modes"] = ["window", "online_checked"]
    return fields
