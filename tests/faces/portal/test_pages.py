"""Every reading page answers, without script, with few queries however many items there are."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

ITEM = "取水许可审批"
PAGES = [
    "/",
    "/?by=organisation",
    "/?by=department",
    "/items/",
    "/items/?for=person&theme=090",
    "/items/?for=organisation&dept=water&kind=promised&online=1&q=取水",
    "/items/?page=3",
    "/departments/",
    "/departments/water/",
    "/departments/fire/",
    "/search/",
    "/search/?q=取水",
    "/search/?q=zzzzq",
    "/about/identify/",
    "/about/accessibility/",
]
OF_ITEM = [(), ("print",), ("clock",), ("check",), ("blank", "QS01"), ("blank", "QS02"), ("blank", "QS09")]


@pytest.mark.parametrize("url", PAGES)
def test_it_works(client: Client, django_assert_max_num_queries: Any, url: str) -> None:
    with django_assert_max_num_queries(20):  # the first page of a process also fills the memory
        client.get(url)
    with django_assert_max_num_queries(4):
        answer = client.get(url)
    assert answer.status_code == 200
    assert 'style="' not in answer.content.decode()


@pytest.mark.parametrize("rest", OF_ITEM)
def test_pages_of_an_item(
    client: Client, django_assert_max_num_queries: Any, address: Any, rest: tuple[str, ...]
) -> None:
    client.get("/")
    with django_assert_max_num_queries(10):
        answer = client.get(address(ITEM, *rest))
    assert answer.status_code == 200
    assert ITEM in answer.content.decode()


@pytest.mark.parametrize(
    "url",
    ["/items/nothing/", "/items/nothing/print/", "/items/nothing/clock/", "/items/nothing/check/",
     "/items/nothing/blank/A/", "/departments/nobody/"],
)  # fmt: skip
def test_unknown(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


def test_strange_filters_are_left_out(client: Client) -> None:
    answer = client.get("/items/?for=dog&theme=1&dept=%27&kind=x&page=zz&online=maybe")
    assert answer.context["count"] == 85


def test_what_is_typed_is_escaped(client: Client) -> None:
    text = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in text


def test_the_home_page_counts_what_is_there(client: Client) -> None:
    context = client.get("/").context
    assert (context["all_count"], context["online_count"]) == (85, 14)
    assert context["hall"].windows == 36


def test_an_address_that_is_only_a_button_says_so(client: Client) -> None:
    for answer in (client.get("/logout/"), client.post("/items/")):
        assert answer.status_code == 405
        assert "不能这样打开" in answer.content.decode()
        assert answer.headers["Allow"]
