"""Every component on a page: it renders, says what it means, and breaks no rule of the house."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Any
from xml.etree import ElementTree

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from tests.faces.common import gallery
from tests.faces.common.test_forms import GOOD, SECTIONS, spec
from yichuang.faces.common import nav
from yichuang.faces.common.forms.schema_form import answers, bind
from yichuang.rules.officers import ANONYMOUS

STATIC = Path(gallery.__file__).parents[3] / "src/yichuang/faces/common/static/yichuang"
TEMPLATES = STATIC.parents[1] / "templates"
CSS_BUDGET, JS_BUDGET = 64 * 1024, 15 * 1024


@pytest.fixture(params=["common/public.html", "common/staff.html"])
def page(request: pytest.FixtureRequest) -> str:
    return gallery.page(request.param)


def form() -> str:
    wrong = bind(spec(), dict(GOOD, volume="三万多", start="", near=""), today=gallery.TODAY, section="plan")
    return gallery.form_page(wrong, answers(spec(), wrong.values))


def tag(text: str, **values: object) -> str:
    request = RequestFactory().get("/worklist/?light=red&page=3")
    return engines["django"].from_string("{% load yc %}" + text).render(values, request)


def test_it_works(page: str) -> None:
    for words in ("剩 3 日", "超 2 日", "暂停", "办结", "承诺件", "11-13 至 11-18 专家评审，不计时", "2027-01-18 周一"):
        assert words in page


def test_no_inline_style_or_script(page: str) -> None:
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! src=)", page + form())


def test_every_id_is_there_once_and_every_reference_leads_somewhere() -> None:
    page = form()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    wanted = re.findall(r'(?:href="#|for="|aria-describedby=")([^"# ]+)', page)
    assert set(wanted) <= set(ids)


def test_the_form_shows_its_errors_twice_and_in_the_title() -> None:
    page = form()
    assert page.count("请填数字，单位是万立方米") == 2
    assert "<title>错误：取水方案" in page
    assert 'value="三万多"' in page
    assert 'aria-invalid="true"' in page


def test_icons_are_all_in_the_sprite() -> None:
    sprite = ElementTree.fromstring((STATIC / "icons.svg").read_text(encoding="utf-8"))
    known = {symbol.get("id") for symbol in sprite}
    faces = TEMPLATES.parents[1]
    used = {
        name
        for path in faces.rglob("*.html")
        for name in re.findall(r'{% icon "([a-z]+)"', path.read_text(encoding="utf-8"))
    }
    assert used <= known


def test_the_look_stays_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.glob("*.css")) <= CSS_BUDGET
    assert sum(path.stat().st_size for path in STATIC.glob("*.js")) < JS_BUDGET


@pytest.mark.parametrize("name", ["403.html", "404.html", "409.html", "500.html"])
def test_an_error_page_says_what_to_do(name: str) -> None:
    request = RequestFactory().get("/cases/1/")
    page = render_to_string(f"common/{name}", {"needed": ["审查人"]}, request)
    assert "<h1>" in page
    assert 'class="btn"' in page


def test_a_refusal_names_its_article() -> None:
    page = gallery.render('{% include "common/part/refused.html" %}', refusal=gallery.context()["refusal"])
    assert "第四十二条第一款" in page
    assert 'role="alert"' in page


def test_a_letter_loads_the_paper() -> None:
    assert "yichuang/paper" in gallery.letter_page()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{% light "green" 3 %}', '<span class="light green">剩 3 日</span>'),
        ('{% light "yellow" 0 %}', "今天到期"),
        ('{% light "red" -2 "会签" %}', "会签 · 超 2 日"),
        ('{% light "pause" 4 %}', ">暂停<"),
        ('{% light "green" None "轮到市水务局" %}', ">轮到市水务局<"),
        ('{% light "green" 3 unit="个工作日" %}', "剩 3 个工作日"),
        ('{% kind "joint" short=True %}', 'title="联办件">联<'),
        ('{% query light=None dept="water" %}', "?page=3&amp;dept=water"),
        ('{{ "<b>"|masked }}', "&lt;*&gt;"),
        ("{{ d|day }}{{ d|full_day }}", "2026-11-25 周三2026年11月25日"),
        ("{% icon 'search' '搜索' %}", 'aria-label="搜索"'),
        ("{{ 52428800|size_words }} {{ 3000|size_words }}", "50.0 MB 3 KB"),
    ],
)
def test_a_tag_says(text: str, shown: str) -> None:
    assert shown in tag(text, d=date(2026, 11, 25))


def test_the_menu_marks_where_one_is() -> None:
    links = [nav.Link("首页", "/"), nav.Link("待我办理", "/worklist/"), nav.Link("全部办件", "/cases/")]
    assert tag("{% nav_links links %}", links=links).count("aria-current") == 1


def test_a_link_may_be_for_some_only() -> None:
    request = RequestFactory().get("/")
    request.officer = ANONYMOUS
    nav.add_staff("测试组", nav.Link("给别人的", "/x/", when=lambda _request: False))
    assert "测试组" not in [group.title for group in nav.staff(request)]


@pytest.mark.django_db
def test_the_care_switch_is_remembered(client: Client) -> None:
    answer = client.post("/mode/", {"care": "1", "next": "/items/?kind=joint"})
    assert (answer.status_code, answer["Location"]) == (302, "/items/?kind=joint")
    assert client.cookies["care"].value == "1"
    assert not client.post("/mode/", {"care": "0"}).cookies["care"].value


@pytest.mark.django_db
def test_the_switch_leads_nowhere_else(client: Client) -> None:
    assert client.post("/mode/", {"care": "1", "next": "//evil.example/"})["Location"] == "/"


def test_a_flash_has_its_links() -> None:
    message = Any(level_tag="success", extra_tags='[{"label": "打印", "url": "/p/"}]', __str__=lambda: "已受理")
    page = gallery.render('{% include "common/frame/flash.html" %}', messages=[message])
    assert '<a href="/p/">打印</a>' in page


def test_sections_are_those_of_the_layout() -> None:
    assert [s.title for s in spec().sections] == [s["title"] for s in SECTIONS]
