"""The stops of our norms, module 300, function 40, class 200, act 120, template 140, test 25, folder 20.

The aims are about half of that: reviewers ask for the aims, this guard for the stops. Docstrings do not
count. Complexity and the number of parameters are ruff's.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.guards.sources import PACKAGE, Source, at, none_of, package, planted, repository, walk

MODULE, FUNCTION, CLASS, ACT, TEMPLATE, FOLDER, TEST = 300, 40, 200, 120, 140, 20, 25


def long_modules(sources: Iterable[Source], stop: int) -> list[str]:
    """Files with more lines than that."""
    counted = ((source, len(source.text.splitlines())) for source in sources)
    return [f"{source.path}: {lines} lines" for source, lines in counted if lines > stop]


def long_functions(sources: Iterable[Source], stop: int) -> list[str]:
    """Functions with more lines than that, docstring aside."""
    return [
        at(source, node, f"{node.name}: {length(node)} lines")
        for source in sources
        for node in functions(source)
        if length(node) > stop
    ]


def long_classes(sources: Iterable[Source]) -> list[str]:
    """Classes with more lines than the stop."""
    return [
        at(source, node, f"{node.name}: {length(node)} lines")
        for source in sources
        for node in walk(source, ast.ClassDef)
        if isinstance(node, ast.ClassDef) and length(node) > CLASS
    ]


def full_folders(paths: Iterable[PurePosixPath]) -> list[str]:
    """Folders with more modules or templates than the stop; data may grow with the law."""
    files = Counter(path.parent for path in paths)
    return [f"{folder}: {count} files" for folder, count in sorted(files.items()) if count > FOLDER]


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines of a definition without decorators and docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        lines -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
    return lines


def acts() -> list[Source]:
    """The act files: modules in the phase folders."""
    return [source for source in package("acts") if len(source.path.parts) == 3 and source.path.parts[1] != "filing"]


def our_tests() -> list[Source]:
    """Our own tests."""
    return [source for source in repository() if source.path.parts[0] == "tests" and source.path.suffix == ".py"]


def test_modules() -> None:
    none_of(long_modules(package(), MODULE))


def test_acts() -> None:
    none_of(long_modules(acts(), ACT))


def test_templates() -> None:
    none_of(long_modules(package(suffix=".html"), TEMPLATE))


def test_functions() -> None:
    none_of(long_functions(package(), FUNCTION))


def test_classes() -> None:
    none_of(long_classes(package()))


def test_test_functions() -> None:
    none_of(fault for fault in long_functions(our_tests(), TEST) if ": test_" in fault)


def test_folders() -> None:
    none_of(full_folders(source.path for suffix in (".py", ".html") for source in package(suffix=suffix)))


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert sorted(str(folder) for folder in folders if not (folder / "__init__.py").exists()) == []


@pytest.mark.parametrize(
    "text", ["def f():\n" + "    x = 1\n" * 41, "class A:\n    def f(self):\n" + "        x = 1\n" * 41]
)
def test_it_bites_a_long_function(text: str) -> None:
    assert long_functions([planted("rules/planted.py", text)], FUNCTION)


def test_it_bites_the_rest() -> None:
    assert long_modules([planted("rules/planted.py", "x = 1\n" * 301)], MODULE)
    assert long_classes([planted("rules/planted.py", "class A:\n" + "    x = 1\n" * 200)])
    assert full_folders(PurePosixPath(f"acts/intake/{number}.py") for number in range(21))
