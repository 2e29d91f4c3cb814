"""Bulletins: drafted from the numbers, worded, signed, corrected; frozen; and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.acts.city import City, build_city
from tests.acts.lives import promised_life, under_review, withdrawn_life
from tests.acts.seals.offices import new_seal
from tests.acts.test_refusals import refused
from yichuang.acts.bulletins.draft import BulletinDraft, draft
from yichuang.acts.bulletins.drafting import draft_due
from yichuang.acts.bulletins.frame import OnBulletin
from yichuang.acts.bulletins.make import kept_file, make_unmade
from yichuang.acts.bulletins.redraw import BulletinRedraw, redraw
from yichuang.acts.bulletins.sign import BulletinSignature, sign
from yichuang.acts.bulletins.word import BulletinWords, word
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.seals.register import register_seal
from yichuang.acts.statistics.counting import count_region
from yichuang.acts.supervision.watching import watch
from yichuang.records.bulletins.models import Bulletin
from yichuang.records.bulletins.queries import corrections, sealed_with
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.rendering import render
from yichuang.records.filestore import store
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.rules.statistics.bulletins import filled

pytestmark = pytest.mark.django_db
HERE, APRIL = "990100", date(2026, 4, 1)
WISH = BulletinDraft(HERE, "month", date(2026, 3, 31))


@pytest.fixture
def told(db: None) -> City:
    """One case that was decided, and one of March that is late and open; counted and watched."""
    city = build_city("cn.990100")
    promised_life(city)
    under_review(city)
    watch(HERE, city.ctx("system", APRIL))
    count_region(HERE, city.ctx("system", APRIL))
    return city


def drafted(city: City, wish: BulletinDraft = WISH, day: date = APRIL) -> Bulletin:
    filed = draft(wish, city.ctx("manager", day))
    return Bulletin.objects.get(region_code=HERE, id=UUID(filed.answer["bulletin"]))


def at(row: Bulletin) -> OnBulletin:
    return OnBulletin(HERE, row.id)


def signed(city: City, row: Bulletin) -> Bulletin:
    sign(BulletinSignature(at(row)), city.ctx("manager", APRIL))
    row.refresh_from_db()
    return row


def test_it_works(told: City) -> None:
    row = drafted(told)
    assert (row.shown["收件"], row.shown["办结"], row.state) == ("2", "1", "draft")
    assert {one["rule"] for one in row.lists["late"]} == {"超过承诺期限", "超过法定期限"}
    word(BulletinWords(at(row), {"situation": "三月办结【办结】件。"}), told.ctx("manager", APRIL))
    row = signed(told, row)
    assert (row.no[:8], row.title) == ("嘉宁市政务通报〔", "2026年3月窗口运行情况通报")
    assert row.fields["parts"][0] == ["总体情况", "三月办结1件。"]
    assert render(row, "JN-TB").startswith(b"%PDF")
    assert list(examine(HERE, directory())) == []


def test_a_signed_one_is_sealed_once_and_kept(told: City, tmp_path: Path, settings: Any) -> None:
    settings.YICHUANG_FILES = tmp_path
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "folder": str(tmp_path / "seals"), "stamps_url": ""}
    register_seal(new_seal(told, "department", told.centre.name), told.ctx("manager", date(2026, 1, 1)))
    row = drafted(told)
    ctx = told.ctx("system", APRIL)
    assert make_unmade(HERE, ctx) == 0  # a draft has no file
    row = signed(told, row)
    assert (make_unmade(HERE, ctx), make_unmade(HERE, ctx)) == (1, 0)
    row.refresh_from_db()
    made = store().read(kept_file(row))
    assert row.fields["file"]["size"] == len(made)
    assert b"/ByteRange" in made
    assert Entry.objects.get(region_code=HERE, verb="bulletin.made").facts["digest"] == kept_file(row)
    (use,) = sealed_with(HERE, row.fields["file"]["seal"])
    assert (use.no, use.sealed_at, use.signed_by_id) == (row.no, ctx.at, row.signed_by_id)
    assert list(examine(HERE, directory())) == []


def test_figures_stand_still_and_a_correction_is_a_new_one(told: City) -> None:
    row = signed(told, drafted(told))
    withdrawn_life(told)
    count_region(HERE, told.ctx("system", APRIL), anew=True)
    wish = BulletinDraft(HERE, "", APRIL, row.id, "三月六日的一件漏计")
    new = signed(told, drafted(told, wish))
    row.refresh_from_db()
    assert (row.shown["撤回"], new.shown["撤回"], new.title[-4:]) == ("0", "1", "（更正）")
    assert corrections(HERE, [row]) == {row.id: new}
    assert new.fields["corrects_no"] == row.no
    assert list(examine(HERE, directory())) == []


def test_a_draft_takes_the_figures_anew(told: City) -> None:
    row = drafted(told)
    withdrawn_life(told)
    count_region(HERE, told.ctx("system", APRIL), anew=True)
    redraw(BulletinRedraw(at(row)), told.ctx("manager", APRIL))
    row.refresh_from_db()
    assert row.shown["撤回"] == "1"
    with pytest.raises(Conflict):
        redraw(BulletinRedraw(OnBulletin(HERE, row.id, row.version - 1)), told.ctx("manager", APRIL))


def test_what_is_due_is_drafted_once(told: City) -> None:
    left: list[str] = []
    assert [draft_due(HERE, told.ctx("system", APRIL), left) for _ in range(2)] == [2, 0]
    assert sorted(Bulletin.objects.filter(region_code=HERE).values_list("every", "first")) == [
        ("month", date(2026, 3, 1)), ("week", date(2026, 3, 23)),
    ]  # fmt: skip
    assert left == []


@pytest.mark.parametrize(
    ("code", "wish"),
    [
        ("bulletin_early", BulletinDraft(HERE, "month", APRIL)),
        ("bulletin_not_used", BulletinDraft(HERE, "quarter", date(2026, 3, 1))),
        *(("bulletin_no_year", BulletinDraft(HERE, "week", day)) for day in (date.min, date(1900, 1, 1), date.max)),
        ("bulletin_not_used", BulletinDraft(HERE, "decade", date(2026, 3, 1))),
    ],
)
def test_drafts_are_refused(told: City, code: str, wish: BulletinDraft) -> None:
    refused(code, lambda: draft(wish, told.ctx("manager", APRIL)))


def test_words_and_signatures_are_refused(told: City) -> None:
    row = drafted(told)
    refused("bulletin_known", lambda: draft(WISH, told.ctx("manager", APRIL)))
    for code, words in (
        ("bulletin_empty", " "), ("bulletin_long", "长" * 1001), ("bulletin_no_figure", "【利润】"),
        ("bulletin_typed_figure", "办结 37 件"),
    ):  # fmt: skip
        wish = BulletinWords(at(row), {"situation": words})
        refused(code, lambda wish=wish: word(wish, told.ctx("manager", APRIL)))
    refused("not_yours", lambda: sign(BulletinSignature(at(row)), told.ctx("chief", APRIL)))
    refused("bulletin_unsigned", lambda: drafted(told, BulletinDraft(HERE, "", APRIL, row.id, "错")))
    signed(told, row)
    refused("bulletin_signed", lambda: word(BulletinWords(at(row), {"situation": "好"}), told.ctx("manager", APRIL)))
    refused("bulletin_reason", lambda: drafted(told, BulletinDraft(HERE, "", APRIL, row.id, " ")))


@pytest.mark.parametrize("act", [lambda on, ctx: sign(BulletinSignature(on), ctx)])
def test_what_is_not_there_is_not_found(told: City, act: Callable[..., Any]) -> None:
    with pytest.raises(NotFound):
        act(OnBulletin(HERE, UUID(int=7)), told.ctx("manager", APRIL))


def test_doctor_sees_a_figure_that_was_changed(told: City) -> None:
    row = signed(told, drafted(told))
    row.figures["groups"][0]["numbers"][0]["shown"] = "900"
    Bulletin.objects.filter(region_code=HERE, id=row.id).update(figures=row.figures)
    assert {one.code for one in examine(HERE, directory())} == {"column_differs"}


def test_a_name_becomes_its_figure() -> None:
    assert filled("收件【收件】件，【不知】", {"收件": "37"}) == "收件37件，【不知】"
