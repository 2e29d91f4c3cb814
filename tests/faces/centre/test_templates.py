"""The pages of templates: who enters, the sample at once, the fault as a sentence, publication and history."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.acts.lives import accepted
from yichuang.records.ledger.models import Counter
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/receipt/"


@pytest.fixture
def admin(centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]) -> Client:
    """The administrator's browser, on 3 March."""
    on_day(date(2026, 3, 3))
    centre.give("stranger", "system_admin")
    forget()
    return enter("stranger")


def test_only_the_administrator_enters(admin: Client, enter: Callable[[str], Client]) -> None:
    assert enter("manager").get("/centre/templates/").status_code == 403
    assert "收件凭证" in admin.get("/centre/templates/").content.decode()
    assert admin.get("/centre/templates/nothing/").status_code == 404


def test_the_sample_follows_what_is_typed(admin: Client) -> None:
    shown = admin.get(PAGE)
    assert shown.content.count(b"data:image/png") == 1
    typed = admin.post(PAGE, {"extra": "多谢", "paper": "80mm"}, headers={"HX-Request": "true"})
    assert b"<html" not in typed.content
    assert b"data:image/png" in typed.content
    broken = admin.post(PAGE, {"extra": "\U000323a0"})
    assert "字库缺字：\U000323a0" in broken.content.decode()


def test_it_is_published_and_remembered(admin: Client) -> None:
    typed = {"closing": "特此告知", "effective_on": "2026-03-04", "do": "publish", "key": "template-1", "after": "0"}
    assert admin.post(PAGE, typed).status_code == 302
    assert "特此告知" in admin.get(PAGE).content.decode()
    late = admin.post(PAGE, typed | {"effective_on": "2026-03-03", "key": "template-2", "after": "1"})
    assert late.status_code == 422
    assert "次日起施行" in late.content.decode()
    assert "特此告知" in late.content.decode()  # what was typed stays
    far = admin.post(PAGE, typed | {"effective_on": "9999-12-31", "key": "template-4", "after": "1"})
    assert "施行日期太晚" in far.content.decode()
    assert "最多" in admin.post(PAGE, {"letterhead": "W" * 10_000, "do": "preview"}).content.decode()
    assert admin.post(PAGE, typed | {"key": "template-3"}).status_code == 409


def test_the_series_of_numbers_are_shown(admin: Client, centre: City, enter: Callable[[str], Client]) -> None:
    accepted(centre)
    Counter.objects.filter(region_code="990100", name__contains="许受").update(value=3)
    page = enter("auditor").get("/centre/numbers/").content.decode()
    assert [words for words in ("嘉水许受〔2026〕", "2–3", "1 个序列有缺号") if words not in page] == []


def test_many_series_are_read_at_once(centre: City, enter: Callable[[str], Client]) -> None:
    auditor, asked = enter("auditor"), []
    for word in ("", "嘉水试甲", "嘉水试乙", "嘉水试丙"):
        if word:
            Counter(region_code="990100", name=f"document:{word}:2026", value=1).save()
        with CaptureQueriesContext(connection) as queries:
            assert auditor.get("/centre/numbers/").status_code == 200
        asked.append(len(queries))
    assert len(set(asked[1:])) == 1
