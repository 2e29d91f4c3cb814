"""核对原件: shown later than at intake, by the window or the reviewer; new files are compared anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted, under_review
from tests.acts.test_refusals import refused
from yichuang.acts.intake.compare_originals import Originals, compare_originals
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.submit import submit
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.records.cases.models import Material
from yichuang.records.ledger.models import Entry

pytestmark = pytest.mark.django_db
FILE = {"digest": "a" * 64, "name": "图.png", "media_type": "image/png", "size": 3}
MAP = frozenset({"map"})


def uploaded(city: City, **more: Any) -> str:
    """Hand in one file on line."""
    resident = city.people["resident"].id
    wish = city.submission(city.promised, channel="online", user_id=resident)
    return submit(replace(wish, materials={"map": {"files": [FILE], **more}}), city.ctx("resident")).no


def row(no: str) -> Material:
    return Material.objects.get(region_code="990100", case__no=no, key="map", case__region_code="990100")


@pytest.mark.parametrize("who", ["clerk", "reviewer"])
def test_it_works(city: City, who: str) -> None:
    no = uploaded(city)
    compare_originals(Originals(on(no), MAP), city.ctx(who))
    assert row(no).originals == 1
    entry = Entry.objects.get(region_code="990100", verb="case.originals_seen")
    assert entry.facts["files"] == [FILE["digest"]]


def test_what_is_refused(city: City) -> None:
    bare, no, other = submitted(city), uploaded(city), under_review(city)
    refused("nothing_to_compare", lambda: compare_originals(Originals(on(bare), MAP), city.ctx("clerk")))
    refused("no_original_named", lambda: compare_originals(Originals(on(no), frozenset()), city.ctx("clerk")))
    refused("no_original_named", lambda: compare_originals(Originals(on(no), MAP | {"x"}), city.ctx("clerk")))
    compare_originals(Originals(on(no), MAP), city.ctx("clerk"))
    refused("original_seen_before", lambda: compare_originals(Originals(on(no), MAP), city.ctx("clerk")))
    refused("not_yours", lambda: compare_originals(Originals(on(other), MAP), city.ctx("resident")))


def test_what_waits_for_correction_is_not_compared_and_a_new_file_is_compared_anew(city: City) -> None:
    no = uploaded(city, originals=1)
    notify_correction(CorrectionNotice(on(no), {"map": "看不清"}), city.ctx("clerk"))
    refused("faulty_not_compared", lambda: compare_originals(Originals(on(no), MAP), city.ctx("clerk")))
    supplement(Supplement(on(no), {"map": [FILE | {"digest": "b" * 64}]}), city.ctx("resident"))
    assert row(no).originals == 0
    compare_originals(Originals(on(no), MAP), city.ctx("clerk"))
    correct_now(CorrectionNow(on(no), {}, {"map": [FILE]}), city.ctx("resident"))
    assert row(no).originals == 0
