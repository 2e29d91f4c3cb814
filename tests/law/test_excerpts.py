"""The shipped excerpts are the words of the source documents; every cited article exists there."""

import pytest

from tests.law.source_text import articles, folder, lines
from yichuang.law import citations
from yichuang.law.book import SHIPPED, book
from yichuang.law.texts import load_texts

LAW = book()
EXCERPTS = [
    pytest.param(name, section, paragraphs, id=f"{name}-{section}")
    for name, sections in load_texts(SHIPPED / "texts").items()
    for section, paragraphs in sections.items()
    if LAW.sources()[name].files
]


@pytest.fixture(autouse=True)
def documents():
    if folder() is None:
        pytest.skip("the source documents are not beside this checkout; set YICHUANG_SOURCES_DIR")


@pytest.mark.parametrize(("name", "section", "paragraphs"), EXCERPTS)
def test_an_excerpt_is_what_the_document_says(name, section, paragraphs):
    source = LAW.sources()[name]
    document = lines(source.files[0])
    if source.form == "articles":
        assert tuple(articles(document)[section]) == paragraphs
    else:
        assert all(line in document for paragraph in paragraphs for line in paragraph.split("\n"))


@pytest.mark.parametrize("name", [s.id for s in LAW.sources().values() if s.files and s.level == "law"])
def test_a_cited_article_exists_in_the_law(name):
    known = articles(lines(LAW.sources()[name].files[0]))
    cited = [v.basis for p in LAW.parameters().values() for v in p.values]
    places = [citations.place(part, LAW.sources()) for basis in cited for part in citations.parts(basis)]
    assert all(where.section in known for where in places if where.source == name)
