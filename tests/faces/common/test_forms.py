"""Forms from JSON Schema: shown, bound, checked on the server."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yichuang.faces.common.forms.from_fields import from_fields
from yichuang.faces.common.forms.schema_form import (
    FormError,
    answers,
    bind,
    check_values,
    complete,
    form_spec,
)

TODAY = date(2026, 11, 25)
FIELDS = [
    {"key": "who", "title": "申请人类型", "type": "enum", "enum": ["自然人", "企业"], "required": True},
    {
        "key": "uscc",
        "title": "统一社会信用代码",
        "type": "string",
        "required": True,
        "check": "统一社会信用代码校验（GB 32100）",
        "show_if": {"who": ["企业"]},
    },
    {
        "key": "person_id",
        "title": "公民身份号码",
        "type": "string",
        "required": True,
        "check": "id",
        "show_if": {"who": ["自然人"]},
    },
    {"key": "phone", "title": "手机", "type": "string", "required": True, "check": "中国大陆手机号"},
    {
        "key": "volume",
        "title": "年取水量",
        "type": "number",
        "required": True,
        "unit": "万立方米",
        "minimum": 0.1,
        "section": "plan",
    },
    {"key": "start", "title": "计划开始取水", "type": "date", "required": True, "section": "plan"},
    {"key": "near", "title": "是否影响他人", "type": "boolean", "required": True, "section": "plan"},
    {"key": "months", "title": "各月用水量", "type": "table", "section": "plan", "situations": ["new"]},
]
SECTIONS = [{"key": "main", "title": "申请人信息"}, {"key": "plan", "title": "取水方案"}]
GOOD = {
    "who": "企业",
    "uscc": "91350100M000100Y43",
    "phone": "１３８００００２２０７",
    "volume": "3.6",
    "start": "2027-3-1",
    "near": "no",
    "months": "1月 0.3\n2月 0.2",
}


def spec(situation: str = "new") -> Any:
    return form_spec(*from_fields(FIELDS, SECTIONS), situation=situation)


def bound(**changes: Any) -> Any:
    post = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return bind(spec(), post, today=TODAY)


def said(**changes: Any) -> list[str]:
    return [e.sentence for e in bound(**changes).errors]


def test_it_works() -> None:
    it = bound()
    assert it.ok
    assert it.values["volume"] == 3.6
    assert it.values["start"] == "2027-03-01"
    assert it.values["near"] is False
    assert it.values["months"] == ["1月 0.3", "2月 0.2"]
    assert it.values["phone"] == "13800002207"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"volume": "三万多"}, "年取水量：请填数字，单位是万立方米"),
        ({"volume": "0.01"}, "年取水量：不能小于 0.1 万立方米"),
        ({"volume": "1e999999999"}, "年取水量：请填数字，单位是万立方米"),
        ({"volume": "NaN"}, "年取水量：请填数字，单位是万立方米"),
        ({"volume": None}, "年取水量：请填数字，单位是万立方米"),
        ({"start": "2027-02-30"}, "计划开始取水：请填日期，例如 2027-03-01"),
        ({"near": None}, "是否影响他人：请选“是”或“否”"),
        ({"who": "外星人"}, "申请人类型：请选一项"),
        ({"phone": "12345"}, "手机：请填 11 位手机号码，例如 13800002207"),
        ({"who": "自然人"}, "公民身份号码：请填写"),
    ],
)
def test_what_is_wrong_is_said(changes: dict[str, Any], sentence: str) -> None:
    assert sentence in said(**changes)


def test_a_wrong_check_digit_is_said() -> None:
    assert "校验码" in said(uscc="91350100M000100Y44")[0]


def test_a_hidden_question_is_neither_required_nor_kept() -> None:
    it = bound(person_id="350302199001011234")
    assert it.ok
    assert "person_id" not in it.values


def test_a_question_of_another_situation_is_not_asked() -> None:
    it = bind(spec("change"), GOOD, today=TODAY)
    assert "months" not in it.values


def test_one_section_keeps_the_others() -> None:
    first = bind(spec(), GOOD, today=TODAY, section="main")
    second = bind(spec(), GOOD, today=TODAY, section="plan", given=first.values)
    assert first.ok
    assert set(first.values) == {"who", "uscc", "phone"}
    assert second.values["uscc"] == GOOD["uscc"]


def test_data_are_shown_again() -> None:
    field = next(f for f in bound(volume="三万多").fields if f.spec.name == "volume")
    assert (field.value, field.error) == ("三万多", "请填数字，单位是万立方米")


def test_sections_know_whether_they_are_complete() -> None:
    values = bind(spec(), GOOD, today=TODAY, section="main").values
    assert complete(spec(), values, today=TODAY) == {"main": True, "plan": False}


def test_answers_in_words() -> None:
    rows = {row.title: row.text for _, section in answers(spec(), bound().values) for row in section}
    assert rows["年取水量"] == "3.6 万立方米"
    assert rows["是否影响他人"] == "否"
    assert "公民身份号码" not in rows


def test_typed_values_are_checked_as_well() -> None:
    wrong = check_values(spec(), dict(bound().values, volume="3.6", extra=1), today=TODAY)
    assert [e.field for e in wrong] == ["volume"]


def test_a_rule_across_fields_is_kept() -> None:
    schema, ui = from_fields(FIELDS, SECTIONS)
    rule = {"if": {"properties": {"near": {"const": True}}}, "then": {"required": ["months"]}}
    errors = bind(form_spec(schema | rule, ui), dict(GOOD, near="yes", months=""), today=TODAY).errors
    assert [e.sentence for e in errors] == ["各月用水量：请至少填一行"]


def test_unknown_names_and_bidi_characters_are_dropped() -> None:
    it = bind(spec(), dict(GOOD, admin="1", months="甲\u202e乙"), today=TODAY)
    assert "admin" not in it.values
    assert it.values["months"] == ["甲乙"]


def test_a_circle_of_conditions_is_refused() -> None:
    ui = {"fields": {"a": {"show_if": {"field": "a", "equals": [1]}}}}
    with pytest.raises(FormError):
        form_spec({"properties": {"a": {"type": "string"}}}, ui).asked({})


def test_the_order_survives_a_database_that_sorts() -> None:
    schema, ui = from_fields(FIELDS, SECTIONS)
    stored = schema | {"properties": dict(sorted(schema["properties"].items()))}
    assert [f.name for f in form_spec(stored, ui).fields] == list(schema["properties"])


@pytest.mark.parametrize("year", ["0202", "1899", "2101", "9999"])
def test_a_year_far_off_is_said(year: str) -> None:
    assert said(start=f"{year}-03-01") == ["计划开始取水：年份要在 1900 到 2100 之间，请核对"]


def one(field: dict[str, Any], typed: str) -> list[str]:
    form = form_spec(*from_fields([{"key": "it", "title": "它", **field}]))
    return [e.words for e in bind(form, {"it": typed}, today=TODAY).errors]


def test_not_before_the_day_of_application() -> None:
    field = {"type": "date", "check": "不早于申请日"}
    assert one(field, "2026-11-25") == []
    assert one(field, "2026-11-24") == ["不能早于今天，请改填今天或以后的日期"]


def test_a_table_of_numbers_takes_numbers() -> None:
    field = {"type": "table", "unit": "万立方米"}
    assert one(field, "1 月 2\n2月：0.3\n4.5") == []
    assert one(field, "1 月 2\n随便") == ["第 2 行没有写数字，每行写一个数字，例如“1 月 2.5”"]


@pytest.mark.parametrize(
    ("help_", "check", "shown"),
    [
        ("12个月逐月填写，合计自动核对", "", "12个月逐月填写"),
        ("不用手填", "由身份证号自动带出；已满60周岁", "已满60周岁"),
        ("", "按出生日期自动选", ""),
        ("计划日期", "不早于申请日", "计划日期；不早于申请日"),
    ],
)
def test_no_automatic_check_is_promised(help_: str, check: str, shown: str) -> None:
    field = {"key": "it", "title": "它", "type": "date", "help": help_, "check": check}
    assert from_fields([field])[1]["fields"]["it"]["help"] == shown


def test_the_limit_of_a_name_is_told_the_same_however_long_it_is() -> None:
    form = form_spec({"properties": {"name": {"type": "string", "title": "姓名", "maxLength": 50}}})
    told = {e.words for n in (51, 6000) for e in check_values(form, {"name": "名" * n}, today=TODAY)}
    assert told == {"最多 50 个字，请缩短"}
