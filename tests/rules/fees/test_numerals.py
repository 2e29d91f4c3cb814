"""人民币大写: the forms of the payment rules, and reading back what was written."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yichuang.rules.fees.numerals import MOST, capital

WRITTEN = {
    0: "零元整", 1: "壹分", 10: "壹角", 15: "壹角伍分", 100: "壹元整", 101: "壹元零壹分", 110: "壹元壹角",
    1000: "壹拾元整", 1001: "壹拾元零壹分", 140950: "壹仟肆佰零玖元伍角", 600714: "陆仟零柒元壹角肆分",
    168032: "壹仟陆佰捌拾元叁角贰分", 10700053: "壹拾万零柒仟元伍角叁分", 1640902: "壹万陆仟肆佰零玖元零贰分",
    32504: "叁佰贰拾伍元零肆分", 126005: "壹仟贰佰陆拾元零伍分", 10000000000: "壹亿元整",
    1000000000500: "壹佰亿零伍元整", 100010001: "壹佰万零壹佰元零壹分", 2000000000: "贰仟万元整",
    10000000100000: "壹仟亿零壹仟元整", 1200050: "壹万贰仟元伍角", 100000000000000: "壹万亿元整",
}  # fmt: skip
_DIGIT = {word: value for value, word in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNIT = {"拾": 10, "佰": 100, "仟": 1000}


def read(words: str) -> int:
    """Return the fen that the words name."""
    yuan, _, small = words.removesuffix("整").rpartition("元")
    total = group = digit = 0
    for word in yuan.replace("万亿", "兆"):
        if word in _DIGIT:
            digit = _DIGIT[word]
        elif word in _UNIT:
            group, digit = group + digit * _UNIT[word], 0
        else:
            total, group, digit = total + (group + digit) * {"万": 10**4, "亿": 10**8, "兆": 10**12}[word], 0, 0
    fen = (total + group + digit) * 100
    value = 0
    for word in small:
        if word in _DIGIT:
            value = _DIGIT[word]
        else:
            fen, value = fen + value * {"角": 10, "分": 1}[word], 0
    return fen


@pytest.mark.parametrize(("fen", "words"), WRITTEN.items())
def test_it_is_written_so(fen: int, words: str) -> None:
    assert capital(fen) == words


@given(st.integers(1, MOST - 1))
@example(MOST - 1)
def test_it_reads_back(fen: int) -> None:
    words = capital(fen)
    assert read(words) == fen
    assert "零零" not in words
    assert words.endswith(("整", "角", "分"))


@pytest.mark.parametrize("fen", [-1, MOST])
def test_no_sum(fen: int) -> None:
    with pytest.raises(ValueError, match="no sum"):
        capital(fen)
