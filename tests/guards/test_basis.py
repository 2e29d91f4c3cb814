"""Every public function of the rules says what it does, and every basis in code resolves in the law room."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.guards.sources import Source, at, none_of, package, planted, walk

_BASIS = re.compile(r"Basis:\s*(.+?)(?=\n\s*\n|\Z)", re.DOTALL)
_LITERAL = re.compile(r"(?:[A-Z][A-Z0-9]{1,6}|S\d[a-i]?)-[\d一二三四五六七八九十附].*")

Cite = Callable[[str], str]


def silent_functions(sources: Iterable[Source]) -> Iterator[str]:
    """Public functions, methods and classes without a docstring."""
    for source in sources:
        if ast.get_docstring(source.tree) is None:
            yield f"{source.path}: the module"
        for node in _public(source.tree.body):
            if ast.get_docstring(node) is None and not _trivial(node):
                yield at(source, node, node.name)


def bases(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every basis a module names: in docstrings after `Basis:`, and in string literals that look like one."""
    for node in walk(source, ast.Module, ast.ClassDef, ast.FunctionDef):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            for found in _BASIS.findall(ast.get_docstring(node) or ""):
                for basis in " ".join(found.split()).rstrip(". ").split(","):
                    yield node, basis.strip()
    for node in walk(source, ast.Constant):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _LITERAL.fullmatch(node.value):
            yield node, node.value


def unresolved(sources: Iterable[Source], cite: Cite) -> Iterator[str]:
    """Bases that the law room does not know."""
    for source in sources:
        for node, basis in bases(source):
            try:
                cite(basis)
            except (LookupError, ValueError) as fault:
                yield at(source, node, f"{basis}: {fault!r}")


def _public(body: Iterable[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def _trivial(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """A protocol's `def f(): ...` and a nested class Meta say nothing that their owner does not."""
    return node.name == "Meta" or (len(node.body) == 1 and ast.unparse(node.body[0]) == "...")


@pytest.fixture(scope="module")
def cite() -> Cite:
    from yichuang.law.book import book

    return book().cite


def test_rules_and_law_speak() -> None:
    none_of(silent_functions(package("rules", "law", "acts")))


def test_every_basis_resolves(cite: Cite) -> None:
    none_of(unresolved(package("rules", "law", "records", "acts", "faces"), cite))


def test_rules_do_name_their_basis() -> None:
    assert sum(1 for source in package("rules") for _ in bases(source)) > 20


def test_it_bites_a_silent_function() -> None:
    text = '"""Module."""\nclass A:\n    """A."""\n    def f(self):\n        return 1\n'
    assert list(silent_functions([planted("rules/planted.py", text)])) == ["rules/planted.py:4: f"]


@pytest.mark.parametrize(
    "text",
    [
        'def f():\n    """F.\n\n    Basis: XKF-42.1, NOLAW-7\n    """',
        'def f():\n    """F. Basis: XKF-somewhere."""',
        'refuse("late", "NOLAW-32.1(4)")',
    ],
)
def test_it_bites_a_basis_nobody_knows(text: str, cite: Cite) -> None:
    assert list(unresolved([planted("rules/planted.py", text)], cite))


def test_a_known_basis_passes(cite: Cite) -> None:
    text = 'def f():\n    """F. Basis: XKF-42.1, MFD-201."""\n    refuse("late", "XKF-32.1(4)")'
    assert list(unresolved([planted("rules/planted.py", text)], cite)) == []
