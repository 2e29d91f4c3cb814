"""Golden vectors: a fact has one form in bytes, on every machine, after every database. Never change one."""

import hashlib
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yichuang.records.ledger.canonical import (
    GENESIS,
    HASHED,
    _slowly,
    canonical,
    digest,
    entry_hash,
    payload_digest,
    plain_row,
    written,
)
from yichuang.records.ledger.models import Entry

ID = UUID("01900000-0000-7000-8000-000000000001")
NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
VECTORS: tuple[tuple[Any, str], ...] = (
    (None, "null"),
    (True, "true"),
    ({}, "{}"),
    ([], "[]"),
    ("", '""'),
    ("取水许可", '"取水许可"'),
    ('"\\/\n\t\x00\x1f\x7f', '"\\"\\\\/\\n\\t\\u0000\\u001f\x7f"'),
    ("e\u0301", '"é"'),
    ("\U0001d11e", '"\U0001d11e"'),
    ({"b": 1, "a": [2, {"d": 3, "c": 4}]}, '{"a":[2,{"c":4,"d":3}],"b":1}'),
    ({"乙": 1, "甲": 2, "a": 3, "Z": 4}, '{"Z":4,"a":3,"乙":1,"甲":2}'),
    ((1, 2), "[1,2]"),
    (10**20, "100000000000000000000"),
    (12.5, "12.5"),
    (12.0, "12"),
    (-0.0, "0"),
    ([1e22, {"x": 1.5e16}, 1e-7], '[10000000000000000000000,{"x":15000000000000000},1e-07]'),
    ("1.0]", '"1.0]"'),
    (date(2026, 3, 2), '"2026-03-02"'),
    (NOON, '"2026-03-02T04:00:00.000000+00:00"'),
    (NOON.replace(microsecond=1), '"2026-03-02T04:00:00.000001+00:00"'),
    (ID, '"01900000-0000-7000-8000-000000000001"'),
)


@pytest.mark.parametrize(("value", "text"), VECTORS)
def test_canonical_form(value: Any, text: str) -> None:
    assert canonical(value) == text.encode()
    assert digest(value) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("value", [object(), {1, 2}, b"x", float("nan"), float("inf"), "\ud800"])
def test_what_has_no_form(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


ENTRY: dict[str, Any] = {
    "region_code": "990100", "subject": "case", "subject_id": ID, "seq": 1, "verb": "case.submitted", "actor_id": ID,
    "post_id": None, "acting_for_id": None, "item_version_id": ID, "at": NOON, "recorded_at": NOON,
    "facts": {"channel": "online", "rows": [["cases_case", ID, {"state": "received", "on": date(2026, 3, 2)}]]},
    "payload_digest": "f3b35b163bdc67bc1cd5bd3ba3ee9b4fba5de69ad4b8e06ffcb8b4b0c7b8bf8f", "prev_hash": GENESIS,
    "algorithm": "sha256", "idem_key": "u:k", "request_digest": "", "answer": {"no": "JN-2026-000001"},
}  # fmt: skip
FACTS_DIGEST = "874ef204bb3fb2440f732c1460bb12048becff7b69d0f4108b5b8a23d1728531"
ENTRY_HASH = "32f9a71bae86e15ffbd436855acb1f00293f833d3d560af5174b2533abb138c3"


def test_hash_of_an_entry() -> None:
    assert digest(ENTRY["facts"]) == FACTS_DIGEST
    assert entry_hash(ENTRY) == entry_hash(ENTRY, facts_digest=FACTS_DIGEST) == ENTRY_HASH


def test_it_can_be_computed_with_nothing_but_a_json_and_a_hash_library() -> None:
    told = json.loads(canonical({name: ENTRY[name] for name in HASHED})) | {"facts": FACTS_DIGEST}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == ENTRY_HASH


@pytest.mark.parametrize("column", HASHED)
def test_every_hashed_column_counts(column: str) -> None:
    assert entry_hash({**ENTRY, column: "other"}) != ENTRY_HASH


def test_digest_of_a_payload() -> None:
    assert (
        payload_digest("00" * 16, {"reason": "符合条件"})
        == "fba0a6543811925f6830c784ab746a43fc0a83f2cfe0d64fbbe3c26cdc078f88"
    )
    assert payload_digest("01" * 16, {"reason": "符合条件"}) != payload_digest("00" * 16, {"reason": "符合条件"})


def test_plain_rows_and_entries_hash_alike() -> None:
    assert entry_hash(plain_row(ENTRY)) == ENTRY_HASH


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
NUMBER = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
)


@given(JSON)
def test_written_is_what_is_read_again(value: Any) -> None:
    assert canonical(json.loads(written(value))) == canonical(value)


SMALL = st.floats(-1e-3, 1e-3)


@given(st.recursive(JSON | SMALL, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)))
def test_the_fast_way_spells_as_the_standard_library(value: Any) -> None:
    assert written(value) == _slowly(value)


@pytest.mark.parametrize("value", [{"x": [None, float("nan")]}, [[{"y": float("-inf")}]], ({"z": (1, float("inf"))},)])
def test_what_is_no_number_is_found_wherever_it_stands(value: Any) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        written(value)


KEPT = [value for value, _ in VECTORS if isinstance(value, dict | list)]


@pytest.mark.django_db
@pytest.mark.parametrize("body", [*KEPT, {"f": [0.1, 1e300, 5e-324, 123456789.123456789]}])
def test_a_database_gives_back_the_same_form(body: Any) -> None:
    at = {"at": NOON, "recorded_at": NOON}
    hashes = {"payload_digest": "", "prev_hash": GENESIS, "hash": ""}
    row = Entry.objects.create(
        region_code="990100", subject="case", subject_id=ID, seq=1, facts=body, answer={}, **at, **hashes
    )
    row.refresh_from_db()
    assert canonical(row.facts) == canonical(body)
