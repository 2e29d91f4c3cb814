"""The small centre with a form, a token for its resident, and a caller of the interface."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.acts.city import City
from tests.acts.conftest import city as city
from yichuang.faces.common import clock
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.org.directory import forget
from yichuang.records.org.models import raise_facts_version
from yichuang.records.org.tokens import give
from yichuang.rules.check_characters import person_check

FORM = {
    "type": "object",
    "properties": {
        "purpose": {"enum": ["生活用水", "生产用水"], "title": "取水用途"},
        "amount": {"type": "number", "minimum": 1, "title": "年取水量"},
        "company": {"type": "string", "title": "用水单位", "maxLength": 50},
        "started": {"type": "string", "format": "date", "title": "开工日期"},
    },
    "required": ["purpose", "amount", "company"],
}
LAYOUT = {"fields": {"company": {"show_if": {"field": "purpose", "equals": ["生产用水"]}}}}
_BODY = "35030019851115123"
NUMBER = _BODY + person_check(_BODY)
WISH: dict[str, Any] = {
    "item": "TESTpromised",
    "person": {
        "kind": "person", "name": "孙玉兰", "identity_kind": "id", "identity_no": NUMBER, "phone": "13800002207",
        "address": "嘉宁市安岭区",
    },
    "form": {"purpose": "生活用水", "amount": 12},
    "materials": [{"key": "form"}, {"key": "map"}],
}  # fmt: skip


@pytest.fixture
def centre(city: City) -> City:
    """The centre; its promised item has a form."""
    cache.clear()
    ItemVersion.objects.filter(pk=city.promised.pk).update(form_schema=FORM, form_ui=LAYOUT)
    city.people["resident"].display_name = WISH["person"]["name"]
    city.people["resident"].save()
    raise_facts_version()
    forget()
    return city


@pytest.fixture
def token(centre: City) -> Callable[..., str]:
    """Give somebody a token."""

    def given(who: str = "resident", *scopes: str, days: int = 1) -> str:
        at = clock.now()
        wanted = scopes or ("cases:read", "cases:write")
        return give(centre.people[who], wanted, at=at - timedelta(days=2), until=at + timedelta(days=days)).secret

    return given


class Caller:
    """Calls the interface with a token."""

    def __init__(self, secret: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {secret}"} if secret else {})

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1{path}", headers={k.replace("_", "-"): v for k, v in headers.items()})

    def submit(self, key: str = "key-0001", /, **changes: Any) -> Any:
        return self.post({**deepcopy(WISH), **changes}, key)

    def post(self, body: Any, key: str | None = "key-0001", content_type: str = "application/json") -> Any:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        headers = {"Idempotency-Key": key} if key is not None else {}
        return self.client.post("/api/v1/cases", text, content_type=content_type, headers=headers)


@pytest.fixture
def call(token: Callable[..., str]) -> Caller:
    """A caller with the resident's token."""
    return Caller(token())


@pytest.fixture
def caller() -> Callable[[str], Caller]:
    """A caller with any token."""
    return Caller
