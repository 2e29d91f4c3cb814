"""Every route × every role × own, same department, other department, other region: answered as the table says.

On SQLite everybody asks for everything, and once at a door that is shut to him. On PostgreSQL, which answers the same
statements for the same rules, each route is asked once for each reason of an answer at each place: by somebody who
sees the object, by somebody who may enter but sees nothing, by somebody who may not enter, by nobody known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, path, resolve

from tests.faces.matrix.fingerprint import changes, fingerprint, writes
from tests.faces.matrix.routes import Route, routes, without_row
from tests.faces.matrix.sights import CASE, CLOSED, EVERYBODY, OWN, STAFF_SEES, USERS
from tests.faces.matrix.table import TABLE, Row
from tests.faces.matrix.world import OWNERS, ROLES, World
from tests.guards.sources import none_of
from yichuang.faces.common.access import PUBLIC, USER
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Centre

ROUTES = {route.name: route for route in routes()}
ROWS = [pytest.param(ROUTES[name], row, id=name) for name, row in TABLE.items() if name in ROUTES]
Browsers = dict[str, Client]
Fingerprint = dict[str, tuple[int, str]]
LOGIN = "log in"


def expected(row: Row, who: str, place: str, method: str) -> int | str:
    """What the table says."""
    status = row.but.get((method, who), getattr(row, method))
    if row.token:
        if status == 405:
            return status
        if who == "anonymous":
            return 401
    elif who not in row.who:
        return LOGIN if who == "anonymous" else 403
    if not row.sees or method in row.blind or (status == 405 and not row.strict):
        return status
    return status if place in row.sees.get(who, ()) else 404


def told(answer: Any, row: Row, who: str) -> int | str:
    """What came."""
    door = answer.status_code == 302 and answer.headers["Location"].startswith("/login/?next=")
    return LOGIN if door and who not in row.who else int(answer.status_code)


def asked(client: Client, method: str, address: str, row: Row) -> Any:
    """Call; what a POST did is undone."""
    if method == "get":
        return client.get(address)
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        body = json.dumps({}) if row.json else None
        kind = {"content_type": "application/json"} if row.json else {}
        answer = client.post(address, body, **kind)  # type: ignore[arg-type]
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def left_behind(untouched: Fingerprint, before: int) -> list[str]:
    """What differs in the database: looked for table by table only where something was written since."""
    return changes(untouched, fingerprint()) if writes() != before else []


def calls(route: Route, row: Row, world: World) -> Iterator[tuple[str, str, str]]:
    """Everybody, each with every place that he may ask for; on PostgreSQL one for each reason."""
    reasons, whole = set(), connection.vendor == "sqlite"
    for place in OWNERS if row.sees else ("own",):
        for who in ROLES:
            reason = (who, False) if whole and who not in row.who else _reason(row, who, place)
            if (whole and who in row.who) or reason not in reasons:
                yield who, place, route.of(world, place, row.state)
            reasons.add(reason)


def shut_doors(answer: Any, who: str) -> list[str]:
    """The links of a page that lead to a 403: who may enter is asked of the views that they lead to."""
    if answer.status_code != 200 or answer.streaming or "text/html" not in answer.headers["Content-Type"]:
        return []
    links = dict.fromkeys(re.findall(r'<a [^>]*href="(/[^"#?]*)', answer.content.decode()))
    return [link for link in links if not {PUBLIC, USER, ROLES[who][0]} & doors(link) and who != "anonymous"]


@cache
def doors(link: str) -> frozenset[str]:
    """Who may enter an address as its view declares; what is no page of ours is nobody's door."""
    try:
        return frozenset(getattr(resolve(link).func, "yc_access", (PUBLIC,)))
    except Resolver404:
        return frozenset({PUBLIC})


def _reason(row: Row, who: str, place: str) -> tuple[object, ...]:
    """Why the answer is as it is."""
    if who == "anonymous" or who not in row.who:
        return who == "anonymous", False
    return False, True, place, place in row.sees.get(who, ()), who in {named for _, named in row.but}


def test_every_route_has_its_row() -> None:
    none_of(without_row(routes(), TABLE))
    none_of(f"{name}: there is no such route any more" for name in TABLE if name not in ROUTES)


def test_a_planted_route_is_noticed() -> None:
    def view(request: Any) -> None: ...

    planted = [*routes(), *routes([path("secret/door/", view, name="door")], "", "office:")]
    (fault,) = without_row(planted, TABLE)
    assert "secret/door/" in fault
    assert 'reads("office:door"' in fault


def test_no_two_routes_share_a_name() -> None:
    names = [route.name for route in routes()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("route", "row"), ROWS)
def test_views_declare_what_the_table_says(route: Route, row: Row) -> None:
    declared = set(route.declared)
    if row.token:
        assert declared <= {"token", "code"}
    elif PUBLIC in declared:
        assert row.who == EVERYBODY
    elif USER in declared:
        assert row.who == USERS
    else:
        assert row.who == {who for who, (role, _) in ROLES.items() if role in declared}


@pytest.mark.parametrize(("route", "row"), ROWS)
def test_reading(
    route: Route, row: Row, world: World, browsers: Browsers, programs: Browsers, untouched: Fingerprint
) -> None:
    """Everybody gets what the table says, and reading changes nothing in the database."""
    clients, faults, before = programs if row.token else browsers, [], writes()
    for who, place, address in calls(route, row, world):
        answer = asked(clients[who], "get", address, row)
        came, said = told(answer, row, who), expected(row, who, place, "get")
        if came != said:
            faults.append(f"GET {address} as {who} ({place}): {came}, the table says {said}")
        faults += (f"{address} offers {who} {link}, which is shut to him" for link in shut_doors(answer, who))
    none_of([*faults, *left_behind(untouched, before)])


def test_a_planted_write_is_noticed(world: World, untouched: Fingerprint) -> None:
    before = writes()
    with transaction.atomic():
        Centre.objects.update(phone="planted")
        (found,) = left_behind(untouched, before)
        transaction.set_rollback(True)
    assert "org_centre" in found


@pytest.mark.parametrize(("route", "row"), ROWS)
def test_posting_without_a_key(route: Route, row: Row, world: World, browsers: Browsers, programs: Browsers) -> None:
    """Everybody gets what the table says; without a key no act is done."""
    clients, faults = programs if row.token else browsers, []
    for who, place, address in calls(route, row, world):
        came, said = told(asked(clients[who], "post", address, row), row, who), expected(row, who, place, "post")
        if came != said:
            faults.append(f"POST {address} as {who} ({place}): {came}, the table says {said}")
    none_of(faults)


SIGNED = ("pay_notify", "proof_witness")  # calls of programs that sign what they send
FORMS = [
    param
    for param in ROWS
    if param.values[1].post not in (404, 405) and not param.values[1].token and param.values[0].name not in SIGNED
]


@pytest.mark.parametrize(("route", "row"), FORMS)
def test_posting_without_the_form_token(route: Route, row: Row, world: World) -> None:
    """A POST that does not come from our own page is refused."""
    who = next(iter(sorted(row.who & (set(row.sees) or EVERYBODY) - {"anonymous"})))
    place = next(iter(sorted(row.sees.get(who, {"own"}))))
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(world.people[who], backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(route.of(world, place, row.state)).status_code == 403


ACTS = [param for param in FORMS if param.values[1].sees and param.values[1].sees is not OWN]


@pytest.mark.parametrize(("route", "row"), ACTS)
def test_with_a_key_foreign_cases_stay_unknown(
    route: Route, row: Row, world: World, browsers: Browsers, untouched: Fingerprint
) -> None:
    """Whoever may not see a case can't act on it either, however complete the form is."""
    faults, before = [], writes()
    for who, place, address in calls(route, row, world):
        if who in row.who and place not in row.sees.get(who, ()):
            fields = {"key": new_id().hex, "version": 1, "reason": "理由充分", "opinion": "意见", "purpose": "核对身份"}
            came = browsers[who].post(address, fields).status_code
            if came not in (404, 422):
                faults.append(f"POST {address} as {who} ({place}): {came}")
    none_of([*faults, *left_behind(untouched, before)])


@pytest.mark.parametrize(("route", "row"), [param for param in ROWS if "anonymous" not in param.values[1].who])
def test_what_needs_a_log_in_is_kept_nowhere(route: Route, row: Row, world: World, browsers: Browsers) -> None:
    who = next(iter(sorted(row.who & (set(row.sees) or row.who))))
    address = route.of(world, next(iter(sorted(row.sees.get(who, {"own"})))), row.state)
    assert "no-store" in browsers[who].get(address).headers.get("Cache-Control", "")


def test_the_table_agrees_with_the_records(world: World) -> None:
    """Who sees which case is also what the records answer, state by state."""
    for (place, state), case in world.cases.items():
        sight = {**CASE, **(CLOSED if state == "closed" else {})}
        for who in set(ROLES) - {"anonymous"}:
            place_now = directory()
            officer = place_now.officer(world.people[who].id, case.received_on)
            try:
                seen = bool(read_case(case.no, officer, place_now))
            except NotFound:
                seen = False
            assert seen == (place in sight.get(who, ())), (who, case.no)


def test_it_is_as_wide_as_the_law_of_the_house() -> None:
    assert len(ROLES) >= 16
    assert set(STAFF_SEES) < set(ROLES)
    assert len(TABLE) * len(ROLES) > 1500
