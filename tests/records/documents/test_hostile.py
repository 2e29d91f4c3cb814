"""Whatever somebody typed is printed as it was typed, on every place of a paper, and breaks nothing."""

import io

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.documents.reading import text_of
from tests.records.documents.samples import CASE_NO, sample
from yichuang.records.documents.editing.wording import STANDARD
from yichuang.records.documents.pressing import RARE
from yichuang.records.documents.rendering import MissingGlyph, render

PIECES = [
    *'#let x = 1|#read("/etc/passwd")|#panic()|$|$x_1^2$|*|_|`|]|[|#[|}|{|<a>|@b|= |- |+ '.split("|"),
    *"//|/*|*/|~|--|---|...|%|&lt;|</svg>|'|\\|\\u{41}|\u202e|\u2066|\u200b|\ufeff|\x00|\x1b[31m|\n|\r\n|\t".split("|"),
    *"䶮|㛃|镕|·|（）|【|许可|Ж".split("|"), "A" * 60, "1" * 40, "Ж" * 40,
]  # fmt: skip
INVISIBLE = dict.fromkeys([*range(9), *range(11, 32), 9, 0x200B, 0x202E, 0x2066, 0xFEFF])
KINDS = "denial receipt pick_up certificate delivery label delivery_way".split()
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)


def printed(typed: str) -> str:
    return "".join(typed.translate(INVISIBLE).split())


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(KINDS), typed=TEXTS)
def test_what_was_typed_stands_there(kind: str, typed: str) -> None:
    fields = dict.fromkeys(("applicant", "item", "holder", "deliver_to"), typed)
    fields |= {"reason": f"甲{typed}乙", "objects": [typed]}
    pdf = render(sample(kind, **fields), CASE_NO)
    words = text_of(pdf)
    assert printed(typed) in words
    assert CASE_NO in words
    assert "嘉宁市" in words
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.open_metadata()["pdfaid:conformance"] == "A"


def test_ten_thousand_characters_flow_on() -> None:
    words = text_of(render(sample("denial", reason="公共供水能够满足" * 625 + "B" * 5000), CASE_NO))
    assert (words.count("满"), words.count("B")) == (625, 5000)


@pytest.mark.parametrize("typed", ["\U000323a0", "བོ"])
def test_what_no_font_has_is_named_and_never_a_box(typed: str) -> None:
    with pytest.raises(MissingGlyph):
        render(sample("denial", reason=typed), CASE_NO, wording=STANDARD)


@pytest.mark.parametrize("typed", ["\U000323a0", "བོ", "".join(map(chr, range(0xF40, 0xF48)))])
def test_no_paper_waits_for_a_font(typed: str) -> None:
    words = text_of(render(sample("denial", applicant="甲", reason=f"乙{typed}。"), CASE_NO))
    assert "乙" + "".join(f"〔缺字U+{ord(one):04X}〕" for one in typed) in words


def test_three_hundred_characters_without_a_font_cost_few_attempts() -> None:
    typed = "".join(chr(0x10600 + one) for one in range(300))
    words = text_of(render(sample("denial", applicant="甲", reason=f"乙{typed}丙"), CASE_NO))
    assert words.count("〔缺字U+10") > 290  # some are parted by the foot of a page
    assert "〕丙" in words


@pytest.mark.parametrize("typed", ["a\u1acf", '"\u1acf', "甲\u1acf", "a" + "".join(map(chr, range(0x1AC0, 0x1ACF)))])
def test_a_sign_that_stands_on_a_letter_is_told_and_the_letter_stays(typed: str) -> None:
    words = text_of(render(sample("denial", applicant="甲", reason=f"乙{typed}丙"), CASE_NO))
    assert f"乙{typed[0]}" + "".join(f"〔缺字U+{ord(one):04X}〕" for one in typed[1:]) + "丙" in words


def test_half_a_character_is_left_out() -> None:
    assert "甲乙" in text_of(render(sample("denial", applicant="甲\ud800乙"), CASE_NO))


@pytest.mark.skipif(not RARE.is_dir(), reason="no fonts of the place")
def test_the_rarest_names_are_printed_with_the_fonts_of_the_place() -> None:
    assert "𠮷野家𪚥" in text_of(render(sample("acceptance", applicant="𠮷野家𪚥"), CASE_NO))


@pytest.mark.parametrize(
    ("typed", "words"), [("申请人😀", "申请人〓。"), ("👨‍👩‍👧", "〓。"), ("٣件", "3件。"), ("☎️", "☎。")]
)
def test_pictures_and_foreign_digits_make_no_paper_wait(typed: str, words: str) -> None:
    assert f"甲{words}" in text_of(render(sample("denial", reason=f"甲{typed}。"), CASE_NO))
