"""The description: valid OpenAPI 3.1, every answer declared, the page made from it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from tests.acts.city import City
from yichuang.faces.api.problems import KINDS
from yichuang.faces.api.schema import operations
from yichuang.faces.api.site import openapi

APPROVED = Path(__file__).with_name("openapi.json")


def test_every_operation_is_told(centre: City) -> None:
    schema = openapi()
    assert schema["openapi"].startswith("3.1")
    for operation in operations(schema):
        assert operation["description"]
        assert {status for status in operation["responses"] if status >= "400"}


def test_schemas_are_schemas() -> None:
    for body in openapi()["components"]["schemas"].values():
        Draft202012Validator.check_schema(body)


def test_problems_have_their_media_type() -> None:
    for operation in operations(openapi()):
        for status, answer in operation["responses"].items():
            expected = "application/problem+json" if status >= "400" else "application/json"
            assert list(answer.get("content", {expected: {}})) == [expected]


def test_it_changes_only_on_purpose() -> None:
    """The approved description; write it anew with  python -m tests.faces.api.approve  and look at the difference."""
    assert json.loads(APPROVED.read_text(encoding="utf-8")) == json.loads(json.dumps(openapi()))


def test_it_is_handed_out(client: Client, db: None) -> None:
    assert client.get("/api/v1/openapi.json").json()["info"]["title"] == "一窗开放接口"


def test_the_page_loads_nothing_from_elsewhere(client: Client, db: None) -> None:
    page = client.get("/api/v1/docs/").content.decode()
    assert not re.findall(r'(?:src|href)="https?://', page)
    for code in KINDS:
        assert f'id="e-{code}"' in page
    for name in ("POST", "/api/v1/cases/{no}/clock", "Idempotency-Key", "SubmissionIn"):
        assert name in page


def test_its_links_lead_somewhere(client: Client, db: None) -> None:
    page = client.get("/api/v1/docs/").content.decode()
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert {link for link in re.findall(r'href="#([^"]+)"', page)} <= anchors


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods(client: Client, db: None, method: str) -> None:
    for path in ("/api/v1/items", "/api/v1/cases", "/api/v1/cases/JN-2026-000001", "/api/v1/files"):
        answer: Any = getattr(client, method)(path)
        assert answer.status_code == 405
        assert answer.headers["Allow"] in ("GET", "POST")
