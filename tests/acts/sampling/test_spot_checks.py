"""双随机: lists closed, drawn by a checkpoint, checked by two, looked at again, closed; and what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.acts.city import City
from tests.acts.lives import promised_life
from tests.acts.test_refusals import refused
from tests.acts.walks import instant_life
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.sampling.announce import CheckAnnouncement, announce
from yichuang.acts.sampling.close import CheckClosing, close
from yichuang.acts.sampling.countersign import CheckSignature, countersign
from yichuang.acts.sampling.draw import CheckDraw, draw
from yichuang.acts.sampling.follow_up import Outcome, follow_up
from yichuang.acts.sampling.frame import OnCheck
from yichuang.acts.sampling.record import Found, record
from yichuang.records.ledger.proofs.models import Checkpoint
from yichuang.records.org.directory import directory
from yichuang.records.supervision.checking import left_out_of
from yichuang.records.supervision.models import CheckRecord, SpotCheck
from yichuang.rules.supervision.drawing import drawn

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
WISH = CheckAnnouncement("990100", "cases", date(2026, 1, 1), date(2026, 5, 31), None, 1, 2, "看一次性告知")


@pytest.fixture
def watched(city: City) -> City:
    """A closed case, and two who watch over the centre and had no hand in it."""
    city.give("stranger", "supervisor")
    promised_life(city)
    return city


def check_of(city: City, **changed: object) -> SpotCheck:
    filed = announce(replace(WISH, **changed), city.ctx("manager", DAY))
    return SpotCheck.objects.get(region_code="990100", id=UUID(filed.answer["check"]))


def drawn_check(city: City) -> SpotCheck:
    """A check whose line was drawn."""
    row = check_of(city)
    Checkpoint.objects.create(size=7, root="ab" * 32, at=row.announced_at + timedelta(seconds=30))
    draw(CheckDraw(on(row)), city.ctx("manager", DAY))
    row.refresh_from_db()
    return row


def wrong() -> set[str]:
    """What doctor finds, apart from the checkpoint, which is invented here."""
    return {one.code for one in examine("990100", directory())} - {"root_differs"}


def on(row: SpotCheck, version: int | None = None) -> OnCheck:
    return OnCheck(row.region_code, row.id, version)


def found(row: SpotCheck, **changed: object) -> Found:
    wish = Found(on(row), row.drawn[0]["no"], "correct", "补正告知没有写全", "五日内改正", date(2026, 6, 8))
    return replace(wish, **changed)


def test_it_works(watched: City) -> None:
    row = drawn_check(watched)
    no = row.drawn[0]["no"]
    record(found(row), watched.ctx("manager", DAY))
    countersign(CheckSignature(on(row), no), watched.ctx("stranger", DAY))
    follow_up(Outcome(on(row), no, "已经补发"), watched.ctx("stranger", date(2026, 6, 5)))
    close(CheckClosing(on(row), "一件有问题，已经改正"), watched.ctx("manager", date(2026, 6, 9)))
    row.refresh_from_db()
    line = CheckRecord.objects.get(region_code="990100", check_id=row.id)
    assert (row.no, row.state, line.outcome_on) == ("JN-CC-2026-001", "closed", date(2026, 6, 5))
    assert wrong() == set()


def test_whoever_has_the_lists_and_the_root_draws_the_same(watched: City) -> None:
    row = drawn_check(watched)
    assert [one.no for one in drawn(row.lists, "ab" * 32)] == [one["no"] for one in row.drawn]
    assert row.lists.digest == row.digest


def test_doctor_draws_again(watched: City) -> None:
    row = drawn_check(watched)
    SpotCheck.objects.filter(region_code="990100", id=row.id).update(root="ef" * 32, drawn=[])
    assert wrong() == {"column_differs", "draw_differs"}


def test_the_first_checkpoint_after_the_lists_were_closed_draws(watched: City) -> None:
    row = check_of(watched)
    Checkpoint.objects.create(size=3, root="00" * 32, at=row.announced_at)
    refused("spot_check_no_root", lambda: draw(CheckDraw(on(row)), watched.ctx("manager", DAY)))
    for size, seconds, root in ((9, 90, "cd" * 32), (7, 30, "ab" * 32)):
        Checkpoint.objects.create(size=size, root=root, at=row.announced_at + timedelta(seconds=seconds))
    draw(CheckDraw(on(row)), watched.ctx("manager", DAY))
    row.refresh_from_db()
    assert (row.root, row.root_size) == ("ab" * 32, 7)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("spot_check_kind", {"kind": "all"}),
        ("spot_check_span", {"until": date(2026, 6, 2)}),
        ("spot_check_span", {"since": date(2026, 6, 1)}),
        ("spot_check_reason", {"reason": " "}),
        ("spot_check_department", {"kind": "holders"}),
        ("spot_check_subjects", {"since": date(2026, 5, 30)}),
        ("spot_check_size", {"size": 2}),
        ("spot_check_size", {"size": 0}),
        ("spot_check_per", {"per": 1}),
        ("spot_check_inspectors", {"per": 3}),
    ],
)
def test_lists_are_refused(watched: City, code: str, changed: dict[str, object]) -> None:
    refused(code, lambda: check_of(watched, **changed))
    assert not SpotCheck.objects.filter(region_code="990100").exists()


def test_whoever_had_a_hand_in_it_keeps_out(watched: City) -> None:
    watched.give("reviewer", "auditor")
    row = check_of(watched)
    assert len(row.inspectors) == 3
    assert [len(one["barred"]) for one in row.subjects] == [1]


def test_what_too_few_are_free_to_check_is_left_out_on_record(watched: City) -> None:
    """The chief, who may check too, decided the other case: two are left for it, and three are asked for."""
    watched.give("chief", "auditor")
    instant_life(watched)
    row = check_of(watched, per=3)
    left = left_out_of(row)
    assert (len(row.subjects), len(left)) == (1, 1)
    assert left[0] not in [one["no"] for one in row.subjects]
    refused("spot_check_size", lambda: check_of(watched, per=3, size=2))
    refused("spot_check_inspectors", lambda: check_of(watched, per=4))
    assert wrong() == set()


def test_records_are_refused(watched: City) -> None:
    row = drawn_check(watched)
    manager, no = watched.ctx("manager", DAY), row.drawn[0]["no"]
    refused("spot_check_no_record", lambda: countersign(CheckSignature(on(row), no), manager))
    refused("spot_check_not_yours", lambda: record(found(row), watched.ctx("reviewer", DAY)))
    refused("spot_check_not_drawn", lambda: record(found(row, no="TEST-1"), manager))
    for code, changed in (
        ("spot_check_result", {"result": "fine"}), ("spot_check_words", {"words": ""}),
        ("spot_check_handled", {"handled": " "}), ("spot_check_correct_by", {"correct_by": date(2026, 5, 31)}),
    ):  # fmt: skip
        refused(code, lambda changed=changed: record(found(row, **changed), watched.ctx("manager", DAY)))
    record(found(row), watched.ctx("manager", DAY))
    refused("spot_check_recorded", lambda: record(found(row), watched.ctx("stranger", DAY)))
    refused("spot_check_left", lambda: close(CheckClosing(on(row), "好"), watched.ctx("manager", DAY)))


def test_one_person_does_not_sign_twice_nor_follow_what_is_not_due(watched: City) -> None:
    row = drawn_check(watched)
    no = row.drawn[0]["no"]
    record(found(row), watched.ctx("manager", DAY))
    refused("same_person", lambda: countersign(CheckSignature(on(row), no), watched.ctx("manager", DAY)))
    refused("spot_check_nothing_due", lambda: follow_up(Outcome(on(row), no, "好"), watched.ctx("manager", DAY)))
    countersign(CheckSignature(on(row), no), watched.ctx("stranger", DAY))
    refused("spot_check_signed", lambda: countersign(CheckSignature(on(row), no), watched.ctx("stranger", DAY)))
    refused("spot_check_state", lambda: draw(CheckDraw(on(row)), watched.ctx("manager", DAY)))
    refused("not_yours", lambda: close(CheckClosing(on(row), "好"), watched.ctx("reviewer", DAY)))
