"""The staff menu offers nobody a page that he may not enter."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import resolve

from yichuang.faces.common import nav
from yichuang.faces.common.access import PUBLIC, READS_LAW, STAFF, USER


@pytest.mark.parametrize("role", sorted(STAFF | READS_LAW))
def test_every_link_opens_for_who_sees_it(role: str) -> None:
    officer = SimpleNamespace(roles=lambda: frozenset({role}), grants=(), user_id=None)
    seen: Any = SimpleNamespace(officer=officer, user=SimpleNamespace(is_authenticated=True))
    links = [link for group in nav.staff(seen) for link in group.links]
    shut = [link.label for link in links if not set(_who(link.url)) & {role, USER, PUBLIC}]
    assert shut == []


def _who(url: str) -> tuple[str, ...]:
    return tuple(getattr(resolve(url.partition("?")[0]).func, "yc_access", ()))
