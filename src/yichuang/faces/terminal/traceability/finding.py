"""Where each row is done: joins rows with parameters, definitions, acts, law cases, tests and screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from yichuang.faces.terminal.traceability.requirements import Row
from yichuang.faces.terminal.traceability.tree import Symbol, Tree
from yichuang.law import citations
from yichuang.law.book import book
from yichuang.law.citations import Place
from yichuang.law.shapes import Unknown
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.transitions import TABLE

ROOMS = ("rules", "acts", "records", "faces")
_APART = ("yichuang.faces.terminal.", "tests.guards.", "tests.law_cases.")
_TABLE = "yichuang.rules.transitions.TABLE"


@dataclass(frozen=True, slots=True)
class Found:
    """Where one row is done."""

    norms: Mapping[str, tuple[str, ...]]  # parameter: profiles that give it a value
    code: tuple[Symbol, ...]
    acts: Mapping[str, Symbol]  # verb: the function
    cases: Mapping[str, int]
    tests: tuple[str, ...]
    screens: tuple[str, ...]

    @property
    def leads(self) -> bool:
        """Return whether there is code for it, and something that tries the code."""
        return bool((self.code or self.acts or self.screens) and (self.tests or self.cases))


def find_all(rows: Sequence[Row], tree: Tree) -> dict[str, Found]:
    """Return what was found for each row."""
    index = Index(tree)
    return {row.no: index.find(row) for row in rows}


class Index:
    """The tree, turned around: who cites what, who tests what, which screen does what."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        own = [s for s in tree.symbols.values() if s.module.startswith("yichuang.")]
        self.code = [s for s in own if room(s) in ROOMS and not s.module.startswith(_APART) and s.dotted != _TABLE]
        self.acts = {verb: symbol for symbol in own if room(symbol) == "acts" for verb in symbol.verbs}
        self.views = Near((_face(a.view), a.url, self._done_by(a.view)) for a in tree.addresses)
        tests = [s for s in tree.symbols.values() if s.name.startswith("test_") and not s.module.startswith(_APART)]
        self.tests = Near(("", test.path, tree.reach(test, "tests.")) for test in tests)
        self.visits = {(word, test.path) for test in tests for word in test.visits if word.strip("/")}

    def find(self, row: Row) -> Found:
        """Find everything for one row."""
        norms = self._norms(row)
        acts = {verb: self.acts[verb] for verb in self._verbs(row) if verb in self.acts}
        mine = {symbol.dotted: symbol for symbol in acts.values()}
        code = [s for s in self.code if s.dotted not in mine and _belongs(s, row, norms)]
        shown = [*mine.values(), *(symbol for symbol in code if room(symbol) == "faces")]
        asked = {address.url for address in self.tree.addresses if address.name in row.screens}
        urls = asked | {url for symbol in shown for url in self.views.of(symbol)}
        tests = {path for symbol in (*mine.values(), *code) for path in self.tests.of(symbol)}
        return Found(
            norms,
            tuple(sorted(code, key=lambda symbol: symbol.dotted)),
            acts,
            self.tree.cases.get(row.no, {}),
            tuple(sorted(tests | self._visitors(asked))),
            tuple(sorted(urls)),
        )

    def _done_by(self, view: str) -> dict[str, int]:
        """Return what a view does itself or through its own face."""
        symbol = self.tree.resolve(view)
        return self.tree.reach(symbol, _face(view)) if symbol else {}

    def _visitors(self, urls: set[str]) -> set[str]:
        meant = [address for address in self.tree.addresses if address.url in urls]
        return {path for word, path in self.visits if any(address.is_meant(word) for address in meant)}

    def _norms(self, row: Row) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, parameter in sorted(book().parameters().items()):
            by_article = {value.profile for value in parameter.values if inside(row.articles, value.basis)}
            if name in row.norms:
                found[name] = tuple(sorted({value.profile for value in parameter.values}))
            elif by_article:
                found[name] = tuple(sorted(by_article))
        return found

    def _verbs(self, row: Row) -> list[str]:
        by_table = [step.verb for step in TABLE if inside(row.articles, step.basis)]
        by_words = [verb for verb, symbol in self.acts.items() if cites(symbol, row)]
        return sorted({*row.acts, *by_table, *by_words})


class Near:
    """Who comes nearest to a definition: (group, label, how far each definition is)."""

    def __init__(self, reached: Iterable[tuple[str, str, Mapping[str, int]]]) -> None:
        self.by_name: dict[str, list[tuple[int, str, str]]] = {}
        for group, label, far in reached:
            for name, cost in far.items():
                self.by_name.setdefault(name, []).append((cost, group, label))

    def of(self, symbol: Symbol) -> set[str]:
        """Return the nearest labels of each group; of its module where nobody names the definition itself."""
        rows = self.by_name.get(symbol.dotted) or [
            row for name, rows in self.by_name.items() if name.rpartition(".")[0] == symbol.module for row in rows
        ]
        nearest: dict[str, int] = {}
        for cost, group, _ in rows:
            nearest[group] = min(cost, nearest.get(group, cost))
        return {label for cost, group, label in rows if cost == nearest[group]}


def _face(view: str) -> str:
    return ".".join(view.split(".")[:3])


def _belongs(symbol: Symbol, row: Row, norms: Mapping[str, object]) -> bool:
    return cites(symbol, row) or not symbol.words.isdisjoint(norms) or names(symbol, row)


def room(symbol: Symbol) -> str:
    """Return rules, law, records, acts, faces or config."""
    return symbol.module.split(".")[1] if symbol.module.count(".") else ""


def cites(symbol: Symbol, row: Row) -> bool:
    """Return whether a definition names one of the row's articles."""
    return any(inside(row.articles, basis) for basis in symbol.bases)


def names(symbol: Symbol, row: Row) -> bool:
    """Return whether the row names this definition, or the module whose public parts it is one of."""
    return any(
        symbol.dotted == f"yichuang.{name}"
        or (symbol.module == f"yichuang.{name}" and bool(symbol.name) and not symbol.name.startswith("_"))
        for name in row.code
    )


def inside(articles: Iterable[str], basis: str) -> bool:
    """Return whether a basis lies in one of the articles: the same place, or a paragraph or item of it."""
    return any(_covers(wanted, told) for article in articles for wanted in places(article) for told in places(basis))


def _covers(wanted: Place, told: Place) -> bool:
    if wanted.source != told.source:
        return False
    deeper = not wanted.section.isdigit() and told.section.startswith(wanted.section)
    return (
        (wanted.section == told.section or deeper)
        and wanted.paragraph in (0, told.paragraph)
        and wanted.item in (0, told.item)
    )


@cache
def places(basis: str) -> tuple[Place, ...]:
    """Return the places a basis names; every article of a range. A text that only looks like one names none."""
    found: list[Place] = []
    for part in citations.parts(basis):
        head, _, last = part.partition("..")
        source, _, first = head.partition("-")
        numbers = range(int(first), int(last) + 1) if last else ()
        for text in [f"{source}-{number}" for number in numbers] or [part]:
            try:
                found.append(citations.place(text, book().sources()))
            except Unknown:
                continue
    return tuple(found)


def complaints(rows: Sequence[Row], found: Mapping[str, Found], tree: Tree) -> Iterator[str]:
    """Yield what is wrong: names that do not exist, rows that lead nowhere, dates without an example."""
    known = {
        "norms": set(book().parameters()),
        "acts": set(RIGHTS),
        "screens": {address.name for address in tree.addresses},
    }
    for row in rows:
        for kind, names_known in known.items():
            yield from (f"{row.no}：没有 {name}" for name in getattr(row, kind) if name not in names_known)
        modules = {symbol.module for symbol in tree.symbols.values()}
        for name in row.code:
            if f"yichuang.{name}" not in tree.symbols.keys() | modules:
                yield f"{row.no}：没有 {name}"
        if row.part not in range(1, 7) or not all(part in range(2, 7) for part in row.rest):
            yield f"{row.no}：没有第 {row.part} 部分"
        if row.done and not found[row.no].leads:
            yield f"{row.no}：写作已办，但没有找到代码，或者没有算例和测试"
        if row.done and row.dated and not found[row.no].cases:
            yield f"{row.no}：有日期，但没有法规算例"
