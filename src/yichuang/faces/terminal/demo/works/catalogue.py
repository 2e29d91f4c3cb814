"""What projects and bundles of the demonstration rest on: offices behind leads, items of the stages, agent, bundles."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.common.forms.from_fields import from_fields
from yichuang.faces.terminal.demo.data import guides
from yichuang.faces.terminal.demo.items import publish_plainly
from yichuang.faces.terminal.demo.organisation import service_since
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus
from yichuang.records.org.models import Centre, Department, Posting, User
from yichuang.records.projects.models import Bundle, LeadOffice, ProjectAgent, StageItem

REGION = "990100"
_SINCE = timedelta(days=400)
_LEADS = {
    "development": "development", "land": "natural-resources", "planning": "natural-resources",
    "construction": "housing", "transport": "anling-transport", "water": "water",
}  # fmt: skip
_STAFF = {"development": ("武晓东", "纪明"), "natural-resources": ("苗青", "安志远")}
_STAGES = (
    ("initiation", "投资项目立项审批", True, ""),
    ("land", "投资项目用地审批", True, ""),
    ("land", "建设项目用地预审", False, ""),
    ("planning", "投资项目规划审批", True, ""),
    ("construction", "建设项目水土保持方案审批", True, "water"),
    ("construction", "取水许可审批", False, "water"),
    ("construction", "城市树木变动及占用绿地审批", False, ""),
    ("construction", "施工许可审批", True, "construction"),
    ("completion", "涉河建设项目审批", True, "water"),
    ("completion", "工程竣工联合验收", True, "construction"),
)
_OPENED = {
    "投资项目立项审批": ("项目建议书或者可行性研究报告", "资金来源说明"),
    "投资项目用地审批": ("用地申请报告", "勘测定界图"),
    "投资项目规划审批": ("规划设计方案", "建设用地批准文件"),
}
_FORM = (
    {"key": "unit_name", "title": "单位名称", "type": "string", "required": True, "section": "applicant"},
    {"key": "uscc", "title": "统一社会信用代码", "type": "string", "required": True, "check": "统一社会信用代码校验",
     "section": "applicant"},
    {"key": "project_name", "title": "项目名称", "type": "string", "required": True, "section": "matter"},
    {"key": "project_place", "title": "建设地点", "type": "string", "required": True, "section": "matter"},
    {"key": "scale", "title": "建设规模和内容", "type": "text", "required": True, "section": "matter"},
)  # fmt: skip
_SECTIONS = ({"key": "applicant", "title": "申请人信息"}, {"key": "matter", "title": "项目情况"})
_BUNDLES: tuple[dict[str, Any], ...] = (
    {
        "slug": "opening", "name": "开店迎客", "icon": "seal", "guides": ("guanggao", "zhandao"),
        "summary": "新店开张要挂横幅、设宣传点、临时占道，一次办好。",
        "same": {"fields": ["place", "from_date", "to_date"], "materials": []},
    },
    {
        "slug": "senior", "name": "老年人关怀", "icon": "heart", "guides": ("laonian", "shebaoka"),
        "summary": "申领老年优待证和社会保障卡，一次办好。",
        "same": {
            "fields": [],
            "materials": [
                ["居民身份证", "居民身份证（港澳台通行证、外国人永久居留证等）"],
                ["近期免冠照片（电子照片可现场拍摄）", "电子照片"],
                ["代办人身份证和委托书"],
            ],
        },
    },
    {
        "slug": "water-works", "name": "项目涉水审批", "icon": "water", "guides": ("qushui", "shuibao", "shumu"),
        "summary": "建设项目开工前的取水、水土保持、占用绿地，一次办好。",
        "same": {"fields": ["project_name"], "materials": []},
    },
)  # fmt: skip


def build_catalogue(at: datetime) -> Centre:
    """Put the reference rows on record and return the centre."""
    centre = Centre.objects.select_related("region").get(region__code=REGION)
    departments = {row.slug: row for row in Department.objects.filter(centre=centre)}
    for word, slug in _LEADS.items():
        LeadOffice(centre=centre, word=word, department=departments[slug]).save()
    for slug, names in _STAFF.items():
        _people(slug, names, departments[slug], at)
    for name, papers in _OPENED.items():
        _open(item_named(name), papers, at)
    for position, (stage, name, leads, nature) in enumerate(_STAGES, 1):
        item = item_named(name)
        StageItem(centre=centre, stage=stage, item=item, leads=leads, nature=nature, position=position).save()
    agent = User.objects.get(username="agent")
    ProjectAgent(centre=centre, user=agent, phone="0000-2110088", starts_on=at.date() - _SINCE).save()
    for position, row in enumerate(_BUNDLES, 1):
        _bundle(row, centre, position)
    return centre


def _people(slug: str, names: tuple[str, str], department: Department, at: datetime) -> None:
    for name, role in zip(names, ("reviewer", "deputy_head"), strict=True):
        if Posting.objects.filter(department=department, role=role).exists():
            continue
        user = User(username=f"{slug}-{role.replace('_', '-')}-1", display_name=name)
        user.set_unusable_password()
        user.save()
        Posting(
            user=user, role=role, centre=department.centre, department=department, starts_on=at.date() - _SINCE
        ).save()


def _open(item: Item, papers: tuple[str, ...], at: datetime) -> None:
    """Give an item that was only listed a simple guide, so that it can be applied for."""
    schema, layout = from_fields(_FORM, _SECTIONS)
    kinds = (("acceptance", "受理", 1), ("review", "审查", 4), ("decision", "决定", 1))
    stages = [
        {"key": f"s{n}", "kind": kind, "name": name, "days": days} for n, (kind, name, days) in enumerate(kinds, 1)
    ]
    blank = {"key": "form", "name": f"{item.name}申请表", "blank_form": True, "required": True, "electronic": True}
    others = [
        {"key": f"p{n}", "name": name, "required": True, "electronic": True, "originals": 1, "copies": 0}
        for n, name in enumerate(papers, 1)
    ]
    old = item.versions.order_by("-number")[0]
    guide = {**old.guide, "sample": True}
    publish_plainly(
        item,
        {
            "number": old.number + 1, "effective_on": service_since(at), "kind": CaseKind.PROMISED,
            "statutory_number": 20, "statutory_basis": "XKF-42.1", "promised_number": 6, "stages": stages,
            "materials": [blank, *others], "form_schema": schema, "form_ui": layout, "guide": guide,
        },
    )  # fmt: skip
    item.status = ItemStatus.OPEN
    item.save()


def _bundle(row: dict[str, Any], centre: Centre, position: int) -> None:
    names = [guides()[key]["name"] for key in row["guides"]]
    versions = [item_named(name).versions.order_by("-number")[0] for name in names]
    items = [
        {"code": version.item.code, "situation": version.situations[0]["code"] if version.situations else ""}
        for version in versions
    ]
    told = {name: row[name] for name in ("slug", "name", "icon", "summary", "same")}
    Bundle(centre=centre, items=items, position=position, **told).save()


def item_named(name: str) -> Item:
    """Return the city's item of that name, the one that was listed first. Raises IndexError."""
    return Item.objects.filter(centre__region__code=REGION, name=name).order_by("id")[0]
