"""docs/glossary.md knows every model, enum, act and parameter, and names nothing that is gone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.guards.sources import ROOT, Source, dotted, none_of, package, planted, walk
from tests.guards.test_acts import act_modules, verbs

_ROW = re.compile(r"^\| (?P<chinese>[^|]+) \| (?P<english>[^|]+) \| (?P<code>[^|]+) \| (?P<meaning>[^|]+) \|$")
_CODE = re.compile(r"`([^`]+)`")
ENUMS = frozenset({"Enum", "StrEnum", "IntEnum", "Flag", "TextChoices", "IntegerChoices"})
MODELS = frozenset({"Model", "AbstractUser", "Cell", "CasePart", "OrgRow", "Booked"})


class Word(NamedTuple):
    """One row of the glossary."""

    chinese: str
    english: str
    code: tuple[str, ...]
    meaning: str


def words(text: str) -> list[Word]:
    """The rows of all tables."""
    found = (match for line in text.splitlines() if (match := _ROW.match(line)))
    return [Word(m["chinese"], m["english"], tuple(_CODE.findall(m["code"])), m["meaning"]) for m in found]


def named(sources: Iterable[Source]) -> dict[str, str]:
    """Every model and enum, with the file that defines it."""
    found = {}
    for source in sources:
        for node in walk(source, ast.ClassDef):
            bases = {dotted(base).rpartition(".")[2] for base in getattr(node, "bases", ())}
            if isinstance(node, ast.ClassDef) and bases & (ENUMS | MODELS):
                found[node.name] = str(source.path)
    return found


def members(sources: Iterable[Source]) -> set[str]:
    """Every class, and every `Class.MEMBER`."""
    found: set[str] = set()
    for source in sources:
        for node in walk(source, ast.ClassDef):
            if isinstance(node, ast.ClassDef):
                found.add(node.name)
                found |= {
                    f"{node.name}.{dotted(target)}"
                    for line in node.body
                    if isinstance(line, ast.Assign)
                    for target in line.targets
                }
    return found


def unknown(glossary: list[Word], names: Iterable[str]) -> list[str]:
    """Names that no row of the glossary has."""
    known = {code for word in glossary for code in word.code}
    return sorted(set(names) - known)


def gone(glossary: list[Word], existing: set[str]) -> Iterator[str]:
    """Names in the glossary that nothing in the code has any more."""
    for word in glossary:
        yield from (f"{word.chinese}: {code}" for code in word.code if code not in existing)


def glossary() -> list[Word]:
    """The real one."""
    return words((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


def act_verbs() -> set[str]:
    """The verb of every act."""
    return {verb for source in act_modules() for verb in verbs(source)}


def parameters() -> dict[str, str]:
    """Every parameter of the law with the row that belongs into the glossary."""
    from yichuang.law.book import book

    rows = {}
    for name in book().parameters():
        parameter = book().parameter(name)
        rows[name] = f"| {parameter.term} | {name.replace('_', ' ')} | `{name}` | {parameter.meaning} |"
    return rows


def test_every_model_and_enum_is_there() -> None:
    found = named(package())
    none_of(f"{name} ({found[name]})" for name in unknown(glossary(), found))


def test_every_act_is_there() -> None:
    none_of(unknown(glossary(), act_verbs()))


def test_every_parameter_is_there_with_its_term() -> None:
    rows = parameters()
    none_of(f"add the row  {rows[name]}" for name in unknown(glossary(), rows))
    terms = {word.chinese for word in glossary()}
    none_of(row for row in rows.values() if row.split(" | ")[0].removeprefix("| ") not in terms)


def test_nothing_is_gone() -> None:
    none_of(gone(glossary(), members(package()) | act_verbs() | set(parameters())))


def test_it_bites() -> None:
    text = planted("records/cases/models.py", "class Case(Cell): ...\nclass Colour(StrEnum):\n    RED = 'red'")
    rows = words("| 办件 | case | `Case` | one |\n| 色 | colour | `Colour.BLUE` | gone |\n|---|---|---|---|")
    assert unknown(rows, named([text])) == ["Colour"]
    assert list(gone(rows, members([text]))) == ["色: Colour.BLUE"]
