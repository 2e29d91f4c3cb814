"""一审一核 at the window, powers that were not granted, and the day on which the file has to be handed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.lives import accepted
from tests.faces.window.conftest import at
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import forget
from yichuang.records.org.models import WindowGrant

pytestmark = pytest.mark.django_db
KEY = "k" * 24


@pytest.fixture
def as_(city: City) -> Callable[[str], Client]:
    def login(who: str) -> Client:
        client = Client()
        client.force_login(city.people[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login


def under(city: City, profile: str) -> None:
    city.department.profile = profile
    city.department.save()
    city.promised.review_rules = {"formal_only": True}
    city.promised.save()
    version_of.cache_clear()
    forget()


def grant(city: City, *powers: str) -> None:
    for power in powers:
        WindowGrant.objects.create(
            region_code="990100", department=city.department, power=power, basis="授权书", starts_on="2020-01-01"
        )
    forget()


def test_it_works(city: City, as_: Any) -> None:
    under(city, "cn.620800")
    grant(city, "acceptance", "instant_approval", "coordination")
    no = accepted(city)
    assert "窗口审查…" in as_("clerk").get(f"/desk/{no}/").content.decode()
    assert 'name="opinion"' in as_("clerk").get(f"/desk/{no}/check/").content.decode()
    wish = {"conclusion": "符合", "opinion": "形式审查合格", "key": KEY}
    assert as_("clerk").post(f"/desk/{no}/check/", wish).status_code == 302
    page = as_("chief").post(f"/desk/{no}/decide/", {"conclusion": "准予许可", "basis": "《水法》", "key": KEY + "2"})
    assert page.status_code == 302
    assert Case.objects.get(region_code="990100", no=no).state == "decided"
    version_of.cache_clear()


def test_a_power_that_was_not_granted_says_so(city: City, as_: Any) -> None:
    under(city, "cn.620800")
    grant(city, "acceptance")
    no = accepted(city)
    assert "没有把“承诺件组织协调权”授予窗口" in as_("clerk").get(f"/desk/{no}/").content.decode()
    version_of.cache_clear()


def test_elsewhere_there_is_no_such_button(city: City, as_: Any) -> None:
    no = accepted(city)
    assert "窗口审查" not in as_("clerk").get(f"/desk/{no}/").content.decode()


def test_the_list_says_until_when_the_file_is_handed_over(
    city: City, as_: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    under(city, "cn.990000.land")
    accepted(city)
    at(date(2026, 3, 4), monkeypatch)
    page = as_("clerk").get("/desk/accepted/").content.decode()
    assert "前移交" in page
    assert "超期未移交" in page
    version_of.cache_clear()
