"""Hostile input on every page and every form: an answer with a sentence, never a 5xx, nothing half written.

The crawl reads the forms of each page as a browser would, keeps what they hold, and spoils one field after the other.
SQLite gets every text. PostgreSQL gets those that a database may choke on; the others never reach it or are any text
to it, and the same pages answer them on SQLite.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from tests.faces.matrix.conftest import browsers as browsers
from tests.faces.matrix.conftest import built as built
from tests.faces.matrix.conftest import region_guard as region_guard
from tests.faces.matrix.conftest import world as world
from tests.faces.matrix.routes import Route, routes
from tests.faces.matrix.table import TABLE, Row
from tests.faces.matrix.world import World
from tests.guards.sources import none_of
from yichuang.acts.inspection.doctor import examine
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory

LONG = "长" * 350_000  # about a megabyte
NASTY = {
    "NUL": "a\x00b",
    "only NUL": "\x00",
    "megabyte": LONG,
    "letters": "𠮷野家𪚥𫝆👩\u200d👩\u200d👧🏳️\u200d🌈" + "e\u0301" * 40 + "\u202e许可\u2066",
    "code": "' OR 1=1; DROP TABLE cases_case;--<img src=x onerror=alert(1)>\"'{{ 7*7 }}{% debug %}{0.__class__}../..",
    "digits": "9" * 5000,
    "big number": "99999999999999999999",
    "negative": "-1",
    "not a number": "NaN",
    "date": "2026-02-30",
    "year": "0000-00-00",
    "blank": "   ",
    "lines": "a\r\nSet-Cookie: x=1",
}
FOR_A_DATABASE = ("NUL", "only NUL", "letters", "code", "digits", "big number", "negative", "date", "year")
IN_PATHS = ("%00", "..", "%2e%2e%2f", "JN-2026-000001%00", "JN-2026-", "JN-0000-999999999999999999", "JN-2026-000001'")
IN_PATHS += ("%F0%A0%AE%B7", "%ED%A0%80", "%FF", "x" * 2000, "jn-2026-000001 ", "%0d%0aX: 1", "JN-２０２６-000001")
QUERIES = (
    "q page tab light item kind step handler since until region flag dept limit situation by theme for next no".split()
)
QUERIES += "centre done cursor sort power level back stage".split()
ROUTES = [pytest.param(route, TABLE[route.name], id=route.name) for route in routes() if route.name in TABLE]
PAGES = [param for param in ROUTES if param.values[1].get in (200, 302) and not param.values[1].token]
JUDGED_BEFORE = pytest.mark.sqlite  # before any database is asked: once is enough
FORMS = [param for param in PAGES if param.values[1].post != 405]


class Fields(HTMLParser):
    """The fields of every form of a page: its address, and name and value of each field."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect."""
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method", "").lower() == "post":
            self.forms.append((told.get("action", ""), {}))
        elif tag == "form":
            self.forms.append(("GET", {}))
        elif self.forms and tag in ("input", "select", "textarea", "button") and told.get("name"):
            self.forms[-1][1].setdefault(told["name"], told.get("value", ""))


def who_sees(row: Row) -> tuple[str, str]:
    """Somebody who may enter and has something to see, and the place of it."""
    who = next(who for who in sorted(row.who) if who != "anonymous" and (not row.sees or row.sees.get(who)))
    return who, next(iter(sorted(row.sees[who]))) if row.sees else "own"


def nasty() -> dict[str, str]:
    """The hostile texts for the database of this run."""
    return NASTY if connection.vendor == "sqlite" else {name: NASTY[name] for name in FOR_A_DATABASE}


def fault(what: str, answer: Any) -> list[str]:
    """What to report of an answer: nothing, unless it is a 5xx."""
    if answer.status_code < 500:
        return []
    info = getattr(answer, "exc_info", None)
    return [f"{what}: {answer.status_code} {traceback.format_exception(*info)[-1].strip()[:200] if info else ''}"]


def undone(client: Client, address: str, fields: Any) -> Any:
    """Post, and take back what it did."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.post(address, fields)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


@pytest.mark.parametrize(("route", "row"), PAGES)
def test_queries(route: Route, row: Row, world: World, browsers: dict[str, Client]) -> None:
    who, place = who_sees(row)
    address, faults = route.of(world, place, row.state), []
    for name, value in nasty().items():
        text = value[:3000]  # servers refuse longer addresses themselves
        answer = browsers[who].get(f"{address}?{urlencode(dict.fromkeys(QUERIES, text))}")
        faults += fault(f"GET {address} with {name}", answer)
    none_of([*faults, *fault("bytes", browsers[who].get(f"{address}?q=%ff%fe%00&page=%c0"))])


@pytest.mark.parametrize(("route", "row"), [param for param in ROUTES if "<" in param.values[0].address])
def test_addresses(route: Route, row: Row, world: World, browsers: dict[str, Client]) -> None:
    who, place = who_sees(row)
    address, faults = route.of(world, place, row.state), []
    for part in [part for part in address.split("/") if part and part not in route.address.split("/")]:
        for hostile in IN_PATHS:
            spoilt = address.replace(f"/{part}", f"/{hostile}", 1)
            faults += fault(f"GET {spoilt[:80]}", browsers[who].get(spoilt))
            faults += fault(f"POST {spoilt[:80]}", undone(browsers[who], spoilt, {"key": new_id().hex}))
    none_of(faults)


def spoilt(fields: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form with each kind of hostile text in all its fields but key and version, and in those alone."""
    keep = {"key": new_id().hex, "csrfmiddlewaretoken": ""}
    for name, value in nasty().items():
        yield name, fields | dict.fromkeys(fields, value) | keep | {"version": fields.get("version", "1")}
    for name in ("NUL", "digits", "big number", "negative"):
        yield f"version {name}", fields | keep | {"version": NASTY[name]}
    if connection.vendor != "sqlite":
        return  # what follows is judged before any database
    for name in ("NUL", "letters"):
        yield f"key {name}", fields | {"key": NASTY[name] * 3}
    yield "lists", {name: [value, value] for name, value in fields.items()} | keep
    yield "files", {name: SimpleUploadedFile("a.txt", b"x") for name in fields} | keep
    yield "nothing", keep


@pytest.mark.parametrize(("route", "row"), FORMS)
def test_forms(route: Route, row: Row, world: World, browsers: dict[str, Client]) -> None:
    who, place = who_sees(row)
    address, faults = route.of(world, place, row.state), []
    reader = Fields()
    reader.feed(browsers[who].get(address).content.decode())
    forms = [form for form in reader.forms if form[0] not in ("GET", "/logout/", "/mode/", "/demo/time/")] or [("", {})]
    for action, fields in forms:
        target = action if action.startswith("/") else address
        for name, told in spoilt(fields | {"reason": "", "opinion": "", "w_item": "", "a_number": ""}):
            faults += fault(f"POST {target} with {name}", undone(browsers[who], target, told))
    none_of(faults)


@JUDGED_BEFORE
def test_other_methods(world: World, browsers: dict[str, Client]) -> None:
    faults = []
    for param in ROUTES:
        route, row = param.values
        who, place = who_sees(row)
        address = route.of(world, place, row.state)
        for method in ("put", "patch", "delete", "options", "head", "trace"):
            with transaction.atomic():
                faults += fault(f"{method} {address}", getattr(browsers[who], method)(address))
                transaction.set_rollback(True)
    none_of(faults)


@JUDGED_BEFORE
def test_bodies_that_are_no_form(world: World, browsers: dict[str, Client]) -> None:
    kinds = {
        "application/json": b'{"a":', "multipart/form-data": b"--x", "multipart/form-data; boundary=x": b"--y\r\n\r\n",
        "text/plain; charset=utf-16": b"\xff", "application/x-www-form-urlencoded": b"a=%ff&%00=1&=&==",
        "application/x-www-form-urlencoded; charset=gbk": b"\xff\xfe", "": b"\x00" * 1000,
    }  # fmt: skip
    faults = []
    for param in FORMS:
        route, row = param.values
        who, place = who_sees(row)
        address = route.of(world, place, row.state)
        for kind, body in kinds.items():
            with transaction.atomic():
                faults += fault(f"{kind} {address}", browsers[who].generic("POST", address, body, kind))
                transaction.set_rollback(True)
    none_of(faults)


def test_afterwards_nothing_is_wrong(world: World) -> None:
    """The cases of the world are as sound as before."""
    assert [str(found) for region in ("990100", "990200") for found in examine(region, directory())] == []


def test_it_bites(world: World, browsers: dict[str, Client], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("yichuang.faces.centre.cases.listing_of", broken)
    (found,) = fault("GET", browsers["manager"].get(f"/centre/cases/?q={quote('x')}"))
    assert "planted" in found


def test_what_can_not_be_read_gets_a_sentence(world: World, browsers: dict[str, Client]) -> None:
    unreadable = browsers["clerk"].post("/track/", {"no": "a\x00b", "code": "123456"})
    assert unreadable.status_code == browsers["clerk"].get("/items/?q=%00").status_code == 400
    assert "读不懂" in unreadable.content.decode()
    many = undone(browsers["clerk"], "/desk/", {f"f{number}": "x" for number in range(3000)})
    assert (many.status_code, "提交的内容太多" in many.content.decode()) == (400, True)
    assert browsers["clerk"].get("/items/a%00/").status_code == 404
