"""Searching the catalogue: the same on every database, for it never asks one."""

from __future__ import annotations

import time

import pytest

from yichuang.records.catalogue.search import Entry, SearchIndex
from yichuang.records.catalogue.search_text import search_text

ITEMS = {
    "取水许可审批": ["打井", "抽井水", "自备井"],
    "建设项目水土保持方案审批": ["水保方案"],
    "生育服务证审批": ["二胎证", "生孩子"],
    "店名牌匾、临时性广告规划许可证受理": ["开饭店挂招牌", "开店"],
    "老年优待证申领": ["坐公交免费"],
    "社会保障卡申领": [],
    "烟花爆竹经营(批发)许可": ["卖烟花"],
}


@pytest.fixture(scope="module")
def index() -> SearchIndex[str]:
    return SearchIndex(Entry(name, search_text(name, words)) for name, words in ITEMS.items())


def test_it_works(index: SearchIndex[str]) -> None:
    assert index.find("取水许可") == ["取水许可审批"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("取水", "取水许可审批"),
        ("qsxk", "取水许可审批"),
        ("QSXK", "取水许可审批"),
        ("ｑｓｘｋ", "取水许可审批"),
        ("xksp", "取水许可审批"),
        ("qushui", "取水许可审批"),
        ("qu shui", "取水许可审批"),
        ("抽井水", "取水许可审批"),
        ("我想打井怎么办", "取水许可审批"),
        ("  取水　审批 ", "取水许可审批"),
        ("二胎证", "生育服务证审批"),
        ("准生证", "生育服务证审批"),
        ("开饭店", "店名牌匾、临时性广告规划许可证受理"),
        ("老人优待证", "老年优待证申领"),
        ("社保卡", "社会保障卡申领"),
        ("sbk", "社会保障卡申领"),
        ("烟花 许可", "烟花爆竹经营(批发)许可"),
    ],
)
def test_what_people_type(index: SearchIndex[str], typed: str, first: str) -> None:
    assert index.find(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "   ", "zzzzq", "飞碟停车", "%", "_", "' OR 1=1 --", "\\", "取水 烟花"])
def test_nothing_fits(index: SearchIndex[str], typed: str) -> None:
    assert index.find(typed) == []


def test_wildcards_are_plain_characters(index: SearchIndex[str]) -> None:
    assert index.find("取水%") == ["取水许可审批"]


def test_a_hit_in_the_name_comes_first() -> None:
    rows = [("a", search_text("船舶检验", ["取水船"])), ("b", search_text("取水许可"))]
    assert SearchIndex(Entry(key, text) for key, text in rows).find("取水") == ["b", "a"]


def test_equals_keep_their_order() -> None:
    rows = [("late", (1.0,)), ("early", (0.0,))]
    index = SearchIndex(Entry(key, search_text("船舶登记"), order) for key, order in rows)
    assert index.find("船舶") == ["early", "late"]


def test_long_input_is_cut(index: SearchIndex[str]) -> None:
    assert index.find("取水" + "x" * 100_000) == []


def test_the_column_has_characters_pairs_pinyin_and_initials() -> None:
    tokens = search_text("取水证").rpartition("\n")[2].split()
    assert {"取", "取水", "水证", "qushuizheng", "shuizheng", "qsz", "sz", "z"} <= set(tokens)


@pytest.mark.slow
def test_ten_thousand_items_answer_at_once() -> None:
    texts = [search_text(name, words) for name, words in ITEMS.items()]
    rows = [Entry(number, texts[number % len(texts)]) for number in range(10_000)]
    start = time.process_time()
    index = SearchIndex(rows)
    built = time.process_time() - start
    assert index.find("抽井水")
    assert time.process_time() - start < 1.5 * built
