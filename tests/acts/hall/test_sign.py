"""附入签名: what was signed at the second screen belongs to the case, and the ledger has its digest."""

from __future__ import annotations

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted
from yichuang.acts.hall.sign import NAME, Signature, add_signature
from yichuang.records.cases.models import Material
from yichuang.records.filestore import Stored, store
from yichuang.records.ledger.models import Entry
from yichuang.rules.verdict import Refused


@pytest.fixture
def drawn() -> Stored:
    return store().put(b"\x89PNG\r\n\x1a\n a signature")


def test_it_works(city: City, drawn: Stored) -> None:
    no = submitted(city)
    add_signature(Signature(on(no), drawn.digest, drawn.size), city.ctx("clerk"))
    row = Material.objects.get(region_code="990100", name=NAME)
    assert row.files[0]["digest"] == drawn.digest
    entry = Entry.objects.filter(region_code="990100", verb="case.signature_added").get()
    assert entry.facts["digest"] == drawn.digest


def test_the_same_signature_is_added_once(city: City, drawn: Stored) -> None:
    no = submitted(city)
    add_signature(Signature(on(no), drawn.digest, drawn.size), city.ctx("clerk"))
    with pytest.raises(Refused, check=lambda fault: fault.code == "signature_added_already"):
        add_signature(Signature(on(no), drawn.digest, drawn.size), city.ctx("clerk"))


def test_a_picture_that_is_not_there(city: City) -> None:
    with pytest.raises(Refused, check=lambda fault: fault.code == "signature_lost"):
        add_signature(Signature(on(submitted(city)), "0" * 64, 1), city.ctx("clerk"))


def test_only_the_window_adds_it(city: City, drawn: Stored) -> None:
    no = submitted(city)
    with pytest.raises(Refused, check=lambda fault: fault.code == "not_yours"):
        add_signature(Signature(on(no), drawn.digest, drawn.size), city.ctx("resident"))
