import json

import pytest

from yichuang.faces.terminal.law import main


def run(capsys, *argv):
    code = main(list(argv))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_it_works(capsys):
    code, out, _ = run(capsys, "show", "decision_limit", "--at", "2026-03-02", "--profile", "cn.350300")
    assert code == 0
    for words in (
        "法定办结时限",
        "20个工作日",
        "第四十二条第一款",
        "莆田市",
        "全国",
        "二十日内作出",
        "2004-07-01",
    ):
        assert words in out


def test_a_departure_is_shown_with_its_reason(capsys):
    _, out, _ = run(capsys, "show", "extension_approver", "--at", "2026-03-02", "--profile", "cn.990000.land")
    assert "变通      与《中华人民共和国行政许可法》第四十二条第一款不同：" in out
    assert "现行值    分管负责人" in out


def test_a_parameter_is_found_by_its_chinese_term(capsys):
    assert run(capsys, "show", "承诺时限压缩比例上限", "--profile", "cn.350300")[1].count("50%")


def test_json(capsys):
    _, out, _ = run(capsys, "show", "decision_limit", "--at", "2026-03-02", "--profile", "cn.500000", "--json")
    shown = json.loads(out)
    assert (shown["value"], shown["unit"], shown["whose"]) == (15, "working_day", "cn.500000")
    assert [past["value"] for past in shown["history"]] == [20, 15]


def test_list(capsys):
    code, out, _ = run(capsys, "list", "--at", "2026-03-02")
    assert code == 0
    assert "decision_limit  法定办结时限：20个工作日" in out


def test_list_as_json(capsys):
    rows = json.loads(run(capsys, "list", "--at", "2026-03-02", "--profile", "cn.350300", "--json")[1])
    assert {row["parameter"] for row in rows} > {"decision_limit", "promise_share_max"}


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["show", "decison_limit"], "没有参数“decison_limit”。是否要找 decision_limit（法定办结时限）"),
        (["show", "decision_limit", "--profile", "cn.35030"], "是否要找 cn.350300（莆田市）"),
        (["list", "--profile", "莆田"], "没有适用范围“莆田”。可用的有 cn、"),
        (["show", "decision_limit", "--at", "2026-13-02"], "“2026-13-02”不是日期，应写作 2026-03-02。"),
    ],
)
def test_a_wrong_name_is_said_with_the_nearest(capsys, argv, sentence):
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert sentence in err


def test_nothing_in_force_on_that_day(capsys):
    code, out, _ = run(capsys, "show", "decision_limit", "--at", "2004-06-30")
    assert code == 1
    assert "这一天没有有效的规定" in out


def test_what_only_others_have_is_said(capsys):
    _, out, _ = run(capsys, "show", "forwarding_limit", "--at", "2026-03-02")
    assert "别处有规定：cn.350300（莆田市）" in out


def test_a_norm_without_text_at_hand_says_so(capsys):
    _, out, _ = run(capsys, "show", "remedy_review_limit", "--at", "2020-01-01")
    assert "（原文未见，待核）" in out
