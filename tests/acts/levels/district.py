"""A district below the small city: its own centre and people, a village point, and items that go upwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.acts.city import START, City, on
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Posting, Region, User, Window

TOWN_PEOPLE = {"town_clerk": "window_clerk", "town_reviewer": "reviewer", "town_verifier": "verifier"}
PERSON = Person("person", "孙玉兰", "id", "350300198511151234", "13800002207", "嘉宁市安岭区")


@dataclass
class District:
    """What the tests hold on to."""

    city: City
    centre: Centre
    town: Department
    village: Department
    version: ItemVersion

    def submission(self, **more: Any) -> Submission:
        """Return an ordinary submission at the district's window."""
        told = {"version": self.version, "person": PERSON, "form": {"home": "990101"}, "channel": "window"} | more
        return Submission(**told)


def build_district(city: City, *, profile: str = "cn", share: int | None = 5, village: bool = False) -> District:
    """Put the district into the database; `village` adds a village whose opinion may be signed for."""
    region = Region.objects.create(code="990101", name="安岭区", level=4, parent=city.centre.region)
    centre = Centre.objects.create(region=region, name="安岭区政务服务中心", prefix="AL", profile=profile)
    town = _department(centre, "water", "安岭区水务局")
    point = _department(centre, "dongshan", "东山村便民服务点")
    window = Window.objects.create(centre=centre, no="B01", name="综合受理")
    for name, role in {**TOWN_PEOPLE, "villager": "reviewer"}.items():
        person = User.objects.create(username=name, display_name=name)
        city.people[name] = person
        Posting.objects.create(
            user=person, role=role, centre=centre, department=point if name == "villager" else town,
            starts_on=date(2020, 1, 1), window=window if name == "town_clerk" else None,
        )  # fmt: skip
    version = _upward_item(centre, town, stages(share=share, village=village))
    forget()
    return District(city, centre, town, point, version)


def stages(*, share: int | None = 5, village: bool = False) -> list[dict[str, Any]]:
    """Return the stages of an upward item."""
    first = {"kind": "lower_review", "name": "村级审核", "at": "990101/dongshan", "behalf": True, "days": 1}
    return [
        {"kind": "acceptance", "name": "受理"},
        *([first] if village else []),
        {"kind": "lower_review", "name": "区级初审", "at": "990101/water", "days": share},
        {"kind": "forwarding", "name": "转报"},
        {"kind": "review", "name": "市级审查", "at": "990100/water"},
        {"kind": "decision", "name": "决定"},
        {"kind": "issue", "name": "出件"},
    ]


def accepted(district: District, **more: Any) -> str:
    """Return the number of a case accepted by the district today."""
    ctx = district.city.ctx
    no = submit(district.submission(**more), ctx("town_clerk")).no
    accept(Acceptance(on(no)), ctx("town_clerk"))
    return no


def at_lower(district: District, **more: Any) -> str:
    """Return the number of a case at the lower level's reviewer."""
    no = accepted(district, **more)
    route(Routing(on(no)), district.city.ctx("town_clerk"))
    return no


def to_forward(district: District, day: date = START) -> str:
    """Return the number of a case that the lower level has reviewed."""
    no = at_lower(district)
    lower_review(LowerReview(on(no), True, "符合区级规划。"), district.city.ctx("town_reviewer", day))
    return no


def forwarded(district: District, day: date = START) -> str:
    """Return the number of a case on its way up."""
    no = to_forward(district, day)
    forward(Forwarding(on(no)), district.city.ctx("town_reviewer", day))
    return no


def at_upper(district: District, day: date = START) -> str:
    """Return the number of a case that the upper level has received."""
    no = forwarded(district, day)
    receive_forwarded(Reception(on(no)), district.city.ctx("reviewer", day))
    return no


def _department(centre: Centre, slug: str, name: str) -> Department:
    return Department.objects.create(
        centre=centre, slug=slug, name=name, short_name=name, document_word="安水", review_authority="安岭区人民政府",
        court="嘉宁市安岭区人民法院",
    )  # fmt: skip


def _upward_item(centre: Centre, department: Department, way: list[dict[str, Any]]) -> ItemVersion:
    item = Item.objects.create(
        centre=centre, department=department, code="TESTupward", name="取水许可审批（区级初审）", power_kind="01",
        level=3, status="open",
    )  # fmt: skip
    return ItemVersion.objects.create(
        item=item, number=1, effective_on=date(2026, 1, 1), kind="upward", stages=way,
        materials=[{"key": k, "name": name, "required": True} for k, name in (("form", "申请书"), ("map", "位置图"))],
        certificate={"type_name": "取水许可证", "word": "嘉水取许字", "valid_years": 5},
    )  # fmt: skip
