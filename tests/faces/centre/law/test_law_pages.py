"""The pages of the legal officer: every parameter opens, and the dry run counts without writing anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.acts.lives import accepted, promised_life, submitted
from yichuang.acts.inspection import usage
from yichuang.faces.centre.law.beyond import WHY, reckoned
from yichuang.faces.centre.law.used import used
from yichuang.law.book import book
from yichuang.records.cases.models import Case
from yichuang.records.documents.press import Press
from yichuang.records.ledger.models import Entry

pytestmark = pytest.mark.django_db

TRY = "/centre/law/decision_limit/?value={}&since=2027-01-01&for=cn&basis=x"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", sorted(book().parameters()))
def test_every_parameter_has_its_page(enter: Callable[[str], Client], name: str) -> None:
    assert book().parameter(name).term in text(enter("supervisor"), f"/centre/law/{name}/")


def test_a_legal_officer_reads_and_tries_and_sees_no_case(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    no = submitted(centre)
    on_day(date(2026, 3, 4))
    client = enter("legal")
    page = text(client, "/centre/law/answer_limit/?value=2&since=2027-01-01&for=cn&basis=x")
    assert "已给的承诺一件也不动" in page
    assert no not in page
    assert client.get("/centre/cases/").status_code == client.get("/worklist/").status_code == 403
    assert client.get(f"/cases/{no}/").status_code in (403, 404)


def test_a_press_that_breaks_is_told_and_mended(
    enter: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = enter("legal")
    usage._found.cache_clear()
    used.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(usage, "THE_PRESS", Press(patience=0.0))
        answer = client.get("/centre/law/answer_limit/")
    assert answer.status_code == 503
    assert "制作没有完成，请稍后再试" in answer.content.decode()
    assert client.get("/centre/law/answer_limit/").status_code == 200


def test_an_unknown_parameter_is_not_found(enter: Callable[[str], Client]) -> None:
    assert enter("supervisor").get("/centre/law/no_such_limit/").status_code == 404


def test_the_list_is_searched_and_filtered(enter: Callable[[str], Client]) -> None:
    client = enter("auditor")
    assert "延长期限" in text(client, "/centre/law/?q=extension_limit")
    assert "法定办结时限" not in text(client, "/centre/law/?unit=ratio")
    assert "偏离上位" in text(client, "/centre/law/?profile=cn.350500&only=departs")
    assert "没有符合这些条件的参数" in text(client, "/centre/law/?q=zzz")


def test_the_quotation_is_marked_in_the_article(enter: Callable[[str], Client]) -> None:
    page = text(enter("manager"), "/centre/law/decision_limit/?profile=cn")
    assert "<mark>应当自受理行政许可申请之日起二十日内作出行政许可决定</mark>" in page


def test_the_dry_run_counts_and_writes_nothing(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    no = submitted(centre)
    before = (Entry.objects.filter(region_code="990100").count(), Case.objects.get(region_code="990100", no=no).due_on)
    on_day(date(2026, 3, 4))
    page = text(enter("manager"), "/centre/law/answer_limit/?value=2&since=2027-01-01&for=cn&basis=x")
    assert no in page
    assert "已给的承诺一件也不动" in page
    after = (Entry.objects.filter(region_code="990100").count(), Case.objects.get(region_code="990100", no=no).due_on)
    assert before == after


def test_a_day_gone_by_counts_only_what_came_since(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    submitted(centre)
    on_day(date(2026, 6, 1))
    page = text(enter("manager"), "/centre/law/answer_limit/?value=2&since=2026-04-01&for=cn")
    assert "以后收的 0 件" in page


@pytest.mark.parametrize("value", ["-3", "abc", "", "20"])
def test_what_can_not_be_tried_is_told(enter: Callable[[str], Client], value: str) -> None:
    assert 'class="note err"' in text(enter("manager"), TRY.format(value))


@pytest.mark.parametrize("since", ["2027-13-01", "1999-01-01", "2099-01-01", "x"])
def test_a_day_out_of_reach_is_told(enter: Callable[[str], Client], since: str) -> None:
    page = text(enter("manager"), f"/centre/law/decision_limit/?value=5&since={since}&for=cn")
    assert 'class="note err"' in page


def test_the_queries_do_not_grow_with_the_cases(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    client = enter("manager")
    counts = []
    for _ in range(2):
        accepted(centre)
        on_day(date(2026, 3, 4))
        with CaptureQueriesContext(
            connection,
        ) as seen:
            text(client, "/centre/law/answer_limit/?value=2&since=2027-01-01&for=cn")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_who_does_not_watch_may_not_read(enter: Callable[[str], Any]) -> None:
    assert enter("clerk").get("/centre/law/").status_code == 403


def test_the_delivery_is_tried_by_department(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    promised_life(centre)
    on_day(date(2026, 6, 1))
    page = text(enter("manager"), "/centre/law/certificate_limit/?value=1&since=2027-01-01&for=cn&basis=x")
    assert "近 12 个月收的和在办的办件，1 件" in page
    assert "100%" in page
    assert "会成超期" in page
    assert "没有这样的记录" in text(enter("manager"), "/centre/law/countersign_limit/?value=1&since=2027-01-01&for=cn")


def test_a_limit_beyond_the_calendar_is_told(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    submitted(centre)
    on_day(date(2026, 3, 4))
    page = text(enter("manager"), "/centre/law/answer_limit/?value=9999&since=2027-01-01&for=cn")
    assert "算到了日历以外" in page


def test_who_signed_is_tried_against_another_signer(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:
    no = promised_life(centre)
    on_day(date(2026, 6, 1))
    client = enter("manager")
    page = text(client, "/centre/law/decision_signer/?value=government_head&since=2027-01-01&for=cn&basis=x")
    assert no in page
    assert "按新值不合规定" in page
    told = client.get("/centre/law/decision_signer/?value=government_head&since=2027-01-01&for=cn&format=records")
    assert no in told.content.decode()


def test_what_can_not_be_reckoned_says_why_and_what_it_touches(enter: Callable[[str], Client]) -> None:
    page = text(enter("manager"), "/centre/law/window_powers/")
    assert "这个参数不能逐件试算" in page
    assert "被拒绝的和没有去做的，账上没有记录" in page
    assert "改动会影响：行为" in page


def test_every_parameter_is_reckoned_or_says_why_not() -> None:
    names = set(book().parameters())
    assert sorted(names - reckoned() - set(WHY)) == [], "name it in a gauge (acts/inspection/trials) or in WHY"
    assert not reckoned() & set(WHY)
    assert reckoned() | set(WHY) <= names


@pytest.mark.parametrize(
    ("name", "read"),
    [("fraud_ban", True), ("payment_limit", True), ("project_lead_land", True), ("hearing_free", False)],
)
def test_a_norm_named_in_a_table_or_in_part_has_its_readers(
    enter: Callable[[str], Client], name: str, read: bool
) -> None:
    assert ("没有程序按它的取值作判断" not in text(enter("legal"), f"/centre/law/{name}/")) is read


def test_another_places_norms_are_not_tried_on_the_own_cases(centre: City, enter: Callable[[str], Client]) -> None:
    submitted(centre)
    own = text(enter("legal"), "/centre/law/answer_limit/?value=2&since=2027-01-01&for=cn")
    assert (centre.centre.name in own, "没有看" in own) == (True, False)
    page = text(enter("legal"), "/centre/law/answer_limit/?value=2&since=2027-01-01&for=cn.350300")
    assert ("没有看莆田市的办件和事项" in page, "到期日会不同" in page) == (True, False)
