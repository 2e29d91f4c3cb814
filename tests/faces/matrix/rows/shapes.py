"""What a row of the matrix is, and the three usual kinds of rows: a page that is read, a form, a button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.faces.matrix.sights import ALL, EVERYBODY, STAFF_SEES, Sight, people


@dataclass(frozen=True)
class Row:
    """One route. `blind` methods answer before the object is looked up; of others only 405 is, unless `strict`."""

    name: str
    who: frozenset[str] = EVERYBODY
    sees: Sight = field(default_factory=dict)
    get: int = 200
    post: int = 405
    state: str = "reviewing"
    blind: frozenset[str] = frozenset()
    strict: bool = False
    but: Mapping[tuple[str, str], int] = field(default_factory=dict)
    token: bool = False
    json: bool = False


GET, POST = people("get"), people("post")


def reads(name: str, who: frozenset[str] = EVERYBODY, sees: Sight = ALL, **more: object) -> Row:
    """A page that is only read."""
    return Row(name, who, sees, **more)  # type: ignore[arg-type]


def form(name: str, who: frozenset[str], sees: Sight = ALL, **more: object) -> Row:
    """A page with a form: without a key nothing is done, 422."""
    return Row(name, who, sees, **({"post": 422} | more))  # type: ignore[arg-type]


def button(name: str, who: frozenset[str], sees: Sight = STAFF_SEES, **more: object) -> Row:
    """A button of another page: to GET it only shows that page, or says that it can't be read."""
    return Row(name, who, sees, **({"get": 302, "post": 422, "blind": GET} | more))  # type: ignore[arg-type]


ONLY_MANAGER = {("post", "supervisor"): 403, ("post", "auditor"): 403}  # others of the centre only read
