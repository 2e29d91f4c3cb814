"""Which value of a parameter applies, and a digest of all of them (适用)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from yichuang.law.shapes import Parameter, Value
from yichuang.rules.norms import Norm


def applying(parameter: Parameter, names: Sequence[str], on: date) -> Value | None:
    """Return the value of the most special profile that has one in force on the day."""
    for name in reversed(names):
        given = [value for value in parameter.of(name) if value.since <= on]
        if given and given[-1].value is not None:
            return given[-1]
    return None


def norm_of(parameter: str, value: Value) -> Norm:
    """Return a value in force as the rules read it."""
    if value.value is None:
        raise ValueError(f"{parameter} is abolished")
    return Norm(parameter, value.value, value.unit, value.basis, value.profile, value.since, value.departs_from)


def digest(parameters: Iterable[Parameter]) -> str:
    """Return a short digest of every value: the same law gives the same version."""
    lines = [f"{p.name}|{v.profile}|{v.since}|{v.value}|{v.unit}|{v.basis}" for p in parameters for v in p.values]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]
