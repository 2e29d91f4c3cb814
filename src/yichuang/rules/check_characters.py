"""The four check-character algorithms behind Chinese identifiers (校验码). Pure arithmetic on clean strings.

Every function takes the characters without the check character, upper case, and raises ValueError for a
character outside its alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I O S V Z

_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)  # 3^i mod 31
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_CHECKS = "10X98765432"


def uscc_check(first_17: str) -> str:
    """Return the 18th character of a unified social credit code (统一社会信用代码): GB 32100-2015."""
    return USCC_ALPHABET[-_weighted(first_17, _USCC_WEIGHTS, USCC_ALPHABET) % 31]


def organisation_check(first_8: str) -> str:
    """Return the 9th character of an organisation code (组织机构代码). Standard: GB 11714-1997.

    Weak: characters whose values differ by 11, 22 or 33 are interchangeable.
    """
    value = 11 - _weighted(first_8, _ORGANISATION_WEIGHTS, ALPHANUMERIC) % 11
    return {10: "X", 11: "0"}.get(value, str(value))


def person_check(first_17: str) -> str:
    """Return the 18th character of a citizen identity number (公民身份号码). Standard: GB 11643-1999."""
    return _PERSON_CHECKS[_weighted(first_17, _PERSON_WEIGHTS, ALPHANUMERIC[:10]) % 11]


def licence_check(body: str) -> str:
    """Return the check character of an e-certificate identifier (电子证照标识). Standard: GB/T 36904.

    ISO 7064 MOD 37,36 over type code, issuer, serial and version joined without dots, without the root.
    """
    rest = 36
    for character in body:
        rest = (rest + ALPHANUMERIC.index(character)) % 36 or 36
        rest = rest * 2 % 37
    return ALPHANUMERIC[(37 - rest) % 36]


def _weighted(characters: str, weights: Iterable[int], alphabet: str) -> int:
    return sum(alphabet.index(c) * weight for c, weight in zip(characters, weights, strict=True))
