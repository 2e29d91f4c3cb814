"""Every act writes exactly one verb into the ledger, through the pen, and knows no page."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tests.guards.sources import Source, at, dotted, none_of, package, planted, walk

NO_PHASES = frozenset({"filing"})
MADE_WITH = frozenset({"case_act", "concern_act", "certificate_act", "library_act", "move_seal", "staff_act", "Filing"})
DIRECT_WRITES = frozenset({"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"})
PAGES = ("django.http", "django.shortcuts", "django.template", "django.forms", "django.urls")


def is_act(source: Source) -> bool:
    """A module of a phase folder that is built with a frame of acts, or files by itself."""
    phase = len(source.path.parts) > 2 and source.path.parts[1] not in NO_PHASES
    names = {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
    shared = source.path.name == "frame.py" and not verbs(source)  # the verb comes from the acts that use it
    return phase and not shared and bool(names & MADE_WITH)


def verbs(source: Source) -> list[str]:
    """The literals given as `verb=`."""
    return [
        str(node.value.value)
        for node in walk(source, ast.keyword)
        if isinstance(node, ast.keyword) and node.arg == "verb" and isinstance(node.value, ast.Constant)
    ]


def act_modules() -> list[Source]:
    """Every act."""
    return [source for source in package("acts") if is_act(source)]


def not_one_verb(sources: Iterable[Source]) -> list[str]:
    """Acts without a verb, or with several."""
    return [f"{source.path}: {verbs(source) or 'no verb'}" for source in sources if len(verbs(source)) != 1]


def shared_verbs(sources: Iterable[Source]) -> list[str]:
    """Verbs that two acts write."""
    counted = Counter(verb for source in sources for verb in verbs(source))
    return [f"{verb}: {count} acts" for verb, count in counted.items() if count > 1]


def past_the_pen(sources: Iterable[Source]) -> Iterator[str]:
    """Writes that do not go through the pen."""
    for source in sources:
        for node in walk(source, ast.Call):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = dotted(node.func)
                if node.func.attr in DIRECT_WRITES or name.endswith((".objects.create", ".objects.update")):
                    yield at(source, node, f".{node.func.attr}()")


def page_makers(sources: Iterable[Source]) -> Iterator[str]:
    """Imports of what belongs to pages."""
    for source in sources:
        for node in walk(source, ast.ImportFrom):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PAGES):
                yield at(source, node, f"from {node.module}")


def test_one_verb_each() -> None:
    none_of(not_one_verb(act_modules()))


def test_no_verb_twice() -> None:
    none_of(shared_verbs(act_modules()))


def test_acts_and_transitions_name_the_same_verbs() -> None:
    transitions = pytest.importorskip("yichuang.rules.transitions")
    table = {row.verb for row in transitions.TABLE}
    written = {verb for source in act_modules() for verb in verbs(source) if verb.startswith("case.")}
    assert written - table == set(), "acts that no row of the transition table allows"
    assert table - written == set(), "rows of the transition table that no act performs"


def test_acts_write_through_the_pen() -> None:
    none_of(past_the_pen(source for source in package("acts") if source.path.parts[1] != "filing"))


def test_acts_know_no_page() -> None:
    none_of(page_makers(package("acts")))


def test_it_bites_an_act_with_two_verbs_or_none() -> None:
    two = planted("acts/intake/two.py", 'case_act(verb="case.a")\nFiling(verb="case.b")')
    none = planted("acts/intake/none.py", "verb = 'x'\nFiling(verb=verb)")
    assert is_act(two)
    assert len(not_one_verb([two, none])) == 2


def test_it_bites_a_verb_written_twice() -> None:
    one = planted("acts/intake/one.py", 'case_act(verb="case.a")')
    other = planted("acts/decision/other.py", 'case_act(verb="case.a")')
    assert shared_verbs([one, other]) == ["case.a: 2 acts"]


@pytest.mark.parametrize("text", ["case.save()", "Case.objects.create(no='1')", "Case.objects.bulk_create([])"])
def test_it_bites_a_write_past_the_pen(text: str) -> None:
    assert list(past_the_pen([planted("acts/intake/planted.py", text)]))


def test_it_bites_a_page_in_an_act() -> None:
    assert list(page_makers([planted("acts/intake/planted.py", "from django.http import HttpRequest")]))
