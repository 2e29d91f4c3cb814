"""Idempotency keys that are too long for their column stay different keys."""

from yichuang.records.ledger.keys import LENGTH, fitted


def test_a_key_that_fits_is_kept() -> None:
    assert fitted("k" * LENGTH) == "k" * LENGTH


def test_two_long_keys_with_one_beginning_stay_two() -> None:
    first, second = fitted("k" * 300 + ":s"), fitted("k" * 300 + ":a")
    assert first != second
    assert {len(first), len(second)} <= set(range(LENGTH + 1))
