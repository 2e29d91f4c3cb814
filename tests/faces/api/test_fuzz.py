"""Random calls made from the description (schemathesis, in-process): no 5xx, no answer that is not declared."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.acts.city import City
from tests.faces.api.conftest import WISH
from yichuang.acts.inspection.doctor import examine
from yichuang.faces.api import items
from yichuang.faces.api.site import openapi
from yichuang.records.org.directory import directory

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
EXAMPLES = 25
RIGHT, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
CALLS = [
    (RIGHT, "GET", "/items"), (RIGHT, "GET", "/items/{code}"), (RIGHT, "POST", "/cases"), (RIGHT, "POST", "/files"),
    (RIGHT, "GET", "/cases/{no}"), (RIGHT, "GET", "/cases/{no}/clock"),
    (WRONG, "GET", "/items"), (WRONG, "POST", "/cases"), (WRONG, "GET", "/cases/{no}/clock"),
]  # fmt: skip


@pytest.fixture
def schema(centre: City) -> Iterator[Any]:
    """The described interface, called in-process; like Django's own client, it leaves the test's connection open."""
    from yichuang.config.wsgi import application

    found = schemathesis.openapi.from_dict(openapi())
    found.app = application
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("mode", "method", "path"), CALLS, ids=str)
def test_random_calls(schema: Any, token: Any, mode: Any, method: str, path: str) -> None:
    headers = {"Authorization": f"Bearer {token()}"}
    calls = schema[f"/api/v1{path}"][method].as_strategy(generation_mode=mode)

    @seed(20261122)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=calls, known=st.sampled_from(["TESTpromised", "TESTinstant", ""]))
    def run(case: Any, known: str) -> None:
        if known and isinstance(case.body, dict) and "item" in case.body:
            case.body["item"] = known
        answer = case.call(headers=headers)
        case.validate_response(answer, checks=CHECKS)

    run()
    assert list(examine("990100", directory())) == []


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(path for key, part in inner for path in paths(part, (*here, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The document with something else in one place."""
    if not path:
        return new
    changed = deepcopy(value)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = new
    return changed


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


def test_a_lawful_application_with_one_thing_changed(centre: City, call: Any) -> None:
    declared = {int(status) for status in openapi()["paths"]["/api/v1/cases"]["post"]["responses"]}
    seen = set()

    @settings(max_examples=250, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(path=st.sampled_from(paths(WISH)), new=st.text(max_size=120) | ANYTHING, key=st.uuids())
    def run(path: tuple[Any, ...], new: Any, key: Any) -> None:
        answer = call.post(replaced(WISH, path, new), str(key))
        assert answer.status_code in declared - {500}
        seen.add(answer.status_code)

    run()
    assert {201, 400, 422} <= seen
    assert list(examine("990100", directory())) == []


def test_it_bites(schema: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(items, "shelf", broken)
    case = schema["/api/v1/items"]["GET"].Case()
    with pytest.raises(FailureGroup):
        case.validate_response(case.call(), checks=CHECKS)
