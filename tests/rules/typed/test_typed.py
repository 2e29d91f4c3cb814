"""填写的文字: what nobody types goes, what is too long is refused, and nobody witnesses twice."""

from datetime import date
from types import MappingProxyType
from uuid import UUID

import pytest

from yichuang.faces.common.wording.listing import fault_words
from yichuang.rules.delivery.ways import same_person
from yichuang.rules.fees.collecting import Owed, may_collect
from yichuang.rules.library.listing import Fault, Known, read_row
from yichuang.rules.typed import seen, strange, typed, unseen, visible
from yichuang.rules.verdict import Refused

ROW = MappingProxyType({
    "证照类型": "取水许可证", "证照编号": "A-1", "持证人": "孙玉兰", "证件类型": "其他证件", "证件号码": "X1",
    "发证机关": "水务局", "发证日期": "2022-03-01",
})  # fmt: skip


def test_what_nobody_types_goes() -> None:
    assert seen(" 收\u202e错\u200b了\x00\n第二行 ") == "收错了\n第二行"


def test_only_what_nobody_sees_is_unseen() -> None:
    assert [unseen(word) for word in ("第一行\r\n第二行", "甲\u00ad", "\u3164", "一\u3000二")] == [
        False,
        True,
        True,
        False,
    ]
    assert visible("\u200b 甲 ") == " 甲 "


def test_nothing_is_cut_in_silence() -> None:
    assert typed(" EX1 ", "邮件号", 40) == "EX1"
    with pytest.raises(Refused) as said:
        typed("9" * 41, "邮件号", 40)
    assert (said.value.code, said.value.facts["most"]) == ("typed_too_long", 40)


@pytest.mark.parametrize(
    ("word", "odd"),
    [
        ("嘉水许〔2020〕第1号", ""), ("№ 12·3〇", ""), ("AB\u202e12", "U+202E"), ("<script>", "U+003C、U+003E"),
        ("李\u200b四", "U+200B"), ("证😀", "U+1F600"),
    ],
)  # fmt: skip
def test_what_no_number_has_is_named(word: str, odd: str) -> None:
    assert strange(word) == odd


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("甲 居委会", "甲 居委会", True), ("李四 安岭社区", "李 四　安岭社区", True), ("ＡＢ 甲", "AB 乙", True),
        ("李四 安岭社区", "王五 安岭社区", False), ("李四\u200b 甲", "李四", True), ("李 四 甲", "李 五 甲", False),
    ],
)  # fmt: skip
def test_one_person_does_not_witness_twice(first: str, second: str, same: bool) -> None:
    assert same_person(first, second) is same


def faults(**change: str) -> list[Fault]:
    issuers = {"水务局": (UUID(int=1), "1")}
    known = Known({"取水许可证": ("取水许可证", "1", "any")}, issuers, date(2026, 11, 23))
    return read_row(2, {**ROW, **change}, known)[1]


def test_a_list_with_hostile_cells_is_refused_row_by_row() -> None:
    assert faults() == []
    found = faults(证照编号="<script>", 持证人="孙\u202e兰", 发证日期="0001-01-01")
    assert [(one.column, one.code) for one in found] == [
        ("证照编号", "strange"), ("持证人", "strange"), ("发证日期", "early"),
    ]  # fmt: skip
    assert fault_words(found[1]).startswith("第 2 行：“持证人”里有看不见的字符")


def test_cash_that_was_not_told_is_not_short() -> None:
    owed = Owed(open=True, told=True, paid=False, lapsed=False, total=100)
    codes = [may_collect(owed, method="cash", reference="", tendered=fen).code for fen in (0, 99, 100)]
    assert codes == ["fee_tendered_missing", "fee_tendered_short", "allowed"]
