"""Parts of co-departments: when they are opened, from when they count, and that the lead's pause stops them all."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.joint.city import JointCity, accepted_joint, build_joint_city, routed_joint
from tests.acts.joint.told import conclude, part_of, refused
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.records.cases.models import Case, Stage
from yichuang.records.ledger.models import Payload

pytestmark = pytest.mark.django_db


def test_it_works(joint: JointCity) -> None:
    """R043, R044: the lead has 20 days; the co-department 10 from its pick-up."""
    no = routed_joint(joint)
    assert Case.objects.get(region_code="990100", no=no).due_on == date(2026, 3, 30)
    assert sorted(Stage.objects.filter(region_code="990100").values_list("kind", flat=True)) == [
        "co_review", "co_review", "review",
    ]  # fmt: skip
    pick_up(PickUp(on(no), "当日停电"), joint.ctx("fire_reviewer", date(2026, 3, 3)))
    part = part_of(joint, "fire")
    assert (part.picked_up_on, part.starts_on, part.due_on) == (
        date(2026, 3, 3), date(2026, 3, 3), date(2026, 3, 17),
    )  # fmt: skip


def test_material_picked_up_late_counts_from_the_acceptance(joint: JointCity) -> None:
    """R045."""
    no = routed_joint(joint)
    pick_up(PickUp(on(no)), joint.ctx("fire_reviewer", date(2026, 3, 6)))
    assert part_of(joint, "fire").due_on == date(2026, 3, 16)


def test_national_law_gives_no_clock_of_its_own(db: None) -> None:
    """L18: 45 days; without a local norm and a return limit a part is due with the case."""
    city = build_joint_city("cn")
    for stage in city.joint.stages:
        stage.pop("limit", None)
    city.joint.save()
    no = routed_joint(city)
    assert part_of(city, "env").due_on == date(2026, 5, 8)
    pick_up(PickUp(on(no)), city.ctx("env_reviewer", date(2026, 3, 12)))
    assert part_of(city, "env").due_on == date(2026, 5, 8)
    extend(Extension(on(no), 15, "需要省里核查"), city.ctx("mayor", date(2026, 3, 20)))
    assert part_of(city, "env").due_on == date(2026, 5, 28)


def test_the_return_limit_of_the_item_counts_from_the_acceptance(national: JointCity) -> None:
    no = routed_joint(national)
    pick_up(PickUp(on(no)), national.ctx("fire_reviewer", date(2026, 3, 5)))
    assert part_of(national, "fire").due_on == date(2026, 3, 16)


def test_only_the_lead_pauses_and_it_stops_all_clocks(joint: JointCity) -> None:
    """R047."""
    no = routed_joint(joint)
    pick_up(PickUp(on(no), "当日停电"), joint.ctx("fire_reviewer", date(2026, 3, 3)))
    wish = Pause(on(no), "expert_review", 5, "专家评审")
    refused("lead_only", lambda: pause(wish, joint.ctx("fire_verifier", date(2026, 3, 9))))
    refused("not_yours", lambda: pause(wish, joint.ctx("clerk", date(2026, 3, 9))))
    pause(wish, joint.ctx("main", date(2026, 3, 11)))
    refused("lead_only", lambda: resume(Resumption(on(no), "合格"), joint.ctx("fire_verifier", date(2026, 3, 12))))
    assert part_of(joint, "fire").due_on is None
    resume(Resumption(on(no), "合格"), joint.ctx("reviewer", date(2026, 3, 17)))
    assert part_of(joint, "fire").due_on == date(2026, 3, 24)
    assert part_of(joint, "env").due_on == date(2026, 3, 23)
    assert Case.objects.get(region_code="990100", no=no).due_on == date(2026, 4, 7)


def test_where_no_norm_names_the_lead_a_co_department_still_can_t_pause(national: JointCity) -> None:
    no = routed_joint(national)
    wish = Pause(on(no), "expert_review", 5, "专家评审")
    refused("not_yours", lambda: pause(wish, national.ctx("fire_verifier", date(2026, 3, 9))))


def test_an_extension_of_the_lead_does_not_extend_the_co_departments(joint: JointCity) -> None:
    no = routed_joint(joint)
    day = date(2026, 3, 27)
    refused("extension_approver", lambda: extend(Extension(on(no), 5, "复杂"), joint.ctx("deputy", day)))
    refused("extension_approver", lambda: extend(Extension(on(no), 5, "复杂"), joint.ctx("fire_verifier", day)))
    extend(Extension(on(no), 5, "复杂"), joint.ctx("main", day))
    assert Case.objects.get(region_code="990100", no=no).due_on == date(2026, 4, 7)
    assert part_of(joint, "fire").due_on == date(2026, 3, 16)


def test_the_head_of_government_extends_under_national_law(national: JointCity) -> None:
    """L18: 45 days to 2026-05-08, with 15 more to 2026-05-28."""
    no, day = routed_joint(national), date(2026, 3, 20)
    refused("extension_approver", lambda: extend(Extension(on(no), 15, "复杂"), national.ctx("agency", day)))
    refused("extension_too_long", lambda: extend(Extension(on(no), 16, "复杂"), national.ctx("mayor", day)))
    extend(Extension(on(no), 15, "复杂"), national.ctx("mayor", day))
    assert Case.objects.get(region_code="990100", no=no).due_on == date(2026, 5, 28)


def test_a_department_unknown_to_the_centre_is_not_passed_over(joint: JointCity) -> None:
    joint.joint.stages[-1]["department"] = "nobody"
    joint.joint.save()
    no = accepted_joint(joint)
    refused("co_department_unknown", lambda: route(Routing(on(no)), joint.ctx("clerk")))


def test_material_is_picked_up_once_and_by_who_takes_part(joint: JointCity) -> None:
    no = routed_joint(joint)
    refused("no_part", lambda: pick_up(PickUp(on(no)), joint.ctx("reviewer")))
    pick_up(PickUp(on(no)), joint.ctx("fire_reviewer"))
    refused("already_picked_up", lambda: pick_up(PickUp(on(no)), joint.ctx("fire_verifier")))
    conclude(joint, no, "fire")
    refused("no_part", lambda: pick_up(PickUp(on(no)), joint.ctx("fire_reviewer")))


def test_the_next_day_takes_a_special_reason(joint: JointCity) -> None:
    no = routed_joint(joint)
    next_day = date(2026, 3, 3)
    refused("pickup_reason_missing", lambda: pick_up(PickUp(on(no)), joint.ctx("fire_reviewer", next_day)))
    pick_up(PickUp(on(no), "当日停电"), joint.ctx("fire_reviewer", next_day))
    pick_up(PickUp(on(no)), joint.ctx("env_reviewer", date(2026, 3, 6)))  # too late: it counts from the acceptance
    told = [row.body.get("reason") for row in Payload.objects.filter(region_code="990100")]
    assert "当日停电" in told
