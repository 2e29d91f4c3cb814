"""Rules do no I/O and know no time; nobody below the faces asks for the current time."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import pytest

from tests.guards.sources import Source, at, dotted, none_of, package, planted, walk

PURE_MODULES = frozenset(
    "__future__ abc bisect calendar collections collections.abc dataclasses datetime decimal enum fractions "
    "functools hashlib heapq itertools math operator re string types typing unicodedata uuid".split()
)
IMPURE_CALLS = frozenset("open print input eval exec compile __import__ breakpoint uuid.uuid1 uuid.uuid4".split())
CLOCKS = frozenset(
    "datetime.now datetime.utcnow datetime.today datetime.datetime.now datetime.datetime.utcnow "
    "datetime.datetime.today date.today datetime.date.today timezone.now timezone.localtime "
    "timezone.localdate time.time time.time_ns time.localtime time.gmtime localdate localtime now Now "
    "functions.Now".split()
)


def impure(sources: Iterable[Source]) -> list[str]:
    """Imports outside the short list, I/O calls, random values, state shared through `global`."""
    return [fault for source in sources for fault in _impure(source)]


def _impure(source: Source) -> list[str]:
    faults = []
    for node in walk(source, ast.Import, ast.ImportFrom, ast.Call, ast.Global, ast.Await):
        if isinstance(node, ast.Import):
            faults += [at(source, node, f"import {n.name}") for n in node.names if n.name not in PURE_MODULES]
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if not node.level and name not in PURE_MODULES and not name.startswith("yichuang.rules"):
                faults.append(at(source, node, f"from {name}"))
        elif isinstance(node, ast.Call):
            if dotted(node.func) in IMPURE_CALLS:
                faults.append(at(source, node, f"{dotted(node.func)}()"))
        else:
            faults.append(at(source, node, type(node).__name__.lower()))
    return faults


def clock_readers(sources: Iterable[Source]) -> list[str]:
    """Whoever calls, or hands on, a function that reads the current time; also auto_now."""
    faults = []
    for source in sources:
        for node in walk(source, ast.Attribute, ast.Call, ast.keyword):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CLOCKS:
                faults.append(at(source, node, f"{node.func.id}()"))
            elif isinstance(node, ast.Attribute) and dotted(node) in CLOCKS:
                faults.append(at(source, node, dotted(node)))
            elif isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
                faults.append(at(source, node, f"{node.arg}="))
    return faults


def days_elsewhere(sources: Iterable[Source]) -> list[str]:
    """Whoever takes the date of a kept moment as it stands: a database gives it in UTC, hours behind the office."""
    return [
        at(source, node, f"{dotted(node.func)}()")
        for source in sources
        for node in walk(source, ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "date"
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and dotted(node.func.value).endswith("_at")
    ]


def test_the_day_of_a_moment_is_that_of_the_office() -> None:
    none_of(days_elsewhere(package("rules", "law", "records", "acts", "faces")))


def test_it_bites_whoever_takes_the_day_as_it_stands() -> None:
    assert days_elsewhere([planted("faces/planted.py", "late = row.done_at.date() > row.due_on")])
    assert days_elsewhere([planted("rules/planted.py", "def f(revoked_at):\n    return revoked_at.date()")])


def test_rules_are_pure() -> None:
    none_of(impure(package("rules")))


def test_nobody_below_the_faces_asks_for_the_time() -> None:
    none_of(clock_readers(package("rules", "law", "records", "acts")))


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "import logging",
        "from pathlib import Path",
        "from django.db import models",
        "from yichuang.law.book import book",
        "def f():\n    return open('x')",
        "print('x')",
        "import uuid\nuuid.uuid4()",
        "n = 0\ndef f():\n    global n",
    ],
)
def test_it_bites_an_impure_rule(text: str) -> None:
    assert impure([planted("rules/planted.py", text)])


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.now()",
        "from django.utils import timezone\ntimezone.now()",
        "from django.utils import timezone\nmodels.DateTimeField(default=timezone.now)",
        "models.DateTimeField(auto_now_add=True)",
        "from django.utils.timezone import now\nnow()",
        "import time\ntime.time()",
        "from django.db.models.functions import Now\nNow()",
    ],
)
def test_it_bites_whoever_reads_the_clock(text: str) -> None:
    assert clock_readers([planted("records/planted/models.py", text)])
