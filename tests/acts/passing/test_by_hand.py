"""人工递送: the list that goes with the file, the real times keyed in afterwards, the second person's check."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.acts.city import ZONE, City, on
from tests.acts.lives import under_review
from yichuang.acts.act import On
from yichuang.acts.passing.check_carriage import CarriageCheck, check_carriage
from yichuang.acts.passing.note_carriage import CarriageNote, note_carriage
from yichuang.acts.passing.send_by_hand import Carriage, send_by_hand
from yichuang.acts.passing.sign_for import SigningFor, sign_for
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
LEFT = datetime(2026, 3, 3, 9, 20, tzinfo=ZONE)
CAME = datetime(2026, 3, 3, 11, 5, tzinfo=ZONE)
LATER = date(2026, 3, 5)


def sent(city: City) -> str:
    """The window sends a file under review to the department by hand."""
    no = under_review(city)
    send_by_hand(Carriage(on(no), city.department.id, "陈禾", "图纸过大，专网不能传送"), city.ctx("clerk"))
    return no


def note(no: str, left: datetime = LEFT, came: datetime = CAME, receiver: str = "林岚") -> CarriageNote:
    return CarriageNote(On(no), left, came, receiver)


def carriage(no: str) -> Stage:
    return Stage.objects.get(region_code="990100", case__no=no, kind="by_hand")


def test_it_works(city: City) -> None:
    no = sent(city)
    before = Case.objects.get(region_code="990100", no=no)
    paper = Document.objects.get(region_code="990100", kind="transfer_list")
    assert (paper.fields["agency"], paper.fields["carrier"], paper.public) == (city.centre.name, "陈禾", False)
    assert [row["name"] for row in paper.fields["materials"]] == ["申请书", "位置图"]
    note_carriage(note(no), city.ctx("clerk", LATER))
    check_carriage(CarriageCheck(On(no), True), city.ctx("reviewer", LATER))
    row, after = carriage(no), Case.objects.get(region_code="990100", no=no)
    assert row.done_at is not None
    assert row.picked_up_on == CAME.date()
    entry = Entry.objects.get(region_code="990100", verb="case.carriage_checked")
    assert (entry.facts["came_at"], entry.at.astimezone(ZONE).date()) == (CAME.isoformat(), LATER)
    assert (after.due_on, after.promised_due_on) == (before.due_on, before.promised_due_on)


def test_the_department_has_the_file_since_the_real_day(city: City) -> None:
    no = sent(city)
    note_carriage(note(no), city.ctx("clerk", LATER))
    check_carriage(CarriageCheck(On(no), True), city.ctx("reviewer", LATER))
    review = Stage.objects.get(region_code="990100", case__no=no, kind="review")
    assert review.picked_up_on == CAME.date()
    with pytest.raises(Refused, match="signed_for_already"):
        sign_for(SigningFor(On(no)), city.ctx("reviewer", LATER))


def test_what_was_keyed_in_wrongly_is_keyed_in_anew(city: City) -> None:
    no = sent(city)
    note_carriage(note(no), city.ctx("clerk", LATER))
    check_carriage(CarriageCheck(On(no), False, "接收时间是 10 时 5 分"), city.ctx("reviewer", LATER))
    row = carriage(no)
    assert (row.assignee_id, row.picked_up_on, "came_at" in row.particulars) == (None, None, False)
    note_carriage(note(no, came=CAME - timedelta(hours=1)), city.ctx("clerk", LATER))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (lambda city, no: (send_by_hand, Carriage(On(no), city.department.id, "陈禾", "断网")), "carried_already"),
        (lambda city, no: (check_carriage, CarriageCheck(On(no), True)), "carriage_not_noted"),
        (lambda city, no: (note_carriage, note(no, came=LEFT - timedelta(minutes=1))), "carried_times"),
        (lambda city, no: (note_carriage, note(no, left=LEFT - timedelta(days=60))), "carried_times"),
        (lambda city, no: (note_carriage, note(no, came=CAME + timedelta(days=9))), "carried_to_come"),
        (lambda city, no: (note_carriage, note(no, receiver=" ")), "carried_receiver_missing"),
    ],
)
def test_refused_on_the_way(city: City, wish: object, code: str) -> None:
    no = sent(city)
    act, said = wish(city, no)  # type: ignore[operator]
    with pytest.raises(Refused, match=code):
        act(said, city.ctx("clerk", LATER))


@pytest.mark.parametrize(
    ("carrier", "why", "code"), [(" ", "断网", "carrier_missing"), ("陈禾", "", "carried_why_missing")]
)
def test_refused_before(city: City, carrier: str, why: str, code: str) -> None:
    no = under_review(city)
    with pytest.raises(Refused, match=code):
        send_by_hand(Carriage(on(no), city.department.id, carrier, why), city.ctx("clerk"))
    with pytest.raises(Refused, match="carried_nowhere"):
        send_by_hand(Carriage(on(no), city.department.id, "陈禾", "断网"), city.ctx("reviewer"))
    with pytest.raises(Refused, match="nothing_carried"):
        note_carriage(note(no), city.ctx("clerk", LATER))


def test_one_person_does_not_do_both(city: City) -> None:
    no = sent(city)
    note_carriage(note(no), city.ctx("clerk", LATER))
    with pytest.raises(Refused, match="carriage_noted_already"):
        note_carriage(note(no), city.ctx("reviewer", LATER))
    with pytest.raises(Refused, match="carriage_same_person"):
        check_carriage(CarriageCheck(On(no), True), city.ctx("clerk", LATER))
    with pytest.raises(Refused, match="carriage_wrong_missing"):
        check_carriage(CarriageCheck(On(no), False), city.ctx("reviewer", LATER))
