"""Applicants of the example: invented names; the numbers check, but their region code is assigned to nowhere."""

from __future__ import annotations

from yichuang.acts.intake.submit import Person
from yichuang.rules.check_characters import person_check

_SURNAMES = "普李杨鲁段罗周张者杞纪起"
_GIVEN = ("丽仙", "文才", "秀珍", "学明", "桂芬", "绍荣", "琼华", "永生", "翠兰", "家旺", "凤英", "自强", "春燕")
_NOWHERE = "532399"  # a county of the prefecture that does not exist


def villager(number: int) -> Person:
    """Return the inhabitant with that number, between 22 and 40 years of age in 2026."""
    name = _SURNAMES[number % len(_SURNAMES)] + _GIVEN[(number * 5) % len(_GIVEN)]
    body = f"{_NOWHERE}{1986 + number % 18}{1 + number % 12:02d}{1 + number % 28:02d}{300 + number:03d}"
    address = f"云溪镇云溪村{number % 9 + 1}组（示例）"
    return Person("person", name, "id", body + person_check(body), f"132{number:08d}", address)
