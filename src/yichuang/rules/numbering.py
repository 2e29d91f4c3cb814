"""The numbers of cases, documents and certificates (编号): how they look, and which counter feeds each.

A number is a prefix, a year and a serial from a gap-free counter. The counter itself is a row in the records;
here is only its name. Nothing in a number may be personal.

    case         JN-2026-000123           prefix of the centre; ASCII, so that a bar code can carry it
    document     嘉水许受〔2026〕87号       agency word and kind of document (发文字号)
    certificate  嘉水取许字〔2026〕第00087号
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

CASE_NUMBER_LENGTH = 20  # the shortest 办件编号 of GB/T 39046-2020 (an..20)


class NumberKind(StrEnum):
    """What is numbered (编号种类)."""

    CASE = "case"  # 办件编号
    DOCUMENT = "document"  # 文书字号
    CERTIFICATE = "certificate"  # 证照编号


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart (编号): `prefix` is the centre's letters, or the agency's word."""

    kind: NumberKind
    prefix: str
    year: int
    serial: int


_CASE_PREFIX = re.compile(r"[A-Z0-9]{2,6}")
_WORD = re.compile(r"[^\W\d_]{1,20}")
_SHAPES: Mapping[NumberKind, str] = {
    NumberKind.CASE: "{prefix}-{year:04d}-{serial:06d}",
    NumberKind.DOCUMENT: "{prefix}〔{year:04d}〕{serial}号",
    NumberKind.CERTIFICATE: "{prefix}〔{year:04d}〕第{serial:05d}号",
}
_PATTERNS: Mapping[NumberKind, re.Pattern[str]] = {
    NumberKind.CASE: re.compile(r"([A-Z0-9]{2,6})-([0-9]{4})-([0-9]{1,9})"),
    NumberKind.DOCUMENT: re.compile(r"([^\W\d_]{1,20})〔([0-9]{4})〕([0-9]{1,9})号"),
    NumberKind.CERTIFICATE: re.compile(r"([^\W\d_]{1,20})〔([0-9]{4})〕第([0-9]{1,9})号"),
}
_RUN_ON = re.compile(r"([A-Z0-9]{2,6}?)-?([0-9]{4})-?([0-9]{6})")
_TYPED = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(dash): "-" for dash in "‐‑‒–—―−－"}
    | {ord(mark): "〔" for mark in "[【［(（"}
    | {ord(mark): "〕" for mark in "]】］)）"}
)


def counter_name(kind: NumberKind, prefix: str, year: int) -> str:
    """Return the name of the counter that feeds such a number (计数器): one per kind, prefix and year.

    Raises ValueError for a prefix or year that cannot be in a number.
    """
    _require(kind, prefix, year, 1)
    return f"{kind.value}:{prefix}:{year:04d}"


def format_number(number: Number) -> str:
    """Return the number as it is printed (编号格式). A serial past its zeros simply grows wider.

    Raises ValueError for a prefix, year or serial out of range, and for a case number past 20 characters.
    """
    _require(number.kind, number.prefix, number.year, number.serial)
    shown = _SHAPES[number.kind].format(prefix=number.prefix, year=number.year, serial=number.serial)
    if number.kind is NumberKind.CASE and len(shown) > CASE_NUMBER_LENGTH:
        raise ValueError(f"{shown}: longer than {CASE_NUMBER_LENGTH}")
    return shown


def parse_number(kind: NumberKind, typed: str) -> Number | None:
    """Return the number that somebody typed, or None if it is none (编号解析).

    Lower case, full-width characters, blanks, other dashes and brackets and missing zeros are forgiven; in the number
    of a case missing dashes too, where no zero is missing.
    """
    clean = "".join(typed.translate(_TYPED).split())
    clean = clean.upper() if kind is NumberKind.CASE else clean
    match = _PATTERNS[kind].fullmatch(clean) or (_RUN_ON.fullmatch(clean) if kind is NumberKind.CASE else None)
    if match is None:
        return None
    number = Number(kind, match[1], int(match[2]), int(match[3]))
    return number if number.serial > 0 and number.year > 0 else None


def case_number(prefix: str, year: int, serial: int) -> str:
    """Return a case number (办件编号): JN-2026-000123. Raises ValueError as format_number."""
    return format_number(Number(NumberKind.CASE, prefix, year, serial))


def document_number(word: str, year: int, serial: int) -> str:
    """Return a document number (文书字号): 嘉水许受〔2026〕87号. Raises ValueError as format_number."""
    return format_number(Number(NumberKind.DOCUMENT, word, year, serial))


def certificate_number(word: str, year: int, serial: int) -> str:
    """Return a certificate number (证照编号): 嘉水取许字〔2026〕第00087号. Raises ValueError."""
    return format_number(Number(NumberKind.CERTIFICATE, word, year, serial))


def _require(kind: NumberKind, prefix: str, year: int, serial: int) -> None:
    shape = _CASE_PREFIX if kind is NumberKind.CASE else _WORD
    if not shape.fullmatch(prefix):
        raise ValueError(f"{prefix!r}: not a prefix of a {kind.value} number")
    if not 1 <= year <= 9999 or serial < 1:
        raise ValueError(f"{year}, {serial}: year or serial out of range")
