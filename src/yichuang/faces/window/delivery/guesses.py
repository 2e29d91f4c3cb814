"""取件码次数限制: whoever guesses at the code of a case is stopped for a while, from whatever desk he does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from yichuang.faces.common.attempts import Attempts
from yichuang.rules.verdict import Refused

_FETCH, _WRONG = "fetch", "pickup_code_wrong"


@contextmanager
def counted(step: str, case_no: str) -> Iterator[None]:
    """Let a step of delivery be done; wrong codes of one case are counted.  Raises: Refused when there were too many.

    Basis: MSF-87
    """
    if step != _FETCH:
        yield
        return
    guesses = Attempts(f"pickup:{case_no}", "")
    if guesses.locked:
        raise Refused("pickup_locked", "YC", {"minutes": guesses.seconds // 60})
    try:
        yield
    except Refused as said:
        if said.code == _WRONG:
            guesses.failed()
        raise
    guesses.succeeded()
