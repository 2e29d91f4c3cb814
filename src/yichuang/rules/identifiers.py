"""Is this identifier well formed? (证件号码校验) Four kinds, checked from what was typed.

A check never raises and never guesses: it returns the normalised value and, if something is wrong, the code
of the fault with the facts a sentence needs. No area white-list: regions change, people keep their number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from yichuang.rules.check_characters import (
    ALPHANUMERIC,
    USCC_ALPHABET,
    licence_check,
    organisation_check,
    person_check,
    uscc_check,
)

LICENCE_ROOT = "1.2.156.3005.2"

_DIGITS = ALPHANUMERIC[:10]
_NO_FACTS: Mapping[str, object] = MappingProxyType({})
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_UPPER = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}


class IdentifierKind(StrEnum):
    """The identifiers that can be checked (号码种类); the values are the words of the command line."""

    USCC = "uscc"  # 统一社会信用代码
    PERSON = "id"  # 公民身份号码
    ORGANISATION = "org"  # 组织机构代码
    LICENCE = "licence"  # 电子证照标识


class Fault(StrEnum):
    """What is wrong with an identifier (号码错误)."""

    NONE = "none"
    EMPTY = "empty"
    LENGTH = "length"  # facts: length, expected
    CHARACTER = "character"  # facts: position (from 1), character
    CHECK = "check"  # facts: position, character; never the right one: nobody should "repair" a number
    INNER_CHECK = "inner_check"  # the organisation code inside a USCC; facts as CHECK
    BIRTH_DATE = "birth_date"  # facts: digits
    FUTURE = "future"  # facts: born, today
    FIRST_GENERATION = "first_generation"  # facts: converted (empty where the birth date is no date)
    ROOT = "root"  # facts: expected
    SEGMENTS = "segments"  # facts: segments, expected
    SEGMENT_LENGTH = "segment_length"  # facts: segment (name), length, shortest, longest


@dataclass(frozen=True, slots=True)
class IdentifierCheck:
    """The answer of a check (校验结果)."""

    kind: IdentifierKind
    normalized: str
    fault: Fault = Fault.NONE
    facts: Mapping[str, object] = field(default_factory=lambda: _NO_FACTS)

    @property
    def ok(self) -> bool:
        """True when nothing is wrong."""
        return self.fault is Fault.NONE

    def found(self, fault: Fault, **facts: object) -> IdentifierCheck:
        """Return the same answer with what was found."""
        return replace(self, fault=fault, facts=MappingProxyType(facts))


def normalize(typed: str) -> str:
    """Return the value without blanks, half-width, ASCII letters upper case (规范化): people paste."""
    return "".join(typed.translate(_HALF_WIDTH).split()).translate(_UPPER)


def check(kind: IdentifierKind, typed: str, *, today: date) -> IdentifierCheck:
    """Check an identifier of any kind (按种类校验). `today` only matters for a person."""
    if kind is IdentifierKind.PERSON:
        return check_person(typed, today=today)
    if kind is IdentifierKind.USCC:
        return check_uscc(typed)
    if kind is IdentifierKind.ORGANISATION:
        return check_organisation(typed)
    return check_licence(typed)


def check_uscc(typed: str) -> IdentifierCheck:
    """Check a unified social credit code (统一社会信用代码), 18 characters. Standard: GB 32100-2015.

    Returns: the first fault among empty, length, character, check, inner_check.
    """
    value = normalize(typed)
    answer = _shape(
        IdentifierCheck(IdentifierKind.USCC, value),
        value,
        [USCC_ALPHABET] * 2 + [_DIGITS] * 6 + [USCC_ALPHABET] * 10,
    )
    if not answer.ok:
        return answer
    if uscc_check(value[:17]) != value[17]:
        return answer.found(Fault.CHECK, position=18, character=value[17])
    if organisation_check(value[8:16]) != value[16]:
        return answer.found(Fault.INNER_CHECK, position=17, character=value[16])
    return answer


def check_organisation(typed: str) -> IdentifierCheck:
    """Check an organisation code (组织机构代码), 8 characters, hyphen, check. Standard: GB 11714-1997.

    The hyphen may be missing; the normalised value has it. Never use this check alone: it is weak.
    """
    value = normalize(typed)
    bare = value[:8] + value[9:] if value[8:9] == "-" else value
    shown = f"{bare[:8]}-{bare[8:]}" if len(bare) == 9 else value
    answer = _shape(IdentifierCheck(IdentifierKind.ORGANISATION, shown), bare, [ALPHANUMERIC] * 8 + [_DIGITS + "X"])
    if answer.ok and organisation_check(bare[:8]) != bare[8]:
        return answer.found(Fault.CHECK, position=9, character=bare[8])
    return answer


def numbers_of(kind: str, number: str) -> tuple[tuple[str, str], ...]:
    """Return the numbers that name the same holder, kind and number, the lasting one last.

    Characters 9 to 17 of a credit code are the organisation code that the unit had before. Standard: GB 32100-2015.
    """
    own = (kind, number)
    if kind != IdentifierKind.USCC or not check_uscc(number).ok:
        return (own,)
    return own, (str(IdentifierKind.ORGANISATION), check_organisation(normalize(number)[8:17]).normalized)


def check_person(typed: str, *, today: date) -> IdentifierCheck:
    """Check a citizen identity number (公民身份号码), 18 characters. Standard: GB 11643-1999.

    Returns: facts `born` and `sex` (male, female) when valid. A first-generation number (15 digits) is
    refused; the fact `converted` carries the 18-character number it became.
    """
    value = normalize(typed)
    answer = _shape(IdentifierCheck(IdentifierKind.PERSON, value), value, [_DIGITS] * 17 + [_DIGITS + "X"])
    if len(value) == 15 and set(value) <= set(_DIGITS):
        return answer.found(Fault.FIRST_GENERATION, converted=second_generation(value))
    if not answer.ok:
        return answer
    born = _date(value[6:14])
    if born is None:
        return answer.found(Fault.BIRTH_DATE, digits=value[6:14])
    if born > today:
        return answer.found(Fault.FUTURE, born=born, today=today)
    if person_check(value[:17]) != value[17]:
        return answer.found(Fault.CHECK, position=18, character=value[17])
    return answer.found(Fault.NONE, born=born, sex="male" if int(value[16]) % 2 else "female")


def second_generation(first: str) -> str:
    """Return the 18-character number that a 15-digit one became, "" where its date is no date (升位).

    Only for people born from 1900 on; the birth year of a 15-digit number has two digits.
    """
    body = f"{first[:6]}19{first[6:]}"
    return body + person_check(body) if _date(body[6:14]) else ""


def check_licence(typed: str) -> IdentifierCheck:
    """Check an e-certificate identifier (电子证照标识). Standard: GB/T 36904.

    Shape: root . type code (21) . issuer (6 to 18) . serial . version (3 digits) . check character.
    """
    value = normalize(typed)
    answer = IdentifierCheck(IdentifierKind.LICENCE, value)
    if not value:
        return answer.found(Fault.EMPTY)
    if not value.startswith(LICENCE_ROOT + "."):
        return answer.found(Fault.ROOT, expected=LICENCE_ROOT)
    segments = value[len(LICENCE_ROOT) + 1 :].split(".")
    answer = _segments(answer, segments)
    if answer.ok and licence_check("".join(segments[:4])) != segments[4]:
        return answer.found(Fault.CHECK, position=len(value), character=segments[4])
    return answer


_LICENCE_SEGMENTS = (  # name, shortest, longest, alphabet
    ("type", 21, 21, ALPHANUMERIC),
    ("issuer", 6, 18, ALPHANUMERIC),
    ("serial", 1, 64, ALPHANUMERIC),
    ("version", 3, 3, _DIGITS),
    ("check", 1, 1, ALPHANUMERIC),
)


def _segments(answer: IdentifierCheck, segments: Sequence[str]) -> IdentifierCheck:
    if len(segments) != len(_LICENCE_SEGMENTS):
        return answer.found(Fault.SEGMENTS, segments=len(segments), expected=len(_LICENCE_SEGMENTS))
    position = len(LICENCE_ROOT) + 2
    for segment, (name, shortest, longest, alphabet) in zip(segments, _LICENCE_SEGMENTS, strict=True):
        if not shortest <= len(segment) <= longest:
            bounds = {"shortest": shortest, "longest": longest}
            return answer.found(Fault.SEGMENT_LENGTH, segment=name, length=len(segment), **bounds)
        for at, character in enumerate(segment, position):
            if character not in alphabet:
                return answer.found(Fault.CHARACTER, position=at, character=character)
        position += len(segment) + 1
    return answer


def _shape(answer: IdentifierCheck, value: str, alphabets: Sequence[str]) -> IdentifierCheck:
    """Return the answer, with the fault if a character (named first) or the length is wrong."""
    if not value:
        return answer.found(Fault.EMPTY)
    for position, (character, alphabet) in enumerate(zip(value, alphabets, strict=False), 1):
        if character not in alphabet:
            return answer.found(Fault.CHARACTER, position=position, character=character)
    if len(value) != len(alphabets):
        return answer.found(Fault.LENGTH, length=len(value), expected=len(alphabets))
    return answer


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
