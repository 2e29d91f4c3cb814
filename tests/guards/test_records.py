"""Inside records: no string points to a higher book, and migrations are one line per app."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath

import pytest

from tests.guards.sources import Source, at, dotted, none_of, package, planted, walk

BOOKS = (
    {"ledger"},
    {"org"},
    {"catalogue", "applicants"},
    {"cases"},
    {"documents"},
    {"seals"},
    {"fees", "meetings", "certificates", "hearings", "projects", "delivery", "uploads"},
    {"archive"},
    {"supervision", "statistics", "feedback", "exchange", "hall", "staffing", "bulletins"},
)
HEIGHT = {book: height for height, books in enumerate(BOOKS) for book in books}
POINTERS = frozenset("ForeignKey OneToOneField ManyToManyField ForeignObject in_cell CellForeignKey".split())
_TARGET = re.compile(r"([a-z_]+)\.[A-Z]\w*")
_MIGRATION = re.compile(r"(\d{4})_\w+\.py")


def pointing_up(sources: Iterable[Source]) -> Iterator[str]:
    """Relations whose target, named by a string, stands on the same height or above."""
    for source in sources:
        own = source.path.parts[1]
        for node in walk(source, ast.Call):
            if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in POINTERS:
                for target in _targets(node):
                    if target != own and HEIGHT[target] >= HEIGHT[own]:
                        yield at(source, node, f"{own} points to {target}")


def _targets(call: ast.Call) -> Iterator[str]:
    values = (*call.args, *(keyword.value for keyword in call.keywords))
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            found = _TARGET.fullmatch(value.value)
            if found and found[1] in HEIGHT:
                yield found[1]


def crooked(sources: Iterable[Source]) -> Iterator[str]:
    """Apps whose migrations are not numbered 1, 2, 3 … or do not each follow the one before."""
    apps: dict[PurePosixPath, list[Source]] = defaultdict(list)
    for source in sources:
        if "migrations" in source.path.parts and _MIGRATION.fullmatch(source.path.name):
            apps[source.path.parent].append(source)
    for app, found in apps.items():
        line = sorted(found, key=lambda source: source.path.name)
        if [int(source.path.name[:4]) for source in line] != list(range(1, len(line) + 1)):
            yield f"{app}: {[source.path.name for source in line]}"
        for before, source in pairwise(line):
            if (app.parent.name, before.path.stem) not in _dependencies(source):
                yield f"{source.path}: does not follow {before.path.stem}"


def _dependencies(source: Source) -> list[tuple[str, str]]:
    for node in walk(source, ast.Assign):
        if isinstance(node, ast.Assign) and dotted(node.targets[0]) == "dependencies":
            pairs = node.value.elts if isinstance(node.value, ast.List) else []
            return [ast.literal_eval(pair) for pair in pairs if isinstance(pair, ast.Tuple)]
    return []


def test_no_string_points_up() -> None:
    none_of(pointing_up(package("records")))


def test_migrations_are_linear() -> None:
    none_of(crooked(package(migrations=True)))


@pytest.mark.parametrize(
    "text",
    [
        'models.ForeignKey("cases.Case", models.CASCADE)',
        'in_cell("documents.Document", "document_id", "+")',
        'CellForeignKey(column="case_id", to="cases.Case", name="x")',
        'models.ManyToManyField(to="catalogue.Item")',
    ],
)
def test_it_bites_a_string_that_points_up(text: str) -> None:
    assert list(pointing_up([planted("records/org/models.py", text)]))


def test_it_lets_strings_point_down_and_home() -> None:
    text = 'models.ForeignKey("org.User", models.PROTECT)\nmodels.ForeignKey("cases.Case", models.PROTECT)'
    assert list(pointing_up([planted("records/cases/models.py", text)])) == []


def _migration(name: str, *after: str) -> Source:
    pairs = ", ".join(f'("cases", "{other}")' for other in after)
    return planted(f"records/cases/migrations/{name}.py", f"class Migration:\n    dependencies = [{pairs}]")


def test_it_bites_a_fork_and_a_gap() -> None:
    first = _migration("0001_initial")
    assert list(crooked([first, _migration("0002_a", "0001_initial")])) == []
    assert list(crooked([first, _migration("0002_a", "0001_initial"), _migration("0002_b", "0001_initial")]))
    assert list(crooked([first, _migration("0003_c", "0001_initial")]))
    assert list(crooked([first, _migration("0002_a", "0000_other")]))
