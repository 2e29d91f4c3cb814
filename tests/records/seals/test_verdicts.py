"""What a seal was found to be worth is kept, and believed only as this installation signed it."""

from pathlib import Path
from typing import Any

import pytest

from tests.records.seals.offices import AT, Office, office
from yichuang.records.certificates.verdicts import keep, recall, rule_of
from yichuang.records.seals.signing.authority import Revocation
from yichuang.records.seals.signing.check import check_pdf


@pytest.fixture
def good(tmp_path: Path, settings: Any) -> Office:
    """An office whose seals lie in the folder of this installation."""
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "folder": str(tmp_path)}
    return office(tmp_path / "authority")


def test_a_verdict_is_believed_as_it_was_signed(good: Office, tmp_path: Path, settings: Any) -> None:
    found, rule = check_pdf(good.paper(), good.trust), rule_of(good.trust)
    keep(found.digest, rule, found)
    assert recall(found.digest, rule) == found
    (place,) = (tmp_path / "verdicts").rglob(found.digest)
    other = place.with_name("0" * 64)
    other.write_text(place.read_text())
    assert recall("0" * 64, rule) is None  # the verdict on another file
    said = place.read_text()
    place.write_text("A" + said[1:])
    assert recall(found.digest, rule) is None
    place.write_text(said)
    settings.SECRET_KEY = "somebody else's" * 4
    assert recall(found.digest, rule) is None


def test_a_verdict_goes_when_the_rule_changes(good: Office) -> None:
    before = rule_of(good.trust)
    good.authority.publish({}, AT)
    assert rule_of(good.trust) == before  # the list was only dated anew
    good.authority.publish({7: Revocation(7, AT, False)}, AT)
    assert rule_of(good.trust) != before


def test_what_may_pass_is_not_kept(good: Office) -> None:
    stranger = check_pdf(good.paper(), office(good.seal.parent / "strangers").trust)
    assert stranger.fault == "untrusted"
    keep(stranger.digest, "rule", stranger)
    assert recall(stranger.digest, "rule") is None
