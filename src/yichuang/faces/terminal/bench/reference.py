"""The reference life (基准办件): its words, and the small centre in which it is lived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))  # a working day; every act happens on it
REGION = "990199"
STAFF = {"clerk": "window_clerk", "reviewer": "reviewer", "deputy": "deputy_head"}
OPINION_LENGTH = 200
APPLICANTS = 5000  # as many as the limit's script draws from


@dataclass(frozen=True, slots=True)
class Reference:
    """What is typed in during the reference life."""

    item: str
    form: dict[str, Any]
    materials: tuple[str, ...]
    opinion: str
    basis: str
    receiver: str
    verbs: tuple[str, ...]


@cache
def reference() -> Reference:
    """Return the words of the reference life."""
    told = yaml.load(Path(__file__).with_name("reference.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    long_enough = told["opinion"] * (OPINION_LENGTH // len(told["opinion"]) + 1)
    return Reference(
        told["item"], told["form"], tuple(told["materials"]), long_enough[:OPINION_LENGTH], told["basis"],
        told["receiver"], tuple(told["verbs"]),
    )  # fmt: skip


def build() -> None:
    """Put centre, department, window, three people and one item into an empty database."""
    from yichuang.records.org.models import Centre, Department, FactsVersion, Posting, Region, User, Window

    FactsVersion.objects.get_or_create(pk=1)
    region = Region.objects.create(code=REGION, name="基准市", level=3)
    centre = Centre.objects.create(region=region, name="基准市政务服务中心", prefix="BM", profile="cn")
    department = Department.objects.create(
        centre=centre, slug="market", name="基准市市场监督管理局", short_name="市监局", document_word="基市监"
    )
    window = Window.objects.create(centre=centre, no="A01", name="综合受理")
    for name, role in STAFF.items():
        user = User.objects.create(username=name, display_name=name)
        place = {"department": department, "window": window if name == "clerk" else None}
        Posting.objects.create(user=user, role=role, centre=centre, starts_on=date(2020, 1, 1), **place)
    User.objects.create(username="resident", display_name="申请人")
    _item(centre, department)


def _item(centre: Any, department: Any) -> None:
    from yichuang.records.catalogue.models import Item, ItemVersion

    told = reference()
    item = Item.objects.create(
        centre=centre, department=department, code="BENCH", name=told.item, power_kind="01", level=3, status="open"
    )
    fields = {name: {"type": _type(value), "title": name} for name, value in told.form.items()}
    ItemVersion.objects.create(
        item=item, number=1, effective_on=date(2026, 1, 1), kind="promised", statutory_number=20,
        statutory_basis="XKF-42.1", promised_number=8,
        stages=[{"key": k, "kind": k, "name": k} for k in ("acceptance", "review", "decision", "issue")],
        materials=[{"key": f"m{n}", "name": name, "required": True} for n, name in enumerate(told.materials)],
        form_schema={"type": "object", "properties": fields},
        certificate={"type_name": "食品经营许可证", "word": "基食证字", "valid_years": 5},
    )  # fmt: skip


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "string"
