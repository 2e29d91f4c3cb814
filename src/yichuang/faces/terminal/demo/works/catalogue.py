"""What projects and bundles of the demonstration rest on: offices behind leads, items of the stages, agent, bundles."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.works.stage_items import open_stage_items
from yichuang.records.catalogue.models import Item
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


def build_catalogue(at: datetime, publish: Publish) -> Centre:
    """Put the reference rows on record and return the centre."""
    centre = Centre.objects.select_related("region").get(region__code=REGION)
    departments = {row.slug: row for row in Department.objects.filter(centre=centre)}
    for word, slug in _LEADS.items():
        LeadOffice(centre=centre, word=word, department=departments[slug]).save()
    for slug, names in _STAFF.items():
        _people(slug, names, departments[slug], at)
    open_stage_items({row["name"]: item_named(row["name"]) for row in read("works/stage_items")["items"]}, at, publish)
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
