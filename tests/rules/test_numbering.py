from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yichuang.rules.numbering import (
    CASE_NUMBER_LENGTH,
    Number,
    NumberKind,
    case_number,
    certificate_number,
    counter_name,
    document_number,
    format_number,
    parse_number,
)


def test_it_works() -> None:
    assert case_number("JN", 2026, 123) == "JN-2026-000123"
    assert document_number("嘉水许受", 2026, 87) == "嘉水许受〔2026〕87号"
    assert certificate_number("嘉水取许字", 2026, 87) == "嘉水取许字〔2026〕第00087号"


def test_counters_are_separate() -> None:
    names = {
        counter_name(kind, "JN" if kind is NumberKind.CASE else "嘉水", year)
        for kind in NumberKind
        for year in (2026, 2027)
    }
    assert len(names) == 6
    assert counter_name(NumberKind.CASE, "JN", 2026) == "case:JN:2026"


def test_it_widens_past_its_zeros() -> None:
    assert case_number("JN", 2026, 1_000_000) == "JN-2026-1000000"
    assert certificate_number("嘉水取许字", 2026, 100_000) == "嘉水取许字〔2026〕第100000号"
    assert parse_number(NumberKind.CASE, "JN-2026-1000000") == Number(NumberKind.CASE, "JN", 2026, 1_000_000)


def test_a_case_number_keeps_to_twenty_characters() -> None:
    assert len(case_number("JNZWZX", 2026, 99_999_999)) == CASE_NUMBER_LENGTH
    with pytest.raises(ValueError, match="longer"):
        case_number("JNZWZX", 2026, 100_000_000)


@pytest.mark.parametrize("prefix", ["", "J", "jn", "JN-", "嘉", "JNZWZXX", "J N"])
def test_wrong_case_prefix(prefix: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        case_number(prefix, 2026, 1)


@pytest.mark.parametrize("word", ["", "嘉水1", "嘉水〔", "嘉 水", "嘉_水"])
def test_wrong_word(word: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        document_number(word, 2026, 1)


@pytest.mark.parametrize(("year", "serial"), [(0, 1), (10_000, 1), (2026, 0), (2026, -1)])
def test_out_of_range(year: int, serial: int) -> None:
    with pytest.raises(ValueError, match="range"):
        case_number("JN", year, serial)


@pytest.mark.parametrize(
    "typed",
    [
        "JN-2026-000123",
        " jn-2026-123 ",
        "ＪＮ－２０２６－０００１２３",
        "JN—2026—000123",
        "JN - 2026 - 000123",
        "JN2026000123",
        "ｊｎ ２０２６ ０００１２３",
    ],
)
def test_typed_case_numbers_are_understood(typed: str) -> None:
    assert parse_number(NumberKind.CASE, typed) == Number(NumberKind.CASE, "JN", 2026, 123)


@pytest.mark.parametrize("typed", ["嘉水许受〔2026〕87号", "嘉水许受[2026]87号", "嘉水许受（2026） 87 号"])
def test_typed_document_numbers_are_understood(typed: str) -> None:
    assert parse_number(NumberKind.DOCUMENT, typed) == Number(NumberKind.DOCUMENT, "嘉水许受", 2026, 87)


@pytest.mark.parametrize(
    "typed",
    ["", "JN", "JN-2026", "JN-26-000123", "JN-2026-000000", "JN-0000-000001", "JN-2026-٠٠٠١٢٣", "嘉-2026-1"],
)
def test_no_case_number(typed: str) -> None:
    assert parse_number(NumberKind.CASE, typed) is None


def test_kinds_are_not_confused() -> None:
    assert parse_number(NumberKind.DOCUMENT, "嘉水取许字〔2026〕第00087号") is None
    assert parse_number(NumberKind.CERTIFICATE, "嘉水许受〔2026〕87号") is None


_WORDS = st.text(alphabet="嘉水取许受字决准", min_size=1, max_size=12)
_PREFIXES = {
    NumberKind.CASE: st.text(alphabet="ABCXYZ019", min_size=2, max_size=6),
    NumberKind.DOCUMENT: _WORDS,
    NumberKind.CERTIFICATE: _WORDS,
}


@given(st.data(), st.sampled_from(NumberKind), st.integers(1, 9999), st.integers(1, 99_999_999))
def test_what_is_printed_can_be_read_back(data: st.DataObject, kind: NumberKind, year: int, serial: int) -> None:
    number = Number(kind, data.draw(_PREFIXES[kind]), year, serial)
    assert parse_number(kind, format_number(number)) == number
