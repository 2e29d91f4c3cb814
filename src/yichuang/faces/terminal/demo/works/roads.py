"""An item on the statutory limit of joint handling (联合办理四十五日); its cases: running, near its end, extended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.items import Publish, item_code
from yichuang.faces.terminal.demo.joint_cases import JointLife
from yichuang.faces.terminal.demo.organisation import service_since
from yichuang.faces.terminal.demo.people import company
from yichuang.faces.terminal.demo.stages import joint_stages
from yichuang.faces.terminal.demo.works.stage_items import stage_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.joint.conclusions import Concluded

_REGION = "990100"
_AGREED = Concluded("agree", "交通组织方案可行，同意按方案占道施工。")


class RoadLife(JointLife):
    """One case in the making; its limit is extended by the head of the government."""

    def concluded_all(self, slugs: list[str], ago: int, taken: int) -> RoadLife:
        """Every co-department takes the material over and agrees."""
        for slug in slugs:
            self.picked_up(slug, taken).concluded(slug, ago, _AGREED)
        return self


def build_roads(at: datetime, publish: Publish) -> None:
    """Put the item in force."""
    row: Mapping[str, Any] = read("works/roads")
    lead = Department.objects.select_related("centre").get(centre__region__code=_REGION, slug=row["slug"])
    power = POWER_KINDS[row["kind_of_power"]]
    item = Item(
        centre=lead.centre, department=lead, name=row["name"], power_kind=power, level=3, for_person=False,
        code=item_code(lead, 3, power, row["serial"], 1), status=ItemStatus.OPEN,
        search_text=search_text(row["name"], row["search_words"]),
    )  # fmt: skip
    item.save()
    fields = stage_fields(row, item)
    fields["stages"] = joint_stages(fields["stages"], row["joint"], row["co"], lead.centre)
    publish(item, {"number": 1, "effective_on": service_since(at), **fields})


def build_road_cases(now: datetime, place: Directory) -> int:
    """Play the cases: one half-way, one on its last days, one extended; return how many."""
    row = read("works/roads")
    item = Item.objects.get(region_code=_REGION, name=row["name"])
    version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
    plays = (
        lambda c: c.submitted(11, "window").accepted(10).routed(10).claimed(9).concluded_all(row["co"], 4, 9),
        lambda c: c.submitted(44, "window").accepted(43).routed(43).claimed(42).concluded_all(row["co"], 36, 42),
        lambda c: (
            c.submitted(51, "window").accepted(50).routed(50).claimed(49).concluded_all(row["co"], 44, 49)
            .extended(8, 15, "government_head")
        ),
    )  # fmt: skip
    for number, play in enumerate(plays):
        person = company(40 + number)
        days = Days(now, place.calendar(place.profile(item.department_id)), served=170 + number)
        play(RoadLife(version, person, days, place, answers(version, person, days.today)))
    return len(plays)
