"""The addresses that a face declares, in its urls.py or over its functions, read without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """One URL name, the path people see, and the full name of the view behind it ("" where it is made on the spot)."""

    name: str
    url: str
    view: str

    def is_meant(self, written_down: str) -> bool:
        """Return whether a text is this address, filled in or with holes, or its name with the face's."""
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(self.url))
        by_name = ":" in self.name and written_down == self.name
        return by_name or re.fullmatch(pattern, written_down.partition("?")[0]) is not None


def addresses_in(tree: ast.Module, imports: Mapping[str, str]) -> Iterator[Address]:
    """Return every `path(…, name=…)` of one urls.py."""
    words = {
        written(node.targets[0]): str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    space = words.get("app_name", "")
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and written(node.func) == "path" and len(node.args) > 1):
            continue
        name = next((_text(word.value, words) for word in node.keywords if word.arg == "name"), "")
        if name:
            url = _url("/" + _text(node.args[0], words))
            yield Address(f"{space}:{name}" if space else name, url, _view(node.args[1], imports))


def operations_in(tree: ast.Module, module: str, prefix: str) -> Iterator[Address]:
    """Return every `@router.get("…", url_name="…")` of a module; the interface is the face called api."""
    for view in tree.body:
        for node in view.decorator_list if isinstance(view, ast.FunctionDef) else ():
            name = next((_text(k.value, {}) for k in getattr(node, "keywords", ()) if k.arg == "url_name"), "")
            if isinstance(node, ast.Call) and name:
                yield Address(f"api:{name}", _url(prefix + _text(node.args[0], {})), f"{module}.{view.name}")


def _url(route: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)


def _view(node: ast.expr, imports: Mapping[str, str]) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    head, dot, rest = written(called).removesuffix(".as_view").partition(".")
    return imports[head] + dot + rest if head in imports else ""


def _text(node: ast.expr, words: Mapping[str, str]) -> str:
    """Return a text made of literals and of the module's own constants."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(value, words) for value in node.values)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, words)
    return str(node.value) if isinstance(node, ast.Constant) else words.get(written(node), "")


def visited(node: ast.AST) -> Iterator[str]:
    """Return every text in a definition that may be an address or the name of one; holes as {}."""
    inner = {id(value) for n in ast.walk(node) if isinstance(n, ast.JoinedStr) for value in n.values}
    for found in ast.walk(node):
        if isinstance(found, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in found.values)
        elif isinstance(found, ast.Constant) and isinstance(found.value, str) and id(found) not in inner:
            yield found.value


def written(node: ast.AST) -> str:
    """Return `a.b.c` of a name or attribute, "" of anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = written(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
