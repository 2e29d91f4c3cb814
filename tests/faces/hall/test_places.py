"""The chain of places: centre, halls, townships, villages and communities, and what may be taken in there."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.acts.city import City, build_city
from yichuang.faces.common.place import PLACE_COOKIE
from yichuang.records.catalogue.models import Item
from yichuang.records.hall.models import Hall, ServiceLine
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Level, Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> City:
    """A centre with a branch hall, a township with its own centre, and a village below that."""
    city = build_city()
    hall = {"centre": city.centre, "region_code": city.centre.region.code, "address": "滨河路 18 号"}
    main = Hall.objects.create(slug="main", name="市政务大厅", kind="main", **hall)
    sub = Hall.objects.create(slug="sub", name="不动产分厅", kind="sub", parent=main, **hall)
    line = ServiceLine.objects.create(hall=sub, prefix="D", name="不动产", domain="real_estate")
    line.departments.set([city.department])
    town = Region.objects.create(code="990100100", name="青石镇", level=Level.TOWN, parent=city.centre.region)
    Region.objects.create(code="990100100201", name="东山村", level=Level.VILLAGE, parent=town)
    below = Centre.objects.create(region=town, name="青石镇便民服务中心", prefix="QS", profile=city.centre.profile)
    Department.objects.create(centre=below, slug="dongshan", name="东山村便民服务点", short_name="东山村")
    forget()
    return city


def test_it_works(city: City) -> None:
    text = Client().get("/places/").content.decode()
    chain = [city.centre.name, "不动产分厅", "青石镇便民服务中心", "东山村便民服务点"]
    found = [text.index(name, text.index('class="chain"')) for name in chain]
    assert found == sorted(found)
    assert f"这里的事项 {Item.objects.count()} 项" in text
    assert "工作日 09:00–17:00" in text


def test_what_a_hall_takes_in_is_one_press_away(city: City) -> None:
    answer = Client().post("/places/", {"place": f"{city.centre.prefix}:hall=sub"}, follow=True)
    assert answer.redirect_chain == [("/items/?hall=sub", 302)]
    assert answer.context["count"] == Item.objects.count()
    assert Client().get("/items/?hall=nowhere").context["count"] == Item.objects.count()


def test_an_unknown_place_is_not_chosen(city: City) -> None:
    answer = Client().post("/places/", {"place": "XX:hall=sub"})
    assert answer.status_code == 422
    assert PLACE_COOKIE not in answer.cookies
