"""The doctor derives the days of every open part again."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.joint.city import JointCity, routed_joint
from yichuang.acts.inspection.images import images_of
from yichuang.acts.inspection.parts import part_findings
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.records.ledger.models import Entry, Payload, Subject
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("column", "wrong"), [("due_on", "2026-03-20"), ("starts_on", "2026-03-06")])
def test_a_day_that_the_facts_do_not_give_is_found(joint: JointCity, column: str, wrong: str) -> None:
    pick_up(PickUp(on(routed_joint(joint))), joint.ctx("fire_reviewer", date(2026, 3, 6)))
    chain = list(Entry.objects.filter(region_code="990100", subject=Subject.CASE).order_by("seq"))
    payloads = {row.entry_id: row for row in Payload.objects.filter(region_code="990100")}
    images = images_of(chain, payloads, "cases_case")
    assert part_findings("JN", images, directory()) == []
    part = next(values for (name, _), values in images.items() if name == "cases_stage" and values["picked_up_on"])
    part[column] = wrong
    assert [fault.code for fault in part_findings("JN", images, directory())] == ["date_differs"]
