from __future__ import annotations

import pytest

from yichuang.rules.masking import mask_address, mask_identity_number, mask_name, mask_phone


@pytest.mark.parametrize(
    ("number", "shown"),
    [("350300198511151234", "350***********1234"), ("1234567", "*******"), ("12", "**"), ("", "")],
)
def test_identity_number(number: str, shown: str) -> None:
    assert mask_identity_number(number) == shown


def test_phone() -> None:
    assert mask_phone("13812342207") == "138****2207"


@pytest.mark.parametrize(
    ("name", "shown"), [("张桂兰", "张*兰"), ("李明", "李*"), ("欧阳雨婷", "欧**婷"), ("王", "*"), ("", "")]
)
def test_name(name: str, shown: str) -> None:
    assert mask_name(name) == shown


def test_address() -> None:
    assert mask_address("嘉宁市城东区人民路 1 号 2 幢") == "嘉宁市城东区***"
    assert mask_address("嘉宁市") == "***"
