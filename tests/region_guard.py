"""Refuses every statement of the program that touches a case-scoped table without naming its region.

Once the tables are spread over machines by region, such a statement would run on all of them, or not at all. What a
test itself asks is not judged: only statements with a frame of `yichuang` on the stack, migrations aside.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

import pytest
from django.apps import apps

from yichuang.records.cell import Cell

REGION = "region_code"
_LISTS = re.compile(  # what a statement returns or sets narrows nothing
    r"\bSELECT\b.*?\bFROM\b|\bSET\b.*?\b(?:WHERE|FROM)\b|\bRETURNING\b.*?(?=\)|$)", re.IGNORECASE | re.DOTALL
)
_INSERT = re.compile(r"\bINSERT\s+INTO\s+\"?(\w+)\"?\s*\(([^)]*)\)", re.IGNORECASE)


class RegionMissing(AssertionError):
    """A statement of the program would touch every region."""


@cache
def case_scoped() -> frozenset[str]:
    """Return the tables whose rows belong to a region."""
    return frozenset(model._meta.db_table for model in apps.get_models() if issubclass(model, Cell))


@lru_cache(4096)  # the same statements come again and again
def judged(sql: str) -> str:
    """Return "" when every case-scoped table of the statement is narrowed to a region, else what is missing."""
    for table, columns in _INSERT.findall(sql):
        if table in case_scoped() and REGION not in columns:
            return f"{table}: no {REGION} among the columns"
    rest = _LISTS.sub(" FROM ", _INSERT.sub(" ", sql))
    touched = sum(len(re.findall(rf'(?<![.\w"])"?{table}\b(?!"?\.)', rest)) for table in case_scoped())
    return "" if rest.count(REGION) >= touched else f"{touched} tables, {rest.count(REGION)} × {REGION}"


def _ours() -> bool:
    """Say whether the program asks, not the test: whose frame is nearest?"""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith("tests.") and name != __name__:
            return False
        if name.startswith("yichuang.") and ".migrations" not in name and "append_only" not in name:
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False


@pytest.fixture(autouse=True)
def region_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Judge every statement that the program sends during a test that has a database."""
    if not {"db", "transactional_db", "city"} & set(request.fixturenames):
        yield
        return
    from django.db import connection

    def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        fault = judged(sql) if _ours() else ""
        if fault:
            raise RegionMissing(f"{fault}\n{sql}")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(guard):
        yield
