"""Who may enter an address is declared; who may see a case is decided in the records, not in views."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.guards.sources import Source, at, dotted, none_of, package, planted, walk

CELLS = frozenset({"Cell", "CasePart"})
VIEWERS = frozenset({"portal", "window", "office", "centre", "kiosk", "api"})


def cell_models(sources: Iterable[Source]) -> set[str]:
    """Names of the case-scoped models: subclasses of Cell and CasePart."""
    return {
        node.name
        for source in sources
        for node in walk(source, ast.ClassDef)
        if isinstance(node, ast.ClassDef) and CELLS & {dotted(base).rpartition(".")[2] for base in node.bases}
    } | CELLS


def direct_reads(sources: Iterable[Source], models: set[str]) -> Iterator[str]:
    """Views that query a case-scoped model themselves instead of asking records/*/access.py."""
    for source in sources:
        if source.room == "faces" and source.path.parts[1] in VIEWERS:
            for node in walk(source, ast.Attribute):
                owner, _, attribute = dotted(node).rpartition(".") if isinstance(node, ast.Attribute) else ("",) * 3
                if attribute in {"objects", "_default_manager"} and owner.rpartition(".")[2] in models:
                    yield at(source, node, owner)


def addresses(
    patterns: Iterable[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every address with its view."""
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, where)
        else:
            yield where, pattern.callback


def undeclared(patterns: Iterable[URLPattern | URLResolver]) -> list[str]:
    """Addresses whose view does not say who may enter."""
    return [where or "/" for where, view in addresses(patterns) if not getattr(view, "yc_access", None)]


def test_every_address_declares_who_may_enter() -> None:
    none_of(undeclared(get_resolver().url_patterns))


def test_views_ask_access() -> None:
    none_of(direct_reads(package("faces"), cell_models(package("records"))))


def test_it_bites_an_address_that_declares_nothing() -> None:
    def open_door(request: Any) -> None: ...

    def guarded(request: Any) -> None: ...

    guarded.yc_access = ("public",)  # type: ignore[attr-defined]
    assert undeclared([path("a/", open_door), path("b/", guarded)]) == ["a/"]


@pytest.mark.parametrize("text", ["Case.objects.get(no=no)", "models.Document.objects.all()"])
def test_it_bites_a_view_that_reads_by_itself(text: str) -> None:
    models = cell_models([planted("records/cases/models.py", "class Case(Cell): ...\nclass Document(CasePart): ...")])
    assert list(direct_reads([planted("faces/portal/views.py", text)], models))
    assert list(direct_reads([planted("faces/common/seek.py", text)], models)) == []
