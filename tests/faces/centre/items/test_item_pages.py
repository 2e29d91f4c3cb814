"""The pages of item life: list, check-up, draft, publication, before and after, shortened items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.records.catalogue.test_lint import Version
from yichuang.records.catalogue.models import ItemVersion

pytestmark = pytest.mark.django_db

CODE = "/centre/items/TESTpromised/"
TYPED = {
    "kind": "promised", "statutory_number": "20", "statutory_basis": "《水法》第七条", "promised_number": "8",
    "effective_on": "2026-03-09", "visits": "1", "stage-s0": "on", "stage-s1": "on", "days-s1": "1",
    "stage-s2": "on", "days-s2": "1", "slot-m1": "on", "need-m1": "on",
    "basis-m1": "《水法》第七条", "key": "draft-key-1",
}  # fmt: skip


@pytest.fixture
def told(centre: City, on_day: Callable[[date], None]) -> City:
    """The promised item with a sound first version, on 3 March."""
    on_day(date(2026, 3, 3))
    for name, value in vars(Version()).items():
        setattr(centre.promised, name, value)
    steps = [("s0", "acceptance", "受理", 0), ("s1", "review", "审查", 5), ("s3", "verification", "核准", 1)]
    rows = [*steps, ("s2", "decision", "决定", 2)]
    centre.promised.stages = [{"key": key, "kind": kind, "name": name, "days": days} for key, kind, name, days in rows]
    basis = {"basis": "《水法》第七条"}
    centre.promised.materials = [{"key": "m1", "name": "申请书", "required": True, "legal_basis": basis}]
    centre.promised.materials += [{"key": "m2", "name": "位置图", "required": True, "legal_basis": basis}]
    centre.promised.save()
    return centre


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, do: str, **changes: Any) -> Any:
    typed = {name: word for name, word in (TYPED | changes).items() if word is not None}
    return client.post(f"{CODE}draft/", typed | {"do": do})


def test_the_list_and_the_version_open(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("supervisor")
    assert "取水许可审批" in text(client, "/centre/items/")
    assert "要素齐全" in text(client, CODE)
    assert "起草新版本" not in text(client, CODE)


def test_a_check_publishes_nothing(told: City, enter: Callable[[str], Client]) -> None:
    page = post(enter("manager"), "check").content.decode()
    assert "发布，2026-03-09 起施行" in page
    assert "减掉的环节" in page
    assert ItemVersion.objects.filter(item=told.promised.item).count() == 1


def test_a_sound_draft_is_published_from_its_day(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("manager")
    assert post(client, "publish").status_code == 302
    assert "尚未施行" in text(client, f"{CODE}?v=2")
    assert "−1" in text(client, f"{CODE}compare/?from=1&to=2")
    lines = client.get(f"{CODE}compare/?format=csv").content.decode().splitlines()
    assert "办理环节,4 个,3 个,−1" in lines


@pytest.mark.parametrize(
    "changes",
    [
        {"promised_number": "25"},
        {"promised_number": "x"},
        {"effective_on": "yesterday"},
        {"effective_on": "2029-01-01"},
        {"basis-m1": "\u200b\u200b"},
        {"stage-s2": None},
        {"promised_number": "0", "days-s1": "0", "days-s2": "0"},
        {"basis-m1": ""},
        {"days-s1": "nan"},
        {"slot-m1": None},
    ],
)
def test_a_faulty_draft_is_not_published(told: City, enter: Callable[[str], Client], changes: dict[str, Any]) -> None:
    assert post(enter("manager"), "publish", **changes).status_code == 422
    assert ItemVersion.objects.filter(item=told.promised.item).count() == 1


def test_stages_and_materials_are_added_and_put_in_order(told: City, enter: Callable[[str], Client]) -> None:
    new = {
        "new-stage-1": "现场核实", "new-stage-1-kind": "review", "new-stage-1-days": "2", "new-stage-1-place": "2",
        "new-slot-1": "用水计划", "new-slot-1-need": "on", "new-slot-1-basis": "《水法》第七条", "place-m1": "2",
        "new-slot-1-place": "1", "place-s1": "3", "place-s2": "4", "stage-s0": "on",
    }  # fmt: skip
    without = post(enter("manager"), "publish", **new | {"new-slot-1-basis": ""})
    assert "材料“用水计划”没有依据" in without.content.decode()
    assert 'value="现场核实"' in post(enter("manager"), "check", **new).content.decode()
    assert post(enter("manager"), "publish", **new).status_code == 302
    latest = ItemVersion.objects.filter(item=told.promised.item).latest("number")
    assert [row["name"] for row in latest.stages] == ["受理", "现场核实", "审查", "决定"]
    assert [row["name"] for row in latest.materials] == ["用水计划", "申请书"]


POINTS = {
    "points": "1", "point-r2": "on", "point-text-r2": "取水口位置与图一致", "point-basis-r2": "《水法》第四十八条",
    "point-place-r2": "2", "new-point-1": "水量与用途相称", "new-point-1-basis": "《水法》第七条",
    "new-point-1-place": "1",
}  # fmt: skip


def pointed(city: City) -> None:
    """Let the present version name two points of review."""
    first = {"key": "r1", "text": "材料属实", "basis": "《水法》第七条"}
    second = {"key": "r2", "text": "位置与图一致", "basis": "《水法》第四十八条", "quote": "直接从江河"}
    city.promised.review_rules = {"review": [first, second], "regime": {"quota": 3}}
    city.promised.save()


def test_points_of_review_are_changed_added_taken_away_and_put_in_order(
    told: City, enter: Callable[[str], Client]
) -> None:
    pointed(told)
    shown = post(enter("manager"), "check", **POINTS).content.decode()
    assert "不再核对的要点" in shown
    assert 'value="水量与用途相称"' in shown
    assert post(enter("manager"), "publish", **POINTS).status_code == 302
    rules = ItemVersion.objects.filter(item=told.promised.item).latest("number").review_rules
    assert rules["regime"] == {"quota": 3}
    assert [(row["key"], row["text"], row.get("quote", "")) for row in rules["review"]] == [
        ("new1", "水量与用途相称", ""), ("r2", "取水口位置与图一致", "直接从江河"),
    ]  # fmt: skip
    assert "水量与用途相称" in text(enter("supervisor"), f"{CODE}compare/?from=1&to=2")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"point-text-r2": "\u200b"}, "第 2 条审查要点没有写内容"),
        ({"new-point-1": "取水口位置与图一致"}, "写了两遍"),
        ({"new-point-1": "长" * 301}, "300 字以内"),
        ({"point-r2": None, "new-point-1": ""}, "缺少“审查标准”"),
    ],
)
def test_faulty_points_are_not_published(
    told: City, enter: Callable[[str], Client], changes: dict[str, Any], said: str
) -> None:
    pointed(told)
    answer = post(enter("manager"), "publish", **POINTS | changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_point_under_another_basis_loses_its_quotation(told: City, enter: Callable[[str], Client]) -> None:
    pointed(told)
    assert post(enter("manager"), "publish", **POINTS | {"point-basis-r2": "《水法》第七条"}).status_code == 302
    rows = ItemVersion.objects.filter(item=told.promised.item).latest("number").review_rules["review"]
    assert [row for row in rows if row["key"] == "r2"] == [
        {"key": "r2", "text": "取水口位置与图一致", "basis": "《水法》第七条"}
    ]


def test_a_day_gone_by_is_refused(told: City, enter: Callable[[str], Client]) -> None:
    answer = post(enter("manager"), "publish", effective_on="2026-03-01")
    assert answer.status_code == 422
    assert "新版本最早从" in answer.content.decode()


def test_the_same_key_publishes_once(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("manager")
    post(client, "publish")
    post(client, "publish")
    assert ItemVersion.objects.filter(item=told.promised.item).count() == 2


def test_shortened_items_are_counted_and_saved(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("auditor")
    assert "压减时限的事项" in text(client, "/centre/items/limits/")
    assert (
        "取水许可审批,20 个工作日,10 个工作日,50%,是,"
        in client.get("/centre/items/limits/?format=csv").content.decode()
    )


def test_the_list_asks_the_same_for_more_items(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("manager")
    counts = []
    for number in (2, 3):
        ItemVersion.objects.create(item=told.instant.item, number=number, effective_on=date(2026, 1, 1), kind="instant")
        text(client, "/centre/items/")
        with CaptureQueriesContext(connection) as seen:
            text(client, "/centre/items/")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_an_item_of_another_region_is_not_found(told: City, enter: Callable[[str], Client]) -> None:
    assert enter("manager").get("/centre/items/nowhere/").status_code == 404


def test_who_only_watches_may_not_draft(told: City, enter: Callable[[str], Client]) -> None:
    assert enter("supervisor").get(f"{CODE}draft/").status_code == 403


def test_the_rules_of_review_are_typed_and_shown(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("manager")
    assert 'name="rule-cautions"' in text(client, f"{CODE}draft/")
    rules = {"rule-cautions": "只看清单列明的材料", "rule-consequences": "依法追究责任", "rule-situations": ""}
    assert post(client, "publish", **rules).status_code == 302
    page = text(client, f"{CODE}?v=2")
    assert "只看清单列明的材料" in page
    assert "依法追究责任" in page
    assert ItemVersion.objects.get(item=told.promised.item, number=2).review_rules["told"].keys() == {
        "cautions", "consequences"
    }  # fmt: skip


def test_ninety_nine_visits_are_a_slip_of_the_pen(told: City, enter: Callable[[str], Client]) -> None:
    answer = post(enter("manager"), "publish", visits="99")
    assert answer.status_code == 422
    assert "跑动次数 99 次不合情理" in answer.content.decode()


def test_a_mark_instead_of_a_certificate_is_typed_with_its_test(told: City, enter: Callable[[str], Client]) -> None:
    client = enter("manager")
    assert 'name="result-form"' in text(client, f"{CODE}draft/")
    typed = {"result-form": "mark", "test-inspection": "on", "assigned": "on"}
    assert post(client, "publish", **typed).status_code == 302
    second = ItemVersion.objects.get(item=told.promised.item, number=2)
    assert second.certificate["form"] == "mark"
    assert second.review_rules["regime"] == {"inspections": ["inspection"], "assigned": True}


def test_a_mark_without_a_test_is_not_published(told: City, enter: Callable[[str], Client]) -> None:
    answer = post(enter("manager"), "publish", **{"result-form": "mark"})
    assert answer.status_code == 422
    assert "要先检验、检测或者检疫" in answer.content.decode()


def test_a_form_of_before_leaves_the_result_as_it_was(told: City, enter: Callable[[str], Client]) -> None:
    told.promised.review_rules["regime"] = {"safety": True, "inspections": ["testing"], "assigned": True}
    told.promised.save()
    assert post(enter("manager"), "publish").status_code == 302
    regime = ItemVersion.objects.get(item=told.promised.item, number=2).review_rules["regime"]
    assert regime == {"safety": True, "inspections": ["testing"], "assigned": True}
