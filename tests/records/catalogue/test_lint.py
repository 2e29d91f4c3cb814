"""Lint of item versions: one planted fault for each finding."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from yichuang.law.book import book
from yichuang.records.catalogue.lint import Finding, Level, lint

CITED = "《中华人民共和国水法》第七条"
POINT = {"key": "r1", "text": "属实", "basis": CITED}
FOUR = [{"kind": kind, "days": 1} for kind in ("acceptance", "review", "verification", "decision")]


@dataclass
class Version:
    """A version that has nothing wrong."""

    kind: str = "promised"
    statutory_number: int | None = 20
    statutory_unit: str = "working_day"
    statutory_basis: str = CITED
    promised_number: int | None = 10
    promised_unit: str = "working_day"
    stages: list[dict[str, Any]] = field(
        default_factory=lambda: [
            {"kind": "acceptance", "days": 1},
            {"kind": "review", "days": 6},
            {"kind": "decision", "days": 3},
        ]
    )
    special_procedures: list[dict[str, Any]] = field(default_factory=list)
    materials: list[dict[str, Any]] = field(
        default_factory=lambda: [{"name": "申请书", "legal_basis": {"basis": CITED}}]
    )
    situations: list[dict[str, Any]] = field(default_factory=list)
    review_rules: dict[str, Any] = field(
        default_factory=lambda: {"review": [{"key": "r1", "text": "属实", "basis": CITED}]}
    )
    certificate: dict[str, Any] = field(default_factory=lambda: {"name": "证", "number_sample": "1"})
    form_schema: dict[str, Any] = field(default_factory=lambda: {"properties": {"name": {}}})
    guide: dict[str, Any] = field(
        default_factory=lambda: {
            "setting_basis": [{"basis": CITED}],
            "fee": {"text": "不收费", "basis": CITED},
            "handling_forms": ["窗口"],
            "service": {"across": "市", "appointment": "否", "online_payment": "否", "post": "是"},
            "contact": {"place": "厅", "hours": "九点", "consult_phone": "1", "supervise_phone": "2"},
            "conditions": [{"text": "有水"}],
            "quantity_limit": "无",
        }
    )


def check(**changes: Any) -> list[Finding]:
    return lint(Version(**changes), book().norms("cn.990100", date(2026, 11, 22)))


def test_it_works() -> None:
    assert check() == []


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("element_missing", {"certificate": {"name": "证"}}),
        ("limit_without_basis", {"statutory_basis": ""}),
        ("material_without_basis", {"materials": [{"name": "申请书"}]}),
        ("catch_all", {"materials": [{"name": "其他有关材料", "legal_basis": {"basis": CITED}}]}),
        ("no_limit", {"statutory_number": None, "promised_number": None}),
        ("promise_longer", {"promised_number": 21}),
        ("promise_above_share", {"promised_number": 13}),
        ("stages_exceed_promise", {"promised_number": 9}),
        ("too_many_stages", {"stages": FOUR}),
        ("mark_without_test", {"certificate": {**Version().certificate, "form": "mark"}}),
        ("assigned_without_test", {"review_rules": {"review": [POINT], "regime": {"assigned": True}}}),
        ("visits_absurd", {"guide": {**Version().guide, "visits": 99}}),
        ("no_acceptance", {"stages": FOUR[1:]}),
        ("no_decision", {"stages": FOUR[:3]}),
        ("promise_of_nothing", {"promised_number": 0, "stages": [{**one, "days": 0} for one in FOUR[1:]]}),
        (
            "procedure_without_time",
            {"special_procedures": [{"name": "听证", "kind": "hearing", "days": None}]},
        ),
    ],
)
def test_errors(code: str, changes: dict[str, Any]) -> None:
    found = check(**changes)
    assert code in {finding.code for finding in found if finding.level is Level.ERROR}


@pytest.mark.parametrize("name", ["其他材料", "有关证明文件", "其它", "法律规定的其他资料", "相关材料"])
def test_catch_all_words(name: str) -> None:
    found = check(materials=[{"name": name, "legal_basis": {"basis": CITED}}])
    assert [finding.code for finding in found] == ["catch_all"]


def test_other_people_are_no_catch_all() -> None:
    name = "特种作业人员证书和其他从业人员培训合格证明"
    assert check(materials=[{"name": name, "legal_basis": {"basis": CITED}}]) == []


def test_a_basis_without_article_is_a_warning() -> None:
    found = check(materials=[{"name": "申请书", "legal_basis": {"basis": "地方规定"}}])
    assert [(f.level, f.code) for f in found] == [(Level.WARNING, "basis_unspecific")]


def test_a_complex_item_may_have_a_fourth_stage() -> None:
    guide = Version().guide | {"complex": "复杂事项"}
    found = check(stages=FOUR, guide=guide)
    assert [f.level for f in found] == [Level.WARNING]


def test_every_finding_names_an_article() -> None:
    found = check(materials=[{"name": "其他"}], promised_number=None, statutory_number=None, guide={})
    assert all(book().cite(finding.basis) for finding in found)


def test_running_days_compare_with_working_days() -> None:
    codes = [f.code for f in check(statutory_number=7, statutory_unit="calendar_day", promised_number=4)]
    assert "promise_above_share" in codes


UPWARD = [
    {"kind": "lower_review", "days": 2, "at": "990101/water"},
    {"kind": "forwarding", "days": 1},
    {"kind": "review", "days": 5, "at": "990100/water"},
]


def test_an_upward_item_needs_a_way() -> None:
    assert check(kind="upward", stages=UPWARD) == []
    assert [f.code for f in check(kind="upward", stages=UPWARD[1:])] == ["way_without_lower"]


def test_a_way_of_handling_that_nobody_knows() -> None:
    @dataclass
    class Handled(Version):
        handling_modes: tuple[str, ...] = ("online", "by_night")

    found = lint(Handled(), book().norms("cn.990100", date(2026, 11, 22)))
    assert [(f.code, f.basis) for f in found] == [("handling_mode_unknown", "JN-43")]


def test_what_is_only_looked_at_should_be_done_at_once() -> None:
    steps = [{"kind": "acceptance", "days": 1}, {"kind": "decision", "days": 3}]
    assert [one.code for one in check(stages=steps)] == ["should_be_instant"]
    hearing = [{"kind": "hearing", "name": "听证", "days": 20}]
    assert check(stages=steps, special_procedures=hearing) == []
    assert check(stages=steps, kind="instant", promised_number=4) == []


def test_where_a_place_asks_for_common_mistakes_they_are_told() -> None:
    """S4-二(三) 示范文本及常见错误示例."""
    liaoyuan = book().norms("cn.220400", date(2026, 11, 22))
    (found,) = [one for one in lint(Version(), liaoyuan) if one.code == "element_missing"]
    assert (found.level, found.words, found.basis) == (Level.ERROR, "缺少“常见错误示例”", "S4-二(三)")
    slot = {"name": "申请书", "legal_basis": {"basis": CITED}, "common_mistakes": ["没有签字"]}
    assert not [one for one in lint(Version(materials=[slot]), liaoyuan) if one.code == "element_missing"]


RULES = {"conclusion": "同意、不同意", "cautions": "只看清单列明的材料", "consequences": "依法追究责任"}


@pytest.mark.parametrize(("told", "missing"), [
    (RULES, []),
    (RULES | {"cautions": " "}, ["审查工作细则缺少“注意事项”"]),
    (RULES | {"consequences": ""}, ["审查工作细则缺少“不当审查行为的后果”"]),
    ({}, ["审查工作细则缺少“审查意见（结论）”", "审查工作细则缺少“注意事项”", "审查工作细则缺少“不当审查行为的后果”"]),
])  # fmt: skip
def test_putian_wants_ten_elements_of_the_rules_of_review(told: dict[str, str], missing: list[str]) -> None:
    names = {"acceptance": "受理", "review": "审查", "decision": "决定"}
    stages = [{**one, "name": names[one["kind"]], "post": "审查人", "duties": ["核对"]} for one in Version().stages]
    rules = {"review": [{"text": "属实", "basis": CITED}], "told": told}
    version = Version(stages=stages, situations=[{"name": "新办"}], review_rules=rules)
    found = lint(version, book().norms("cn.350300", date(2026, 11, 22)))
    assert [one.words for one in found if one.code == "review_rule_missing"] == missing
    assert not any(one.code == "review_rule_missing" for one in lint(version, book().norms("cn", date(2026, 11, 22))))


@pytest.mark.parametrize(("profile", "point", "codes"), [
    ("cn", {"text": "属实"}, []),
    ("cn.350300", {"text": "属实"}, ["point_without_basis"]),
    ("cn", {"text": " ", "basis": CITED}, ["point_empty"]),
    ("cn", {"text": "齐全", "basis": CITED}, ["point_twice"]),
])  # fmt: skip
def test_points_of_review(profile: str, point: dict[str, str], codes: list[str]) -> None:
    version = Version(review_rules={"review": [{"text": "齐全", "basis": CITED}, point]})
    found = lint(version, book().norms(profile, date(2026, 11, 22)))
    assert [one.code for one in found if one.code.startswith("point_")] == codes


@pytest.mark.parametrize(("kinds", "faulty"), [(("instant", "promised"), False), (("instant", "upward"), True)])
def test_an_item_is_of_a_kind_that_the_place_knows(kinds: tuple[str, ...], faulty: bool) -> None:
    norms = book().norms("cn.620800", date(2026, 11, 22))
    told = replace(norms.norm("case_kinds"), value=kinds)
    changed = replace(norms, by_name={**norms.by_name, "case_kinds": told})
    assert any(one.code == "kind_unknown_here" for one in lint(Version(), changed)) is faulty
    assert not any(one.code == "kind_unknown_here" for one in lint(Version(), norms))
