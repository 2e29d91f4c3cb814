"""流转表: a step that another kind of case has is not called a wrong state."""

from __future__ import annotations

import pytest

from yichuang.rules.transitions import may


@pytest.mark.parametrize(
    ("state", "kind", "code"),
    [
        ("reviewing", "upward", "allowed"), ("reviewing", "promised", "wrong_kind"),
        ("received", "promised", "wrong_state"),
    ],
)  # fmt: skip
def test_it_works(state: str, kind: str, code: str) -> None:
    assert may("case.lower_reviewed", state, kind=kind, paused=False).code == code


def test_what_comes_after_the_end_is_no_step_to_it() -> None:
    """A later decision is delivered on a closed case; who is too early is told the states that lead on."""
    told = may("case.delivered", "received", kind="instant", paused=False)
    assert (told.code, told.facts["sources"]) == ("wrong_state", ("decided", "issued"))
    rated = may("case.rated", "received", kind="instant", paused=False)
    assert rated.facts["sources"] == ("closed",)
