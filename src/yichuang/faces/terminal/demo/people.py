"""Applicants of the demonstration: invented names; the numbers check but belong to nobody (city-level prefix)."""

from __future__ import annotations

from yichuang.acts.intake.submit import Person
from yichuang.rules.check_characters import organisation_check, person_check, uscc_check

_SURNAMES = "孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = ("玉兰", "建国", "晓梅", "志强", "丽华", "海涛", "雪芬", "文博", "秀英", "俊杰", "婷婷", "国栋")
_FIRMS = (
    "恒通化工",
    "嘉禾食品",
    "东屏水泥",
    "西渡物流",
    "安岭农业",
    "明泉供水",
    "长青园林",
    "启航航运",
    "百汇商贸",
    "同心养老",
)


def citizen(number: int) -> Person:
    """Return the natural person with that number."""
    name = _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number % len(_GIVEN)]  # number 0 is 孙玉兰
    body = f"990100{1950 + number % 50}{1 + number % 12:02d}{1 + number % 28:02d}{100 + number:03d}"
    return Person("person", name, "id", body + person_check(body), f"130{number:08d}", "嘉宁市安岭区示例路 1 号")


def company(number: int) -> Person:
    """Return the legal person with that number."""
    name = f"嘉宁{_FIRMS[number % len(_FIRMS)]}有限公司"
    core = f"MA99{number:04d}"
    first = f"91990100{core}{organisation_check(core)}"
    return Person(
        "organisation", name, "uscc", first + uscc_check(first), f"131{number:08d}", "嘉宁市工业园示例大道 8 号",
        legal_person=_SURNAMES[(number * 7) % len(_SURNAMES)] + _GIVEN[(number * 5) % len(_GIVEN)],
    )  # fmt: skip
