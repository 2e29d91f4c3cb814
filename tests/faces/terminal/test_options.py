"""Options of commands: a wrong one is told in words, and `--data` names the folder of whatever command follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from yichuang.faces.terminal import main as entrance
from yichuang.faces.terminal.parser import data_folder
from yichuang.faces.terminal.site import unset


@pytest.mark.parametrize(("typed", "left", "folder"), [
    ("list", ["list"], ""),
    ("create resident --data var/demo --days 3", ["create", "resident", "--days", "3"], "var/demo"),
    ("--data=x list", ["list"], "x"),
])  # fmt: skip
def test_it_works(typed: str, left: list[str], folder: str) -> None:
    assert data_folder(typed.split()) == (left, folder)


@pytest.mark.parametrize(("public", "demo", "words"), [
    ("", False, "没有设置 YICHUANG_PUBLIC_URL"), ("", True, ""), ("https://zwfw.example", False, ""),
])  # fmt: skip
def test_what_is_unset_is_told(settings: Any, public: str, demo: bool, words: str) -> None:
    settings.YICHUANG_PUBLIC_URL, settings.DEMO = public, demo
    told = unset()
    assert bool(told) == bool(words)
    assert words in told


def test_a_folder_of_fonts_that_is_none_is_told(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    settings.DEMO = True
    monkeypatch.setenv("YICHUANG_FONTS", str(tmp_path))
    assert unset() == ""
    monkeypatch.setenv("YICHUANG_FONTS", str(tmp_path / "HanaMinB.ttf"))
    assert "HanaMinB.ttf 不是：生僻字在文书上只标缺字" in unset()


@pytest.mark.parametrize(("typed", "sentence"), [
    ("check foo 1", "kind 不能是“foo”，可以是 uscc, id, org, licence。用法见 ./yc check --help。"),
    ("check uscc", "还要写：value。"),
    ("law show", "还要写："),
    ("token list --date x", "不认识“--date”"),
    ("token list --data", "--data 后面要写一个目录。"),
    ("sweep --data /no/such/folder", "没有数据目录“/no/such/folder”。"),
    ("doctor --data /no/such/folder", "没有数据目录“/no/such/folder”。"),
])  # fmt: skip
def test_a_wrong_option_is_told_in_words(capsys: pytest.CaptureFixture[str], typed: str, sentence: str) -> None:
    try:
        code: object = entrance.main(typed.split())
    except SystemExit as left:
        code = left.code
    assert code == 2
    assert sentence in capsys.readouterr().err
    assert not Path("/no/such").exists()
