"""Every refusal has its sentence, and no sentence names a fact that its code does not bring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import yichuang
from yichuang.faces.common.sentences import refusal, sentence
from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.rules.verdict import Refused, refuse

ROOT = Path(yichuang.__file__).parent


def calls() -> Iterator[tuple[str, frozenset[str]]]:
    """Each code that a rule or an act refuses with, and the names of its facts."""
    for path in [p for room in ("rules", "records", "acts", "faces") for p in (ROOT / room).rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("refuse", "Refused") and node.args:
                first = node.args[0]
                first = named.get(first.id, first) if isinstance(first, ast.Name) else first
                facts = frozenset(_facts(node))
                yield from ((code, facts) for code in _strings(first))


def _strings(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from [*_strings(node.body), *_strings(node.orelse)]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _facts(call: ast.Call) -> Iterator[str]:
    yield from (k.arg for k in call.keywords if k.arg)
    for mapping in call.args[2:]:
        if isinstance(mapping, ast.Dict):
            yield from (key.value for key in mapping.keys if isinstance(key, ast.Constant))


def test_every_code_has_its_sentence() -> None:
    assert sorted({code for code, _ in calls()} - set(SENTENCES)) == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(set(SENTENCES) - {code for code, _ in calls()}) == []


@pytest.mark.parametrize(("code", "facts"), sorted(calls(), key=lambda c: (c[0], sorted(c[1]))))
def test_a_sentence_names_only_the_facts_it_gets(code: str, facts: frozenset[str]) -> None:
    words = "".join(SENTENCES[code])
    assert {name for _, name, _, _ in Formatter().parse(words) if name} <= facts


def refused(code: str, basis: str, **facts: object) -> Refused:
    with pytest.raises(Refused) as caught:
        refuse(code, basis, **facts).raise_if_refused()
    return caught.value


def test_it_works() -> None:
    it = refusal(refused("extension_too_long", "XKF-42.1", days=15, most=10))
    assert it.what == "延期最多 10 日，这里是 15 日"
    assert it.cited == "《中华人民共和国行政许可法》第四十二条第一款"
    assert "二十日" in it.text


def test_roles_procedures_and_dates_are_words() -> None:
    said = sentence(refused("pause_approver", "XKF-45", wanted="deputy_head", given="reviewer"))
    assert said.startswith("中止计时要由分管负责人批准，这里是审查人。请送分管负责人批准（依据：《")
    said = sentence(refused("deemed_accepted", "XKF-32.1(4)", on=date(2026, 3, 2), answer_by=date(2026, 3, 9)))
    assert said.startswith("到 2026-03-09 周一 没有一次告知，这件办件自 2026-03-02 周一 起已视为受理")
    said = sentence(refused("wrong_state", "XKF-38", verb="case.decided", state="received", sources=("deciding",)))
    assert said.startswith("这件办件现在是“已收件”，不能决定。能决定的状态是：待决定")


def test_an_unknown_code_still_says_something() -> None:
    assert "nowhere" in sentence(refused("nowhere", ""))


def test_what_only_another_place_says_is_not_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    late = refused("meeting_past", "S0h-三.11", on=date(2026, 3, 2))
    monkeypatch.setattr("yichuang.faces.common.sentences.profiles_here", lambda: frozenset({"cn.990100"}))
    assert refusal(late).cited == "平台默认规则"
    monkeypatch.setattr("yichuang.faces.common.sentences.profiles_here", lambda: frozenset({"cn.500000"}))
    assert refusal(late).cited.startswith("《重庆市")
