"""Definitions as the sources write them: what they are called in Chinese, which words and names they use (源文件)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("rules", "acts", "records", "faces")
_APART = ("yichuang.faces.terminal", "yichuang.acts.inspection", "yichuang.faces.centre.law")
GAP = "\x00"  # what a text with a name in it leaves open, as in f"project_lead_{stage}"
_CHINESE = re.compile(r"[（(]([\u4e00-\u9fff、：；，]{2,40})[）)]")
_LEADING = re.compile(r"^([\u4e00-\u9fff、]{2,20})[:：]")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One definition at the top of a module (定义)."""

    module: str
    name: str
    words: str
    verb: str
    told: frozenset[str]
    names: frozenset[str]

    @property
    def dotted(self) -> str:
        """Return its full name."""
        return f"{self.module}.{self.name}"


def definitions() -> tuple[Mapping[str, Symbol], Mapping[str, str]]:
    """Return every definition by its full name, and what each module imports under which name."""
    known: dict[str, Symbol] = {}
    onward: dict[str, str] = {}
    for room in ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            parts = path.relative_to(_ROOT.parent).with_suffix("").parts
            module = ".".join(part for part in parts if part != "__init__")
            if "migrations" not in parts and not module.startswith(_APART):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                imports = dict(_imports(tree, module if path.stem == "__init__" else module.rpartition(".")[0]))
                onward |= {f"{module}.{name}": target for name, target in imports.items()}
                known |= {symbol.dotted: symbol for symbol in _symbols(tree, module, imports)}
    return known, onward


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            where = ".".join(part for part in (base, node.module or "") if part)
            yield from ((name.asname or name.name, f"{where}.{name.name}") for name in node.names)


def _symbols(tree: ast.Module, module: str, imports: Mapping[str, str]) -> Iterator[Symbol]:
    owned = [(name, node) for node in tree.body for name in _defined(node)]
    names = dict(imports) | {name: f"{module}.{name}" for name, _ in owned}
    title = _LEADING.match(ast.get_docstring(tree) or "")
    for name, node in owned:
        nodes = list(ast.walk(node))
        told = frozenset(_texts(nodes))
        doc = ast.get_docstring(node) if isinstance(node, ast.FunctionDef | ast.ClassDef) else ""
        words = _CHINESE.search((doc or "").split("\n\n")[0])
        said = words[1] if words else title[1] if title else ""
        used = frozenset(filter(None, (_named(n, names) for n in nodes))) - {f"{module}.{name}"}
        yield Symbol(module, name, said, _verb(nodes), told, used)


def _texts(nodes: list[ast.AST]) -> Iterator[str]:
    """Return the texts of a definition; the keys of its tables and look-ups name columns, not norms."""
    keys = {id(key) for n in nodes if isinstance(n, ast.Dict) for key in n.keys}
    keys |= {id(n.slice) for n in nodes if isinstance(n, ast.Subscript)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in keys:
            yield node.value
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    plain = [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])]
    yield from (target.id for target in plain if isinstance(target, ast.Name))


def _named(node: ast.AST, names: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
        return f"{names[node.value.id]}.{node.attr}"
    return ""


def _verb(nodes: list[ast.AST]) -> str:
    keywords = (node for node in nodes if isinstance(node, ast.keyword) and node.arg == "verb")
    return next((str(word.value.value) for word in keywords if isinstance(word.value, ast.Constant)), "")
