from __future__ import annotations

import json

import pytest

from yichuang.faces.common.wording.identifiers import identifier_sentence
from yichuang.faces.terminal.check import main
from yichuang.rules.identifiers import Fault, IdentifierCheck, IdentifierKind


def test_it_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uscc", "91350100m000100y43"]) == 0
    assert capsys.readouterr().out == "91350100M000100Y43  统一社会信用代码格式和校验码正确。\n"


def test_a_wrong_one_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["id", "350300198511151235"]) == 1
    assert capsys.readouterr().out.count("。") == 1


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["id", "110105203001010015", "--json", "--today", "2026-11-22"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["valid"], answer["normalized"], answer["fault"]) == (False, "110105203001010015", "future")
    assert "2030-01-01" in answer["reason"]


def test_today_is_an_argument() -> None:
    assert main(["id", "11010519491231002X", "--today", "1949-12-30"]) == 1
    assert main(["id", "11010519491231002X", "--today", "1949-12-31"]) == 0


@pytest.mark.parametrize("argv", [[], ["passport", "1"], ["id"], ["id", "1", "--today", "soon"]])
def test_wrong_use(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2


_FACTS = {
    Fault.LENGTH: {"expected": 18, "length": 17},
    Fault.CHARACTER: {"position": 8, "character": "O"},
    Fault.CHECK: {"position": 18, "character": "4"},
    Fault.INNER_CHECK: {"position": 17, "character": "4"},
    Fault.BIRTH_DATE: {"digits": "19491331"},
    Fault.FUTURE: {"born": "2030-01-01", "today": "2026-11-22"},
    Fault.FIRST_GENERATION: {"converted": ""},
    Fault.ROOT: {"expected": "1.2.156.3005.2"},
    Fault.SEGMENTS: {"segments": 4, "expected": 5},
    Fault.SEGMENT_LENGTH: {"segment": "issuer", "length": 5, "shortest": 6, "longest": 18},
}


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("kind", list(IdentifierKind))
def test_every_fault_has_its_sentence(kind: IdentifierKind, fault: Fault) -> None:
    sentence = identifier_sentence(IdentifierCheck(kind, "", fault, _FACTS.get(fault, {})))
    assert sentence.endswith("。")
    assert "{" not in sentence
