"""The public addresses: what a witness and a resident ask; nonsense is answered, too much is not."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.test import Client

from tests.acts.city import City
from tests.acts.lives import promised_life
from tests.acts.proofs.book import Asked, Book, placed
from yichuang.acts.proofs.of_case import proof_of, standing_of
from yichuang.acts.proofs.running import interval, prove
from yichuang.acts.proofs.standing import standing
from yichuang.faces.terminal.witness.following import Limits, follow
from yichuang.records.cases.models import Case
from yichuang.records.ids import new_id
from yichuang.records.ledger.proofs.hashing import leaf_hash
from yichuang.records.ledger.proofs.models import Checkpoint, Cosignature, DailyRoot, TreeHead, Witness
from yichuang.records.ledger.proofs.verify_ledger import Check

REGION = "990100"
QUESTIONS = (
    ("/proofs/consistency/?from=3&to=12", 200), ("/proofs/consistency/?from=0&to=12", 422),
    ("/proofs/consistency/?from=3&to=13", 422), ("/proofs/consistency/?from=x&to=²", 422),
    ("/proofs/leaves/?from=0&to=12", 200), ("/proofs/leaves/?from=0&to=10001", 422),
    ("/proofs/leaves/?from=5&to=1", 422), ("/proofs/leaves/", 422), ("/proofs/checkpoint/6/", 200),
    ("/proofs/checkpoint/7/", 404), ("/proofs/checkpoint/99999999999999999999/", 404),
    ("/proofs/inclusion/?leaf=zz", 404), ("/proofs/inclusion/?leaf=" + "0" * 64, 404),
    ("/proofs/days/2026-03-02.json", 404), ("/proofs/days/never.json", 404), ("/proofs/", 200),
)  # fmt: skip


def codes(book: Book, **later: float) -> set[str]:
    return {alarm.code for alarm in standing([REGION], book.at + timedelta(**later)).alarms}


def test_the_witness_is_seen_and_its_signature_kept(book: Book) -> None:
    assert list(Cosignature.objects.order_by("size").values_list("size", flat=True)) == [3, 6, 9, 12]
    told = Asked().told("/proofs/checkpoint/")
    assert told["checkpoint"]["witnesses"][0]["key"] == book.watch.public
    assert codes(book) == set()
    assert codes(book, minutes=4) == {"silent", "witness_silent"}


def test_a_stranger_is_not_believed(book: Book, client: Client) -> None:
    told = {**book.watch.last, **book.watch.last["witness"]}
    address = "/proofs/witness/"
    assert client.post(address, told, content_type="application/json").status_code == 200
    for bent in ({**told, "size": 11}, {**told, "alarms": ["x"]}, {**told, "key": "00" * 32}, [], {"key": told["key"]}):
        assert client.post(address, bent, content_type="application/json").status_code == 403
    assert client.post(address, b"{", content_type="application/json").status_code == 422
    assert client.post(address, b"x" * 20_000, content_type="application/json").status_code == 413


def test_what_the_witness_complains_of_is_shown(book: Book) -> None:
    TreeHead.objects.update(beat={**TreeHead.objects.get().beat, "size": 3})
    follow(book.watch, Asked(), Limits(), lambda: book.at + timedelta(seconds=1))
    assert Witness.objects.get().alarms
    assert "witness_alarm" in codes(book)


def test_clocks_and_silence(book: Book) -> None:
    later = book.at + timedelta(minutes=10)
    done = follow(book.watch, Asked(), Limits(), lambda: later)
    assert set(done.alarms) == {"clock", "silent"}


def test_questions(book: Book, client: Client) -> None:
    for path, status in QUESTIONS:
        assert client.get(path, REMOTE_ADDR=str(new_id())).status_code == status, path


def test_too_many_questions(book: Book) -> None:
    client = Client(REMOTE_ADDR=str(new_id()))
    answers = [client.get("/proofs/checkpoint/7/").status_code for _ in range(302)]
    assert answers[299:] == [404, 429, 429]


def test_a_leaf_from_a_paper(book: Book, client: Client) -> None:
    leaf = leaf_hash(placed()[4].hash).hex()
    spaced = " ".join(leaf[n : n + 8] for n in range(0, 64, 8)).upper()
    told = client.get("/proofs/inclusion/", {"leaf": spaced}).json()
    assert (told["position"], told["checkpoint"]["size"], told["leaf"]) == (4, 6, leaf)
    assert "这是第 5 条" in client.get("/proofs/", {"leaf": spaced}).content.decode()
    assert "没有查到这个存证码" in client.get("/proofs/", {"leaf": "x"}).content.decode()


def test_the_day_is_closed_once(book: Book, client: Client) -> None:
    book.at += timedelta(days=2)
    book.prove()
    book.prove()
    assert [(str(row.day), row.size) for row in DailyRoot.objects.order_by("day")] == [
        ("2026-03-02", 12), ("2026-03-03", 12),
    ]  # fmt: skip
    path = book.path / "root.json"
    path.write_bytes(client.get("/proofs/days/2026-03-02.json").content)
    assert book.found(witness=False, root=[str(path)]) == []
    page = client.get("/proofs/").content.decode()
    assert "当日没有新增" in page
    assert json.loads(path.read_text())["checkpoint"]["root"] in page


def test_the_proof_of_a_case(city: City, book: Book, tmp_path: Any) -> None:
    no = promised_life(city)
    case = Case.objects.get(region_code=REGION, no=no)
    assert proof_of(REGION, case.id, no) is None
    assert not standing_of(REGION, case.id).proven
    prove(book.at, whole=True)
    assert standing_of(REGION, case.id).whole
    told = proof_of(REGION, case.id, no)
    assert told is not None
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(told))
    wish = type("Wish", (), {"witness": None, "key": None, "root": [], "receipt": []})()
    check = Check(wish)
    assert check.proof(path) == len(told["entries"]) > 5
    assert check.found == []
    told["entries"][2]["hash"] = "00" * 32
    path.write_text(json.dumps(told))
    check.proof(path)
    assert [one["kind"] for one in check.found] == ["not_included"]


def test_standing_names_what_is_missing(book: Book, settings: Any) -> None:
    settings.YICHUANG_PROOFS = {**settings.YICHUANG_PROOFS, "folder": str(book.path / "other"), "seconds": "1"}
    assert "no_witness" in codes(book)
    assert interval() == 10
    book.add(new_id())
    assert "not_placed" in codes(book, minutes=10)
    assert Checkpoint.objects.count() == 4
