"""`./yc clock`: one question, a batch, and one sentence for everything that can't be answered."""

import io
import json
from typing import Any

import pytest

from yichuang.faces.terminal import clock
from yichuang.faces.terminal.main import main

CHONGQING = "--profile cn.500000 --item-limit 20 --received 2026-03-02 --accepted 2026-03-02"
STOPPED = f"{CHONGQING} --pause 2026-03-11..2026-03-17:检测 --extend 5"
ACCEPTED = "--accepted 2026-03-02 --today 2026-03-12"


def ask(words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["clock", *words.split(), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(words: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["clock", *words.split()]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    return shown.err


def test_it_works(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(f"{STOPPED} --today 2026-03-12", capsys)
    assert (found["due_on"], found["promised_due_on"], found["answer_by"]) == ("2026-04-07", None, "2026-03-09")
    assert (found["provisional"], found["light"], found["limit_days"]) == (False, "pause", 15)
    assert [day["on"] for day in found["days"] if day["counts"]][-1] == found["due_on"]
    assert {day["why"] for day in found["days"] if not day["counts"]} == {"周末", "检测不计入期限", "清明节放假"}
    assert all(day["basis"].startswith("《") for day in found["days"])


def test_the_text_says_the_same_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", *STOPPED.split(), "--today", "2026-03-18"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "适用：重庆市（cn.500000），15 个工作日，《重庆市" in lines[0]
    assert "法定到期日：2026-04-07 周二" in lines
    assert "灯：● 正常，剩 13 日（2026-03-18 周三）" in lines
    assert any("2026-03-11 周三  不计  检测不计入期限" in line for line in lines)


def test_silence_accepts(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask("--received 2026-03-02 --today 2026-03-10", capsys)
    assert (found["accepted_on"], found["deemed"], found["due_on"]) == ("2026-03-02", True, "2026-03-30")


def test_before_acceptance_the_answer_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask("--received 2026-03-02 --today 2026-03-03", capsys)
    assert (found["due_on"], found["days"], found["answer_by"]) == (None, [], "2026-03-09")
    assert found["answer_days"][-1]["on"] == "2026-03-09"


def test_correction_and_promise_and_joint(capsys: pytest.CaptureFixture[str]) -> None:
    land = "--profile cn.990000.land --received 2026-03-02 --corrected-notice 2026-03-02 --supplemented 2026-03-11"
    assert ask(f"{land} --accepted 2026-03-11", capsys)["due_on"] == "2026-04-09"
    assert ask(f"{ACCEPTED} --promised-limit 5", capsys)["promised_due_on"] == "2026-03-09"
    assert ask(f"{ACCEPTED} --joint --extend 15", capsys)["due_on"] == "2026-05-28"


def test_beyond_the_notices_the_date_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask("--accepted 2026-12-04 --today 2026-12-04", capsys)
    assert (found["due_on"], found["provisional"]) == ("2027-01-04", True)
    main(["clock", "--accepted", "2026-12-04"])
    assert "（暂定）" in capsys.readouterr().out


def test_an_open_pause_has_no_due_date_yet(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(f"{ACCEPTED} --pause 2026-03-11..:检测", capsys)
    assert (found["due_on"], found["light"], found["remaining"]) == (None, "pause", 14)


@pytest.mark.parametrize(("words", "said"), [
    ("", "--received"),
    ("--received 2026-3-2", "不是日期"),
    ("--received 2026-02-30", "不是日期"),
    ("--accepted 2026-03-02 --item-limit x", "不是天数"),
    ("--accepted 2026-03-02 --item-limit 0", "不是天数"),
    ("--accepted 2026-03-02 --item-limit", "缺少取值"),
    ("--accepted 2026-03-02 --nonsense", "没有“--nonsense”这个选项"),
    ("--accepted 2026-03-02 --profile cn.5", "是不是"),
    ("--accepted 2026-03-02 --profile ???", "可用的有"),
    ("--accepted 2026-03-02 --pause 2026-03-11", "不是中止期间"),
    ("--accepted 2026-03-02 --pause 2026-03-11..2026-03-12:喝茶", "不是特殊环节"),
    ("--accepted 2026-03-02 --pause 2026-03-11..2026-03-12:公示", "第四十五条"),
    ("--accepted 2026-03-02 --extend 11", "第四十二条第一款"),
    ("--accepted 2026-03-02 --promised-limit 21", "第四十二条第一款"),
    ("--received 2026-03-03 --accepted 2026-03-02", "第三十二条"),
    ("--received 2026-03-03 --corrected-notice 2026-03-02", "第三十二条"),
    ("--received 2026-03-03 --supplemented 2026-03-05", "--corrected-notice"),
    ("--corrected-notice 2026-03-05 --accepted 2026-03-06", "--received"),
    ("--accepted 2026-03-02 --pause 2026-03-01..2026-03-03:检测", "尚未起算"),
    ("--accepted 2026-03-02 --pause 2026-03-09..2026-03-03:检测", "早于第一日"),
    ("--accepted 2026-03-02 --pause 2026-03-05..2026-03-09:检测 --pause 2026-03-09..:听证", "重叠"),
    ("--accepted 2026-03-02 --pause 2026-03-05..:检测 --pause 2026-03-09..:听证", "重叠"),
    ("--received 2026-03-02 --today 2026-03-03 --extend 5", "还没有受理"),
    ("--accepted 2060-12-30", "日历只有"),
    ("--accepted 1999-12-31", "没有有效的办理时限"),
])  # fmt: skip
def test_one_sentence_says_what_is_wrong(words: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in refused(words, capsys)


def batch(lines: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    monkeypatch.setattr(clock.sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("utf-8", "surrogateescape"))))
    assert main(["clock", "--batch", "--today", "2026-03-12"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_batch_answers_line_by_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = {
        "profile": "cn.500000", "item_limit": 20, "received": "2026-03-02", "accepted": "2026-03-02",
        "pause": ["2026-03-11..2026-03-17:检测"], "extend": 5, "promised_limit": None,
    }  # fmt: skip
    first, second = batch(f'{json.dumps(asked)}\n{{"received": "2026-03-02"}}', monkeypatch, capsys)
    assert first == ask(f"{STOPPED} --today 2026-03-12", capsys)
    assert (second["due_on"], second["today"]) == ("2026-03-30", "2026-03-12")


@pytest.mark.parametrize(("line", "said"), [
    ("", "JSON"), ("[]", "JSON"), ("{", "JSON"), ("\udcff", "JSON"), ("[" * 100_000, "JSON"), ("7", "JSON"),
    ('{"nonsense": 1}', "没有“nonsense”这个选项"), ('{"received": 20260302}', "不是日期"),
    ('{"received": ["x"]}', "不是日期"), ('{"accepted": "2026-03-02", "item_limit": true}', "不是天数"),
    ('{"accepted": "2026-03-02", "item_limit": 1e999}', "不是天数"),
    ('{"accepted": "2026-03-02", "pause": 7}', "列表"), ('{"accepted": "2026-03-02", "pause": [7]}', "中止期间"),
    ('{"accepted": "2026-03-02", "joint": "x"}', "joint"), ('{"accepted": "2026-03-02", "profile": 7}', "文字"),
])  # fmt: skip
def test_a_bad_line_gets_its_sentence_and_the_next_its_answer(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = batch(f'{line}\n{{"accepted": "2026-03-02"}}', monkeypatch, capsys)
    assert list(bad) == ["error"]
    assert said in bad["error"]
    assert good["due_on"] == "2026-03-30"


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "没有“nonsense”这个命令" in capsys.readouterr().err


def test_the_overview(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "clock" in capsys.readouterr().out
