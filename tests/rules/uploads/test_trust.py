"""可信等级: what a file is worth by how it came, and what it is worth when it is used again."""

from __future__ import annotations

import pytest

from yichuang.rules.library.trust import again, level_of, may_again, seen

FILE = {"digest": "d", "name": "图.pdf", "media_type": "application/pdf", "size": 3, "way": "phone"}


@pytest.mark.parametrize(
    ("more", "original", "level"),
    [
        ({}, False, "C"),
        ({}, True, "B"),
        ({"trust": "D"}, True, "D"),
        ({"trust": "B"}, False, "B"),
        ({"trust": "C", "certificate": "x"}, False, "C"),
        ({"certificate": "x"}, False, "A"),
        ({"trust": "Z"}, False, "C"),
    ],
)
def test_levels(more: dict[str, str], original: bool, level: str) -> None:
    assert level_of({**FILE, **more}, original_seen=original) == level


def test_only_what_was_compared_stays_compared() -> None:
    assert seen("ok", 1)
    assert not seen("ok", 0)
    assert not seen("correct", 1)
    kept = {name: FILE[name] for name in ("digest", "name", "media_type", "size")}
    assert again(FILE, "JN-1", original_seen=False) == kept | {"from_case": "JN-1"}
    assert again(FILE, "JN-1", original_seen=True)["trust"] == "B"


def test_what_is_not_used_again() -> None:
    assert may_again(FILE, "ok")
    assert may_again(FILE, "unseen")
    assert not may_again(FILE, "correct")
    assert not may_again({**FILE, "certificate": "x"}, "ok")
    assert not may_again({**FILE, "trust": "D"}, "ok")
