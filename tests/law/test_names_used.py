"""Every norm named in the code exists, and every basis in a docstring can be cited."""

import re
from pathlib import Path

from yichuang.law.book import book

SRC = Path(__file__).resolve().parents[2] / "src" / "yichuang"
# The scanner of these very lines (traceability) names patterns, not articles.
CODE = {p: p.read_text(encoding="utf-8") for p in SRC.rglob("*.py") if "traceability" not in p.parts}
ASKED = re.compile(r"""\b(?:norms|law)\.(?:term|number|choice|choices|flag|ratio|basis|norm|get)\(\s*"([^"]+)"\s*\)""")
BASIS = re.compile(r"Basis:((?:.|\n)*?)(?:\"\"\"|\n\s*\n|\.\s*\n)")
PLACE = re.compile(r"\b(?:XKF|FYF|SSF|MFD|MSF|FJB|ZXZW|SPC09|QSTL|AQTL|DZQM|GRXX|DAF|YSHJ|S\d[a-i]?)-[^\s,;。]+")


def test_every_norm_asked_for_exists():
    asked = {(name, path.name) for path, text in CODE.items() for name in ASKED.findall(text)}
    assert asked
    assert {(name, file) for name, file in asked if name not in book().parameters()} == set()


def test_every_basis_in_a_docstring_can_be_cited():
    places = {
        place.rstrip(".,:") for text in CODE.values() for rows in BASIS.findall(text) for place in PLACE.findall(rows)
    }
    assert places
    for place in places:
        assert book().cite(place)


def test_every_source_named_by_a_code_exists():
    named = {
        match
        for text in CODE.values()
        for rows in BASIS.findall(text)
        for match in re.findall(r"\b([A-Z][A-Za-z0-9]+)-\d", rows)
    }
    assert named - {"NOTICE"} - set(book().sources()) == set()
