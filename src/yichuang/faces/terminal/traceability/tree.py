"""The source tree as traceability sees it: every definition with the articles, words and definitions it names."""

from __future__ import annotations

import ast
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from yichuang.faces.terminal.traceability.addresses import Address, addresses_in, operations_in, visited, written

_BASIS = re.compile(r"Basis:\s*(.+?)(?=\n\s*\n|\Z)", re.DOTALL)
_ARTICLE = re.compile(r"(?:[A-Z][A-Z0-9]{1,6}|S\d[a-i]?)-[\d\u4e00-\u9fff].*")
_INTERFACE, _PREFIX = "yichuang.faces.api.", "/api/v1"
_SKIPPED = {"migrations", "__pycache__"}
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_KINDS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One definition at the top of a module, with the words it reads; "" is the module's own docstring."""

    module: str
    name: str
    path: str
    bases: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    visits: frozenset[str]  # addresses it writes, and names of addresses

    @property
    def dotted(self) -> str:
        """Return its full name."""
        return f"{self.module}.{self.name}"


@dataclass(frozen=True)
class Tree:
    """All definitions by full name, what each module imports under which name, addresses, law cases by row."""

    symbols: dict[str, Symbol]
    imports: dict[str, dict[str, str]]
    addresses: tuple[Address, ...]
    cases: dict[str, dict[str, int]]

    def resolve(self, name: str) -> Symbol | None:
        """Return the definition that a dotted name leads to, through re-exports, or None."""
        parts = name.split(".")
        for length in range(len(parts), 1, -1):
            found = self.symbols.get(".".join(parts[:length]))
            if found:
                return found
            module, last = ".".join(parts[: length - 1]), parts[length - 1]
            onward = self.imports.get(module, {}).get(last)
            if onward and onward != name:
                return self.resolve(onward)
        return None

    def reach(self, start: Symbol, inside: str) -> dict[str, int]:
        """Return every definition that `start` names, followed through those whose module begins with `inside`.

        Returns: how many modules away each is.
        """
        far = {start.dotted: 0}
        left = deque([start])
        while left:
            here = left.popleft()
            for found in filter(None, map(self.resolve, here.names)):
                cost = far[here.dotted] + (found.module != here.module)
                if cost < far.get(found.dotted, cost + 1):
                    far[found.dotted] = cost
                    if found.module.startswith(inside):
                        left.append(found)
        return far


def read_tree(root: Path) -> Tree:
    """Read the package and its tests."""
    symbols: dict[str, Symbol] = {}
    imports: dict[str, dict[str, str]] = {}
    addresses: list[Address] = []
    for folder, prefix in ((root / "src" / "yichuang", "yichuang"), (root / "tests", "tests")):
        for path in _modules(folder):
            parts = path.relative_to(folder).with_suffix("").parts
            module = ".".join((prefix, *(part for part in parts if part != "__init__")))
            tree = ast.parse(path.read_text(encoding="utf-8"))
            package = module if path.name == "__init__.py" else module.rpartition(".")[0]
            imports[module] = dict(_imports(tree, package))
            for symbol in _symbols(tree, module, path.relative_to(root).as_posix(), imports[module]):
                symbols[symbol.dotted] = symbol
            if path.name == "urls.py":
                addresses += addresses_in(tree, imports[module])
            elif module.startswith(_INTERFACE):
                addresses += operations_in(tree, module, _PREFIX)
    return Tree(symbols, imports, tuple(addresses), _cases(root))


def _modules(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if not _SKIPPED & set(path.parts))


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.asname or name.name, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            where = ".".join(part for part in (base, node.module or "") if part)
            yield from ((name.asname or name.name, f"{where}.{name.name}") for name in node.names)


def _symbols(tree: ast.Module, module: str, path: str, known: dict[str, str]) -> Iterator[Symbol]:
    owned = [(name, node) for node in tree.body for name in _defined(node)]
    names = known | {name: f"{module}.{name}" for name, _ in owned}
    yield Symbol(module, "", path, frozenset(_told(tree)), frozenset(), frozenset(), frozenset(), frozenset())
    for name, node in owned:
        nodes = list(ast.walk(node))
        words = frozenset(n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
        told = {basis for n in nodes if isinstance(n, _KINDS) for basis in _told(n)}
        bases = told | {word for word in words if _ARTICLE.fullmatch(word)}
        table = isinstance(node, ast.Assign | ast.AnnAssign) and not isinstance(node.value, ast.Constant)
        yield Symbol(
            module, name, path, frozenset(bases), frozenset() if table else words, frozenset(_named(nodes, names)),
            _verbs(nodes), frozenset(visited(node)),
        )  # fmt: skip


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, _KINDS):
        yield node.name
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def _told(node: ast.Module | Definition) -> Iterator[str]:
    """Return the articles that a docstring names (依据)."""
    for found in _BASIS.findall(ast.get_docstring(node) or ""):
        yield from (part.strip() for part in " ".join(found.split()).rstrip(". ").split(","))


def _named(nodes: Iterable[ast.AST], names: dict[str, str]) -> Iterator[str]:
    for node in nodes:
        dotted = written(node)
        head, dot, rest = dotted.partition(".")
        if head in names:
            yield names[head] + dot + rest


def _verbs(nodes: Iterable[ast.AST]) -> frozenset[str]:
    keywords = (node for node in nodes if isinstance(node, ast.keyword) and node.arg == "verb")
    return frozenset(str(word.value.value) for word in keywords if isinstance(word.value, ast.Constant))


def _cases(root: Path) -> dict[str, dict[str, int]]:
    """Return for each row the files of law cases and how many examples stand there."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted((root / "tests" / "law_cases").glob("*.yaml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            found.setdefault(str(case["编号"]), {})[path.relative_to(root).as_posix()] = len(case["算例"])
    return found
