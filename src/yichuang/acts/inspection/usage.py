"""谁用到它: which rules, acts and views read a parameter of the law, found by reading the sources once a process."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yichuang.acts.inspection.sources import GAP, ROOMS, Symbol, definitions
from yichuang.law.book import book
from yichuang.records.documents.press import THE_PRESS

_NAMED = re.compile(r"[a-z]+_[a-z_]*\x00.*")  # begins with words of a norm's name


@dataclass(frozen=True, slots=True)
class Use:
    """One definition that reads a parameter, itself or through others: where it stands, and what it is called."""

    module: str
    name: str
    words: str
    verb: str
    far: int

    @property
    def direct(self) -> bool:
        """Return whether it reads the parameter itself."""
        return not self.far

    @property
    def room(self) -> str:
        """Return rules, acts, records or faces."""
        return self.module.split(".")[1]


def uses_of(parameter: str) -> tuple[Use, ...]:
    """Return who reads a parameter: rules first, then acts, records and views; those who read it themselves first."""
    return _found().get(parameter, ())


@cache
def _found() -> Mapping[str, tuple[Use, ...]]:
    """Read the sources in the press: what that takes of memory goes with it, and only the answer stays."""
    found: Mapping[str, tuple[Use, ...]] = THE_PRESS.run(all_uses)
    return found


def all_uses() -> Mapping[str, tuple[Use, ...]]:
    """Return who reads each parameter."""
    known, readers, users = _index()
    return {parameter: _uses(parameter, known, readers, users) for parameter in readers}


def _uses(
    parameter: str, known: Mapping[str, Symbol], readers: Mapping[str, set[str]], users: Mapping[str, set[str]]
) -> tuple[Use, ...]:
    far = {name: 0 for name in readers.get(parameter, ())}
    left = deque(far)
    while left:
        here = left.popleft()
        for user in users.get(here, ()):
            if user not in far:
                far[user] = far[here] + 1
                left.append(user)
    ordered = sorted(far, key=lambda name: (ROOMS.index(name.split(".")[1]), far[name] > 0, name))
    return tuple(
        Use(s.module, s.name, s.words, s.verb, far[name]) for name in ordered if (s := known[name]).name.strip("_")
    )


def _index() -> tuple[Mapping[str, Symbol], Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Return every definition, who reads which parameter, and who uses which definition."""
    parameters = set(book().parameters())
    known, onward = definitions()
    readers: dict[str, set[str]] = {}
    users: dict[str, set[str]] = {}
    for symbol in known.values():
        for word in symbol.told & parameters | _meant(symbol.told, parameters):
            readers.setdefault(word, set()).add(symbol.dotted)
        for name in symbol.names:
            users.setdefault(_resolved(name, known, onward), set()).add(symbol.dotted)
    return known, readers, users


def _resolved(name: str, known: Mapping[str, Symbol], onward: Mapping[str, str]) -> str:
    """Follow re-exports to the definition itself."""
    for _ in range(4):
        if name in known or name not in onward:
            break
        name = onward[name]
    return name


def _meant(told: frozenset[str], parameters: set[str]) -> set[str]:
    """Return the parameters that texts with a gap stand for, as f"project_lead_{stage}"; the rest must name a norm."""
    shapes = [word for word in told if _NAMED.fullmatch(word)]
    found = [re.compile(".+".join(map(re.escape, word.split(GAP)))) for word in shapes]
    return {name for name in parameters if any(shape.fullmatch(name) for shape in found)}
