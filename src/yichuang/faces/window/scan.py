"""What a clerk typed or a scanner read (扫码): the case number in it, if there is one."""

from __future__ import annotations

import re

from yichuang.records.org.directory import Directory
from yichuang.rules.identifiers import normalize
from yichuang.rules.numbering import NumberKind, case_number, parse_number

_LOOSE = re.compile(r"([A-Z]{2,6})-?([0-9]{4})-?([0-9]{6})(?:-[0-9]{1,4})?")


def case_no_in(words: str, directory: Directory) -> str:
    """Return the case number that was typed or scanned, "" when it is none of a centre known here.

    Bar codes may come without dashes; slips carry the case number with their own serial behind it.
    """
    plain = normalize(words)
    number = parse_number(NumberKind.CASE, plain)
    if number is None:
        found = _LOOSE.fullmatch(plain)
        parts = (found[1], int(found[2]), int(found[3])) if found else None
    else:
        parts = (number.prefix, number.year, number.serial)
    if parts is None or parts[0] not in directory.prefixes or parts[2] < 1:
        return ""
    return case_number(*parts)


def looks_like_case_no(words: str) -> bool:
    """Return whether somebody meant a case number: then an unknown one is told as such."""
    plain = normalize(words)
    return parse_number(NumberKind.CASE, plain) is not None or _LOOSE.fullmatch(plain) is not None
