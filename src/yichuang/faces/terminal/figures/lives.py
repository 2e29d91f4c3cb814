"""The cases of a document (办件): each way is gone once through the acts; its rows and ledger are then copied."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model

from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.faces.terminal.figures.told import Lives, Source
from yichuang.faces.terminal.figures.window import PROMISED, Hall
from yichuang.records.cases.models import Case, ClockEvent, Stage
from yichuang.records.fees.models import Collection
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

_PERSON = Person("person", "张样本", "id", "350300198511151234", "13800002207", "样本市")
_WEEK, _DAY = timedelta(weeks=1), timedelta(days=1)
_BATCH = 2000


def load(told: Source) -> int:
    """Put the cases of a document into the database; return how many there are."""
    hall = Hall(told)
    for number, lives in enumerate(told.lives):
        no = _live(hall, lives, told.first)
        weeks = (told.last - _last_day(hall.region, no)) // _WEEK + 1
        _copied(hall.region, no, lives.count - 1, weeks, f"{number:02d}")
        if lives.fee:
            _paid(hall, lives)
    return sum(lives.count for lives in told.lives)


def _live(hall: Hall, lives: Lives, first: date) -> str:
    """Let one case go its way; return its number."""
    brought = {"form": {"verdict": "ok", "originals": 1, "copies": 0, "files": []}}
    channel, who = ("online", "resident") if lives.grade else ("window", "clerk")  # who applied rates
    wish = Submission(hall.versions[lives.item], _PERSON, {}, brought, channel=channel, user_id=hall.resident)
    no = submit(wish, hall.by(who, first)).no
    on = On(no)
    if lives.how == "refused":
        propose_refusal(RefusalProposal(on, "不属于本机关职权"), hall.by("clerk", first))
        wrong_office = AcceptanceRefusal(on, "不属于本机关职权", "《行政许可法》第三十二条", "上级机关")
        refuse_acceptance(wrong_office, hall.by("chief", first))
        return no
    accept(Acceptance(on), hall.by("clerk", first))
    until = first
    if lives.how != "instant":
        calendar = directory().calendar("cn")
        until = calendar.add(first, PROMISED if lives.how == "last" else PROMISED // 2)
        route(Routing(on), hall.by("clerk", first))
        review(Review(on, True, "符合条件。"), hall.by("reviewer", first + _DAY))
        verify(Verification(on, True, "同意。"), hall.by("verifier", first + _DAY))
    decide(Decision(on, True, "", "法定条件"), hall.by("chief" if lives.how == "instant" else "agency", until))
    issue(Issue(on), hall.by("clerk", until))
    deliver(HandOver(on, "张样本"), hall.by("clerk", until))
    if lives.grade:
        rate(RatingWish(on, lives.grade), hall.by("resident", until))
    return no


def _last_day(region: str, no: str) -> date:
    case = Case.objects.get(region_code=region, no=no)
    return case.closed_on or case.received_on


def _copied(region: str, no: str, count: int, weeks: int, mark: str) -> None:
    """Copy a case with its clock, steps and ledger, spread evenly over whole weeks."""
    case = Case.objects.get(region_code=region, no=no)
    of_case = {"region_code": region, "case_id": case.id}
    parts: tuple[tuple[type[Model], list[Any]], ...] = (
        (ClockEvent, list(ClockEvent.objects.filter(**of_case))),
        (Stage, list(Stage.objects.filter(**of_case))),
        (Entry, list(Entry.objects.filter(region_code=region, subject_id=case.id))),
    )
    wanted = [(_WEEK * (number % weeks), f"{no[:3]}{mark}{number:06d}") for number in range(count)]
    made = list(_copies(case, parts, wanted))
    for model in (Case, ClockEvent, Stage, Entry):
        model._default_manager.bulk_create([row for row in made if type(row) is model], batch_size=_BATCH)


def _copies(case: Case, parts: Any, wanted: list[tuple[timedelta, str]]) -> Iterator[Model]:
    for shift, no in wanted:
        key = new_id()
        yield _moved(case, shift, id=key, no=no)
        for model, rows in parts:
            belongs = {"subject_id": key, "idem_key": None} if model is Entry else {"case_id": key}
            for row in rows:
                yield _moved(row, shift, id=new_id(), **belongs)


def _moved(row: Any, shift: timedelta, **own: Any) -> Any:
    """Return a copy of a row with all its dates moved."""
    other = copy(row)
    other._state = copy(row._state)
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, date | datetime) and field.attname != "recorded_at":
            setattr(other, field.attname, value + shift)
    for name, value in own.items():
        setattr(other, name, value)
    return other


def _paid(hall: Hall, lives: Lives) -> None:
    """Put down what was paid for each of the cases on its day of acceptance."""
    rows = Case.objects.filter(region_code=hall.region, item_version=hall.versions[lives.item])
    Collection.objects.bulk_create(
        Collection(
            id=new_id(), region_code=hall.region, case_id=key, no=f"R{number}", method="transfer", standing="settled",
            amount=lives.fee, lines=[["规费", lives.fee]], paid_on=on, received_on=on,
            received_at=hall.by("clerk", on).at, department=hall.department,
        )
        for key, on, number in rows.values_list("id", "accepted_on", "no")
    )  # fmt: skip
