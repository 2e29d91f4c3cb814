"""Papers: complete, literal, the same bytes every time, and never a box for a character."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
import yaml

from tests.records.documents.reading import pages_of, text_of
from tests.records.documents.samples import CASE_NO, FIELDS, NO_LICENCE, TOKEN, sample
from yichuang.records.documents.editing.wording import STANDARD
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.rendering import MissingGlyph, RenderingFault, picture, render, target_of

URL = "https://zwfw.example.gov.cn"
MUST_SAY = yaml.safe_load((Path(__file__).parent / "must_say.yaml").read_text(encoding="utf-8"))
MUST_SAY_OTHER = yaml.safe_load((Path(__file__).parent / "must_say_other.yaml").read_text(encoding="utf-8"))
EVERYWHERE = ("嘉宁市水务局", CASE_NO, "印章位置（未加盖）", "2026年11月9日", "取水许可审批")
# of staff and units in the hall, not of an item
ABOUT_PEOPLE = frozenset({"appraisal", "rectification", "bulletin", "call_notice"})
HOSTILE = (
    '#import "x.typ"', "$x^2$", "*粗*_斜_", "\\u{41}", '#eval("1+1")', "<label> @ref", "`raw` // 注释 /* x */",
    "= 标题", "]#[", '"】', "\\", "{{x}}", "%s", "#sys.inputs",
)  # fmt: skip


def test_every_kind_has_its_paper() -> None:
    assert set(FIELDS) == set(MUST_SAY) == set(DocumentKind.values)


@pytest.mark.parametrize("kind", MUST_SAY)
def test_a_paper_says_all_it_must(kind: str) -> None:
    pdf = render(sample(kind), CASE_NO, URL)
    text = text_of(pdf)
    everywhere = [words for words in EVERYWHERE if kind != "circulation" or "印章" not in words]
    if kind in ABOUT_PEOPLE:
        everywhere.remove("取水许可审批")
    assert [words for words in (*everywhere, *MUST_SAY[kind]) if words not in text] == []
    assert len(pages_of(pdf)) == (2 if kind == "bulletin" else 1)


@pytest.mark.parametrize("kind", MUST_SAY_OTHER)
def test_what_is_no_licence_does_not_speak_as_one(kind: str) -> None:
    pdf = render(sample(kind, **NO_LICENCE), CASE_NO, URL)
    text = text_of(pdf)
    assert [words for words in MUST_SAY_OTHER[kind] if words not in text] == []
    assert [words for words in ("许可", "法定", "被许可人", "第三十二条") if words in text] == []
    assert len(pages_of(pdf)) == 1


def test_an_own_limit_of_what_is_no_licence_is_told() -> None:
    own = NO_LICENCE | {"statutory": True}
    assert "法定期限为45个工作日" in text_of(render(sample("acceptance", **own), CASE_NO))


def test_who_waits_for_acceptance_is_told_the_day_of_the_answer() -> None:
    told = {"was_answer_by": "2026-11-13", "answer_by": "2026-11-16", "due_on": None, "promised_due_on": None}
    text = text_of(render(sample("due_moved", **told), CASE_NO, URL))
    assert "2026年11月16日告知是否受理，原暂定为2026年11月13日" in text
    assert "作出决定" not in text


@pytest.mark.parametrize("kind", ["acceptance", "receipt_pending"])
def test_six_materials_leave_the_paper_on_one_page(kind: str) -> None:
    rows = [{"name": f"第{number}项申请材料", "originals": 1, "copies": 1, "files": 1} for number in range(6)]
    assert len(pages_of(render(sample(kind, materials=rows), CASE_NO, URL))) == 1


def test_on_more_pages_whom_to_ask_stands_before_the_signature() -> None:
    rows = [{"name": f"第{number}项申请材料", "originals": 1, "copies": 1, "files": 1} for number in range(30)]
    last = pages_of(render(sample("acceptance", materials=rows), CASE_NO, URL))[-1]
    assert 0 <= last.index("联系电话") < last.index("查询进度") < last.index("印章位置")


@pytest.mark.parametrize("kind", MUST_SAY)
def test_the_same_row_gives_the_same_bytes(kind: str) -> None:
    assert render(sample(kind), CASE_NO, URL) == render(sample(kind), CASE_NO, URL)


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import django; django.setup(); import hashlib; from tests.records.documents.samples import *; "
        "from yichuang.records.documents.rendering import render; "
        f"print(hashlib.sha256(render(sample('acceptance'), CASE_NO, {URL!r})).hexdigest())"
    )
    found = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(found) == 1


def test_threads_do_not_mix_their_papers() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda kind: render(sample(kind), CASE_NO, URL), MUST_SAY))
    assert made == [render(sample(kind), CASE_NO, URL) for kind in MUST_SAY]


def test_it_is_an_archive_file_that_can_be_read_aloud() -> None:
    with pikepdf.open(io.BytesIO(render(sample("acceptance"), CASE_NO, URL))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261109")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_was_typed_is_printed_literally(hostile: str) -> None:
    text = text_of(render(sample("denial", applicant=hostile, reason=hostile, item=hostile), CASE_NO))
    assert text.count("".join(hostile.split())) == 3


def test_a_long_text_flows_onto_more_pages_with_its_signature() -> None:
    reasons = "公共供水管网能够满足用水需要，不符合取水条件。\n" * 60
    pages = pages_of(render(sample("denial", reason=reasons), CASE_NO))
    assert f"第1页，共{len(pages)}页" in pages[0]
    assert len(pages) > 1
    assert "自实际送达之日起计算" in pages[-1]
    assert "嘉宁市水务局2026年11月9日" in pages[-1]


def test_a_long_word_stays_on_the_paper() -> None:
    assert "A" * 100 in text_of(render(sample("denial", applicant="A" * 100), CASE_NO))


@pytest.mark.parametrize("name", ["王\U000323a0明", "བྷ"])
def test_a_character_without_a_glyph_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(MissingGlyph) as fault:
        render(sample("acceptance", applicant=name), CASE_NO, wording=STANDARD)
    assert fault.value.characters in name
    assert "字库缺字" in str(fault.value)


@pytest.mark.parametrize("name", ["刘䶮", "𬭩㙍", "㛃珺", "镕喆堃昇", "Ａ·Ｂ", "阿布都热西提·吐尔逊"])
def test_rare_names_are_printed(name: str) -> None:
    assert name in text_of(render(sample("acceptance", applicant=name), CASE_NO))


def test_invisible_characters_are_left_out() -> None:
    text = text_of(render(sample("acceptance", applicant="张\u202e三\u0000\ufeff\u200b兰"), CASE_NO))
    assert "张三兰：" in text


def test_an_unknown_template_is_a_fault() -> None:
    for template in ("acceptance@1999-01", "../../etc/passwd@2026-11", "none@2026-11"):
        row = sample("acceptance")
        row.template = template
        with pytest.raises(RenderingFault):
            render(row, CASE_NO)


def test_a_field_that_is_not_there_is_a_fault() -> None:
    row = sample("refusal")
    del row.fields["basis_words"]
    with pytest.raises(RenderingFault, match="basis_words"):
        render(row, CASE_NO)


def test_what_the_codes_hold() -> None:
    assert target_of(sample("acceptance"), CASE_NO, "") == CASE_NO
    assert target_of(sample("acceptance"), CASE_NO, URL) == f"{URL}/track/?no={CASE_NO}"
    assert target_of(sample("certificate"), CASE_NO, URL) == f"{URL}/verify/{TOKEN}/"
    assert target_of(sample("certificate"), CASE_NO, "") == f"/verify/{TOKEN}/"


def test_a_preview_is_a_picture() -> None:
    assert picture(sample("acceptance"), CASE_NO, ppi=40)[0].startswith(b"\x89PNG")


def test_a_notice_has_the_sections_that_a_norm_lists() -> None:
    five = ["completeness", "acceptance", "special_steps", "next_steps", "fees"]
    told = {"special_steps": ["专家评审（时间不计入办理期限）"], "next_steps": ["审查", "决定"], "fee": "审批不收费"}
    text = text_of(render(sample("correction", sections=five, **told), CASE_NO, URL))
    heads = ("一、材料是否齐全", "二、是否受理", "三、是否需要实地勘查", "四、下一步程序", "五、收费标准")
    assert [words for words in (*heads, "现暂不受理", "专家评审", "补正、受理、审查、决定") if words not in text] == []
