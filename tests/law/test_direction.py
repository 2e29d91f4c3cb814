"""A lower norm that loosens a limit, or changes who or what without saying so, does not load."""

import pytest

from yichuang.law.book import SHIPPED, LawBook
from yichuang.law.shapes import LawError

HEAD = "profile: cn.350302\nname: 某区\nchecked_on: 2026-11-22\nnorms:\n  "


def load(tmp_path, entry, national=""):
    for folder, text in (("local", HEAD + entry), ("national", national or "{}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text(text, encoding="utf-8")
    return LawBook((SHIPPED, tmp_path))


@pytest.mark.parametrize(
    "entry",
    [
        "decision_limit: {basis: S1-二1, values: {2020-01-01: 19}}",
        "decision_limit: {basis: S1-二1, unit: calendar_day, values: {2020-01-01: 28}}",
        "hearing_notice_limit: {basis: S1-二1, values: {2020-01-01: 8}}",
        "decision_limit: {basis: QSTL-19.1, values: {2020-01-01: 45}}",
        "decision_limit: {basis: S1-二1, values: {2020-01-01: 25}, departs_from: XKF-42.1, reason: 试点}",
        "warn_share: {basis: S1-二1, values: {2020-01-01: 1/2}}",
        "decision_signer: {basis: S1-二1, values: {2020-01-01: main_head}}",
    ],
)
def test_it_loads(tmp_path, entry):
    assert "cn.350302" in load(tmp_path, entry).profiles()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            "decision_limit: {basis: S1-二1, values: {2020-01-01: 21}}",
            "平凉市.*21.*第四十二条第一款（20）相抵触",
        ),
        ("decision_limit: {basis: S1-二1, unit: calendar_day, values: {2020-01-01: 29}}", "相抵触"),
        (
            "hearing_notice_limit: {basis: S1-二1, values: {2020-01-01: 6}}",
            "第四十八条第一款第\\(一\\)项（7）相抵触",
        ),
        ("extension_count: {basis: S1-二1, values: {2020-01-01: 2}}", "相抵触"),
        ("stages_max: {basis: S1-二1, values: {2020-01-01: 4}}", "莆田市.*相抵触"),
        ("extension_approver: {basis: S1-二1, values: {2020-01-01: deputy_head}}", "不同；确有依据的"),
        ("extension_reason_told: {basis: S1-二1, values: {2020-01-01: false}}", "不同；确有依据的"),
        ("pause_kinds: {basis: S1-二1, values: {2020-01-01: [hearing]}}", "不同；确有依据的"),
        ("decision_limit: {basis: ABC-1, values: {2020-01-01: 5}}", "依据“ABC-1”无法识别"),
        (
            "decision_limit: {basis: S1-二1, unit: count, values: {2020-01-01: 5}}",
            "单位 count 与 working_day 不能互换",
        ),
        ("decison_limit: {basis: S1-二1, values: {2020-01-01: 5}}", "没有这个参数"),
        ("decision_limit: {values: {2020-01-01: 5}}", "缺依据"),
        ("decision_limit: {basis: S1-二1, values: {2020-01-01: 5}, days: 5}", "不认识的栏目 days"),
        ("decision_limit: {basis: S1-二1, values: {2020-01-01: five}}", "“five”不是单位 working_day 的值"),
        ("decision_limit: {basis: S1-二1, values: {2020-01-01: -5}}", "“-5”不是单位"),
        ("promise_share_max: {basis: S1-二1, values: {2020-01-01: 3/2}}", "“3/2”不是单位 ratio 的值"),
        ("separate_signatures: {basis: S1-二1, values: {2020-01-01: 1}}", "“1”不是单位 flag 的值"),
        ("decision_start: {basis: S1-二1, values: {2020-01-01: later}}", "选项 later 不在"),
        ("pause_kinds: {basis: S1-二1, values: {2020-01-01: [hearing, hearing]}}", "不是单位 choices 的值"),
        ("decision_limit: {basis: S1-二1, values: {2021-01-01: 5, 2020-01-01: 4}}", "由早到晚"),
        ("decision_limit: {basis: S1-二1, values: {二〇二〇年: 5}}", "不是日期"),
    ],
)
def test_it_does_not_load(tmp_path, entry, sentence):
    with pytest.raises(LawError, match=sentence):
        load(tmp_path, entry)


CHANGED = """
decision_limit:
  {term: 法定办结时限, meaning: 时限, unit: working_day, basis: XKF-42.1, direction: upper,
   checked_on: 2026-11-22, values: {2004-07-01: 20, 2024-01-01: 15}}
"""


def test_a_later_national_change_is_held_against_an_older_local_norm(tmp_path):
    with pytest.raises(LawError, match=r"（18）与.*（15）相抵触"):
        load(tmp_path, "decision_limit: {basis: S1-二1, values: {2020-01-01: 18}}", CHANGED)


def test_a_unit_outside_the_list_is_refused(tmp_path):
    with pytest.raises(LawError, match="单位“week”不在单位表中"):
        load(tmp_path, "decision_limit: {basis: S1-二1, values: {2020-01-01: 5}}",
             "pace: {term: 步, meaning: 步, unit: week}")  # fmt: skip


def test_a_parameter_without_a_term_is_refused(tmp_path):
    with pytest.raises(LawError, match="缺 term"):
        load(
            tmp_path,
            "decision_limit: {basis: S1-二1, values: {2020-01-01: 5}}",
            "pace: {meaning: 步, unit: count}",
        )
