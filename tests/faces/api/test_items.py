"""The catalogue: pages by cursor, search, changes since a day, the guide with its form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City
from yichuang.records.catalogue.models import Item, ItemVersion


@pytest.fixture
def many(centre: City) -> City:
    for number in range(7):
        item = Item.objects.create(
            centre=centre.centre, department=centre.department, code=f"X{number}", name=f"事项{number}",
            power_kind="01", level=3, status="open" if number % 2 else "listed",
        )  # fmt: skip
        ItemVersion.objects.create(item=item, number=1, effective_on=date(2026, 1 + number, 1), kind="promised")
    return centre


def codes(answer: Any) -> list[str]:
    return [item["code"] for item in answer.json()["items"]]


def test_pages_by_cursor(many: City, call: Any) -> None:
    found, cursor, pages = [], "", 0
    while cursor is not None:
        answer = call.get(f"/items?limit=4&cursor={cursor}")
        found += codes(answer)
        cursor, pages = answer.json()["next_cursor"], pages + 1
    assert found == sorted(found) == [*["TESTinstant", "TESTpromised"], *(f"X{number}" for number in range(7))]
    assert pages == 3


def test_filters(many: City, call: Any) -> None:
    assert codes(call.get("/items?updated_since=2026-05-01")) == ["X4", "X5", "X6"]
    assert codes(call.get("/items?open=false")) == ["X0", "X2", "X4", "X6"]


def test_nobody_needs_a_token(centre: City, caller: Any) -> None:
    answer = caller("").get("/items")
    assert answer.status_code == 200
    assert answer.json()["items"][1]["promised"] == {"number": 8, "unit": "working_day", "words": "8 个工作日"}


def test_the_guide_carries_form_and_materials(centre: City, call: Any) -> None:
    guide = call.get("/items/TESTpromised").json()
    assert guide["form_schema"]["required"] == ["purpose", "amount"]
    only = {"properties": {"purpose": {"enum": ["生产用水"]}}, "required": ["purpose"]}
    assert guide["form_schema"]["allOf"] == [{"if": only, "then": {"required": ["company"]}}]
    assert [material["key"] for material in guide["materials"]] == ["form", "map"]
    assert [stage["kind"] for stage in guide["stages"]][:2] == ["acceptance", "review"]


def test_it_can_be_asked_whether_it_changed(centre: City, call: Any) -> None:
    first = call.get("/items/TESTpromised")
    again = call.get("/items/TESTpromised", If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/items/NIX", 404, "item_unknown"),
        ("/items/%00", 404, "unknown_address"),
        ("/items?limit=0", 422, "invalid"),
        ("/items?limit=x", 422, "invalid"),
        ("/items?cursor=AAAA", 422, "invalid"),
        ("/items?cursor=%F0%9F", 422, "invalid"),
        ("/items?updated_since=yesterday", 422, "invalid"),
        ("/items?q=" + "x" * 100, 422, "invalid"),
        ("/nowhere", 404, "unknown_address"),
        ("/items/a/b/c", 404, "unknown_address"),
    ],
)
def test_problems(centre: City, call: Any, path: str, status: int, code: str) -> None:
    answer = call.get(path)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["status"]) == (status, code, status)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["detail"].endswith("。")
