"""The small centre with a joint item: one lead and two co-departments, each with people of its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.acts.city import City, build_city, on
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Posting, User

START = date(2026, 3, 2)
CO = {"fire": "消防救援支队", "env": "市生态环境局"}


@dataclass
class JointCity(City):
    """The city, its joint item, and the co-departments by slug."""

    joint: ItemVersion
    co: dict[str, Department]


def build_joint_city(profile: str = "cn.500000", **joint: Any) -> JointCity:
    """Put the centre and its joint item into the database; `joint` changes columns of the item version."""
    return add_joint(build_city(profile), **joint)


def add_joint(city: City, **joint: Any) -> JointCity:
    """Add the co-departments, their people, and the joint item to a city."""
    co = {slug: _department(city, slug, name) for slug, name in CO.items()}
    for name, role, department in (
        ("mayor", "government_head", None),
        ("main", "main_head", city.department),
        *((f"{slug}_{role}", role, co[slug]) for slug in CO for role in ("reviewer", "verifier")),
    ):
        _person(city, name, role, department)
    forget()
    version = joint_version(city.centre, city.department, tuple(CO), **joint)
    return JointCity(**vars(city), joint=version, co=co)


def joint_version(centre: Centre, lead: Department, co: tuple[str, ...], **columns: Any) -> ItemVersion:
    """Return a joint item of the lead with these co-departments."""
    item = Item.objects.create(
        centre=centre, department=lead, code="TESTjoint", name="危险化学品经营许可", power_kind="01", level=3,
        status="open",
    )  # fmt: skip
    stages: list[dict[str, Any]] = [{"key": k, "kind": k, "name": k, "days": 1} for k in ("review", "decision")]
    stages += [
        {"key": slug, "kind": "co_review", "name": slug, "department": slug, "duty": "提出审查意见", "days": 0,
         "transfers": ["form"], "returns": "书面审批结论", "limit": 10}
        for slug in co
    ]  # fmt: skip
    told: dict[str, Any] = {
        "number": 1, "effective_on": date(2026, 1, 1), "kind": "joint", "stages": stages,
        "materials": [{"key": "form", "name": "申请书", "required": True}],
        "certificate": {"type_name": "危险化学品经营许可证", "word": "嘉危", "valid_years": 3},
    }  # fmt: skip
    return ItemVersion.objects.create(item=item, **(told | columns))


def accepted_joint(city: JointCity, day: date = START) -> str:
    """Return the number of a joint case accepted on a day."""
    resident = city.people["resident"].id
    wish = city.submission(city.joint, channel="online", user_id=resident)
    no = submit(wish, city.ctx("resident", day)).no
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    return no


def routed_joint(city: JointCity, day: date = START) -> str:
    """Return the number of a joint case that is with all its departments."""
    no = accepted_joint(city, day)
    route(Routing(on(no)), city.ctx("clerk", day))
    return no


def _department(city: City, slug: str, name: str) -> Department:
    return Department.objects.create(
        centre=city.centre, slug=slug, name=f"嘉宁市{name}", short_name=name, document_word=f"嘉{slug}",
        review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
    )  # fmt: skip


def _person(city: City, name: str, role: str, department: Department | None) -> None:
    city.people[name] = User.objects.create(username=name, display_name=name)
    Posting.objects.create(
        user=city.people[name], role=role, centre=city.centre, department=department, starts_on=date(2020, 1, 1)
    )
