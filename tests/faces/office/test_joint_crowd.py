"""A joint case of 30 departments and 500 materials opens with a bounded number of queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.joint.crowd import crowded

pytestmark = pytest.mark.django_db
MOST = 25
PAGES = (
    ("reviewer", "/cases/{no}/"), ("co1", "/cases/{no}/"), ("reviewer", "/joint/"), ("co1", "/joint/parts/"),
    ("co1", "/cases/{no}/conclude/"), ("resident", "/my/cases/{no}/"),
)  # fmt: skip


def test_pages_stay_bounded(db: None) -> None:
    city, no = crowded()
    for who, path in PAGES:
        client = Client()
        client.force_login(city.people[who], backend="django.contrib.auth.backends.ModelBackend")
        client.get(path.format(no=no))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path.format(no=no)).status_code == 200
        told = "\n".join(query["sql"][:160] for query in asked)
        assert len(asked) <= MOST, f"{who} {path}: {len(asked)}\n{told}"
