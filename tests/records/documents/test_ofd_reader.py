"""OFD opened by a reader that somebody else wrote: the same words in the same course, on pages of the same size."""

from importlib import util

import pytest

from tests.records.documents.made import made
from tests.records.documents.reading import text_of
from tests.records.documents.test_ofd import ABOUT
from yichuang.records.documents.ofd import ofd_of

KINDS = ("grant", "certificate", "fee_notice", "meeting_minutes")


@pytest.mark.skipif(not util.find_spec("ofdkit"), reason="NOT RUN: ofdkit — uv sync")
@pytest.mark.parametrize("kind", KINDS)
def test_an_independent_reader_opens_it(kind: str) -> None:
    import ofdkit

    with ofdkit.open(ofd_of(made(kind), ABOUT)) as document:
        said = "".join(document.text().split()).replace("\u200b", "")
        assert document.warnings == []
        told, pages = document.info, [(page.width, page.height) for page in document.pages]
    assert (told.title, told.author) == (ABOUT.title, ABOUT.author)
    assert set(pages) == {(210.0, 297.0)}
    assert sorted(said) == sorted(text_of(made(kind)))


@pytest.mark.skipif(not util.find_spec("ofdkit"), reason="NOT RUN: ofdkit — uv sync")
def test_and_reads_a_decision_as_a_person_does() -> None:
    import ofdkit

    said = "".join(ofdkit.extract_text(ofd_of(made("grant"), ABOUT)).split())
    course = ["嘉宁市水务局", "准予行政许可决定书", "嘉水许告〔2026〕5号", "本机关决定：准予", "印章位置", "联系电话"]
    places = [said.index(words) for words in course]
    assert places == sorted(places)
