"""/desk/<no>/delivery/of/<document>/: a decision on a certificate reaches its holder, and everybody sees until when."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.acts.delivery.after import noticed, revoked
from tests.faces.window.conftest import Desk, at, words
from yichuang.acts.act import On
from yichuang.records.certificates.models import Certificate
from yichuang.records.delivery.models import Delivery
from yichuang.records.ids import new_id

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)


@pytest.fixture
def clerk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A clerk on the day of the decision."""
    at(DAY, monkeypatch)
    return desk


def seen_by(login: str, desk: Desk, address: str) -> str:
    """Return what somebody else reads there."""
    client = Client()
    client.force_login(desk.city.people[login])
    return words(client.get(address))


def places(on: On) -> tuple[str, str]:
    """Return the address of the case for its holder, and of the certificate for the office."""
    held = Certificate.objects.get(region_code="990100", case__region_code="990100", case__no=on.no)
    return f"/my/cases/{on.no}/", f"/certificates/{held.id}/"


def test_it_works(clerk: Desk) -> None:
    on = revoked(clerk.city)
    mine, office = places(on)
    assert "待送达的后续决定" in words(clerk.get("/desk/deliveries/"))
    for page in (seen_by("resident", clerk, mine), seen_by("reviewer", clerk, office)):
        assert "还没有登记送达" in page
    there = f"delivery/of/{on.document}/"
    assert clerk.on_case(on.no, f"{there}hand/", receiver="孙玉兰", relation="本人").status_code == 302
    assert "已送达" in words(clerk.get(f"/desk/{on.no}/{there}"))
    for page in (seen_by("resident", clerk, mine), seen_by("reviewer", clerk, office)):
        assert "2026-05-08" in page  # 60 days
        assert "2026-09-09" in page  # six months
    assert "待送达的后续决定" not in words(clerk.get("/desk/deliveries/"))


def test_not_twice(clerk: Desk) -> None:
    on = revoked(clerk.city)
    step = f"delivery/of/{on.document}/hand/"
    clerk.on_case(on.no, step, receiver="孙玉兰", relation="本人")
    again = clerk.on_case(on.no, step, receiver="孙玉兰", relation="本人")
    assert again.status_code == 422
    assert "已经送达，不再重复送达" in words(again)
    assert Delivery.objects.filter(region_code="990100").count() == 2


def test_only_a_decision_that_there_is(clerk: Desk) -> None:
    on = revoked(clerk.city)
    assert clerk.get(f"/desk/{on.no}/delivery/of/{new_id()}/").status_code == 404
    assert clerk.on_case(on.no, f"delivery/of/{new_id()}/hand/", receiver="孙玉兰").status_code == 404


def test_the_holder_agrees_to_this_decision_only(clerk: Desk) -> None:
    on = revoked(clerk.city)
    client = Client()
    client.force_login(clerk.city.people["resident"])
    told = {"key": "k-123456789", "do": "agree", "document": str(on.document)}
    assert client.post(f"/my/cases/{on.no}/delivery/", told).status_code == 302
    assert "申请人已同意电子送达" in words(clerk.get(f"/desk/{on.no}/delivery/of/{on.document}/"))
    wrong = client.post(f"/my/cases/{on.no}/delivery/", told | {"key": "k-2345678901", "document": "x"})
    assert wrong.status_code == 422


def test_the_public_notice_names_the_decision(clerk: Desk) -> None:
    noticed(clerk.city)
    assert "撤销行政许可决定书" in words(clerk.client.get("/notices/deliveries/"))
