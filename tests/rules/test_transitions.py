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
