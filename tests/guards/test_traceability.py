"""Every rule of the requirements is traced: to code that something tries, or to the part that will do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.sources import ROOT, none_of
from yichuang.faces.terminal.traceability import PAGE, made
from yichuang.faces.terminal.traceability.finding import Found, complaints, find_all, inside
from yichuang.faces.terminal.traceability.requirements import Row, row_of
from yichuang.faces.terminal.traceability.tree import Tree, read_tree

FIRST, LAST = {"L": 1, "R": 1}, {"L": 44, "R": 186}


@pytest.fixture(scope="module")
def written() -> tuple[str, list[str]]:
    return made()


@pytest.fixture(scope="module")
def tree() -> Tree:
    return read_tree(ROOT)


def wrong(tree: Tree, **fields: object) -> list[str]:
    """What is said about one planted row."""
    row = row_of("R999", {"title": "示例", **fields})
    return list(complaints([row], find_all([row], tree), tree))


def found(tree: Tree, **fields: object) -> Found:
    """What is found for one planted row."""
    return find_all([Row("R999", "示例", **fields)], tree)["R999"]  # type: ignore[arg-type]


def test_every_row_leads_somewhere(written: tuple[str, list[str]]) -> None:
    none_of(written[1])


def test_the_page_is_up_to_date(written: tuple[str, list[str]]) -> None:
    fresh = PAGE.read_text(encoding="utf-8") == written[0]
    assert fresh, "docs/legal/traceability.md is not what the sources say: ./yc traceability"


def test_no_row_is_left_out() -> None:
    from yichuang.faces.terminal.traceability import ROWS, read_rows

    numbers = [row.no for row in read_rows(ROWS)]
    assert numbers == [
        f"{kind}{number:0{width}}"
        for kind, width in (("L", 2), ("R", 3))
        for number in range(FIRST[kind], LAST[kind] + 1)
    ]


def test_an_article_covers_its_items() -> None:
    assert inside(["XKF-32.1"], "XKF-42.1, XKF-32.1(4)")
    assert inside(["MFD-201..203"], "MFD-203.2")
    assert not inside(["XKF-32.1(4)"], "XKF-32.1")
    assert not inside(["S0b-15.1"], "S0b-15.2")


def test_it_finds_what_is_done(tree: Tree) -> None:
    deed = found(tree, norms=("extension_limit",), acts=("case.extended",))
    assert "cn" in deed.norms["extension_limit"]
    assert "yichuang.rules.limits.extension_allowed" in {symbol.dotted for symbol in deed.code}
    assert deed.acts["case.extended"].path == "src/yichuang/acts/handling/extend.py"
    assert "tests/rules/test_limits.py" in deed.tests
    assert "/cases/{no}/extend/" in deed.screens


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"source": ["S0b-3"]}, "没有找到代码"),
        ({"acts": ["case.accepted"], "dated": True}, "没有法规算例"),
        ({"part": 2, "norms": ["no_such_norm"]}, "没有 no_such_norm"),
        ({"part": 2, "acts": ["case.forgotten"]}, "没有 case.forgotten"),
        ({"part": 2, "code": ["rules.nowhere"]}, "没有 rules.nowhere"),
        ({"part": 2, "screens": ["no_such_page"]}, "没有 no_such_page"),
        ({"part": 7}, "没有第 7 部分"),
    ],
)
def test_it_bites(tree: Tree, fields: dict[str, object], said: str) -> None:
    assert any(said in fault for fault in wrong(tree, **fields))


def test_a_later_part_needs_nothing(tree: Tree) -> None:
    assert wrong(tree, source=["S0b-14"], part=2) == []


def test_the_page_names_only_what_exists(written: tuple[str, list[str]]) -> None:
    named = {word for word in written[0].split("`") if word.startswith(("src/", "tests/", "docs/"))}
    assert len(named) > 50
    none_of(name for name in named if not Path(ROOT / name).exists())


def test_the_interface_stands_where_its_addresses_say(tree: Tree) -> None:
    prefix = next(iter(tree.symbols["yichuang.faces.api.site.PREFIX"].words))
    assert all(address.url.startswith((f"{prefix}/", "/api/")) for address in tree.addresses if "api:" in address.name)
    assert "/api/v1/cases" in {address.url for address in tree.addresses}
