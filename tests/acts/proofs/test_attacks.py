"""Whatever a database superuser does is named by the offline verifier with a witness; without one much goes unseen."""

from __future__ import annotations

import json

from tests.acts.proofs.attacks import ATTACKS
from tests.acts.proofs.book import Book, placed, remove, suffering
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Payload

EARLIER = {"checkpoint_deleted", "key_changed"}  # said of the first checkpoint already
CRIES = {
    "recompute everything": "fork", "insert, recompute": "fork", "cut the tail off": "shrunk",
    "restore an old copy": "fork", "change the key": "key_changed", "swap the whole table": "fork",
    "delete the end of a chain, recompute": "shrunk",
}  # fmt: skip


def test_an_honest_ledger_is_sound(book: Book) -> None:
    assert book.found(payloads=True) == []
    assert book.found(witness=False) == []
    assert book.watch.size == 12


def test_every_attack_is_named(book: Book) -> None:
    for name, attack in ATTACKS.items():
        with suffering(book, attack.do):
            found = book.found()
        assert attack.first in found, (name, found)
        assert found[0][0] == attack.first[0] or found[0][1] in EARLIER, (name, found)


def test_without_a_witness_much_goes_unseen(book: Book) -> None:
    """The harness has teeth: what only a witness can know passes where there is none."""
    for name, attack in ATTACKS.items():
        with suffering(book, attack.do):
            found = book.found(witness=False)
        assert bool(found) == attack.bare, (name, found)


def test_the_witness_cries_out_and_signs_nothing(book: Book) -> None:
    for name, code in CRIES.items():
        with suffering(book, ATTACKS[name].do):
            held = book.watch.last
            assert set(book.follow().alarms) == {code}, name
            assert book.watch.last == held
            book.add(new_id())
            book.prove()
            assert book.follow().alarms, name


def test_two_logs_convict_each_other(book: Book) -> None:
    """One root for the applicant, another for the overseer: both signed, and that is the proof."""
    shown = book.path.with_name("shown.json")
    shown.write_text(json.dumps(book.watch.last))
    with suffering(book, ATTACKS["recompute everything"].do):
        assert (11, "checkpoint_differs") in book.found(witness=False, root=[str(shown)])


def test_a_receipt_convicts_a_deletion(book: Book) -> None:
    leaf = book.export().read_bytes().splitlines()[-2].split(b"\t")[4].decode()
    assert book.found(witness=False, receipt=[leaf[:32] + " " + leaf[32:]]) == []
    with suffering(book, ATTACKS["cut the tail off"].do):
        assert book.found(witness=False, receipt=[leaf]) == [(None, "receipt_missing")]


def test_the_open_tail_is_the_limit(book: Book) -> None:
    """What no checkpoint covers yet can be rewritten unseen; the same a minute later can't."""
    entry = book.add(book.subjects[0])
    with suffering(book, lambda _book: remove(entry)):
        assert book.found() == []


def test_payloads(book: Book) -> None:
    one, two = placed()[2], placed()[5]
    Payload.objects.filter(region_code="990100", entry_id=one.id).update(body={"reason": "x"})
    Payload.objects.filter(region_code="990100", entry_id=two.id).delete()
    assert book.found(payloads=True) == [(2, "payload_changed"), (5, "payload_missing")]


def test_what_was_erased_by_an_act_stays_provable(book: Book) -> None:
    gone = placed()[4]
    book.add(gone.subject_id, verb="case.erased", facts={"erased": [gone.seq]})
    book.prove()
    Payload.objects.filter(region_code="990100", entry_id=gone.id).delete()
    assert book.follow().alarms == {}
    assert book.found(payloads=True) == []
