"""What a rule answers: allowed, or refused with a code, its facts and the article (依据).

Rules never make sentences: a face turns `code` and `facts` into Chinese (faces/common/sentences.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NO_FACTS: Mapping[str, object] = MappingProxyType({})


class Refused(Exception):
    """A rule forbids what was asked. Nothing was changed. Shown to the user with its article."""

    def __init__(self, code: str, basis: str, facts: Mapping[str, object] = _NO_FACTS) -> None:
        super().__init__(f"{code} ({basis})")
        self.code = code
        self.basis = basis
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a rule: `allowed`, else why not and under which article."""

    allowed: bool
    code: str = "allowed"
    basis: str = ""
    facts: Mapping[str, object] = field(default_factory=lambda: _NO_FACTS)

    def raise_if_refused(self) -> None:
        """Raise Refused unless allowed."""
        if not self.allowed:
            raise Refused(self.code, self.basis, self.facts)


ALLOWED = Verdict(True)


def refuse(code: str, basis: str, **facts: object) -> Verdict:
    """Return a refusal with its article and the facts its sentence needs."""
    return Verdict(False, code, basis, MappingProxyType(facts))
