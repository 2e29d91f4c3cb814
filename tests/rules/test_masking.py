from __future__ import annotations

import pytest

from yichuang.rules.masking import mask_address, mask_identity_number, mask_name, mask_phone, mask_text


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


def test_numbers_in_a_text_are_masked_and_dates_stay() -> None:
    told = "2026-05-31电话13812342207，证件35058319860312123X。编号JN-2026-000123，20260531"
    assert mask_text(told) == "2026-05-31电话138****2207，证件350***********123X。编号JN-2026-000123，20260531"
