"""One case from submission to rating, instant and promised."""

from datetime import date

import pytest

from tests.acts.city import City, on
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db


def verbs(no: str) -> list[str]:
    case = Case.objects.get(region_code="990100", no=no)
    rows = Entry.objects.filter(region_code="990100", subject_id=case.id).order_by("seq")
    return [row.verb for row in rows]


def test_an_instant_case_lives_in_one_morning(city: City) -> None:
    no = submit(city.submission(city.instant), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(no)), city.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk"))
    assert no == "JN-2026-000001"
    assert Case.objects.get(region_code="990100", no=no).state == "closed"
    assert verbs(no) == ["case.submitted", "case.accepted", "case.decided", "case.issued", "case.delivered"]


@pytest.mark.parametrize(("kind", "spot"), [("instant", True), ("promised", None)])
def test_the_acceptance_of_an_instant_case_says_that_it_is_decided_at_once(
    city: City, kind: str, spot: bool | None
) -> None:
    no = submit(city.submission(getattr(city, kind)), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    papers = Document.objects.filter(region_code="990100", kind="acceptance")
    assert [paper.fields.get("on_the_spot") for paper in papers] == [spot]


def test_a_promised_case_goes_through_review_and_verification(city: City) -> None:
    resident = city.people["resident"].id
    no = submit(city.submission(city.promised, channel="online", user_id=resident), city.ctx("resident")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    route(Routing(on(no)), city.ctx("clerk"))
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.due_on, case.promised_due_on) == (date(2026, 3, 30), date(2026, 3, 12))
    review(Review(on(no), True, "符合条件，同意。"), city.ctx("reviewer", date(2026, 3, 4)))
    verify(Verification(on(no), True, "同意。"), city.ctx("verifier", date(2026, 3, 5)))
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("deputy", date(2026, 3, 6)))
    issue(Issue(on(no)), city.ctx("clerk", date(2026, 3, 9)))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", date(2026, 3, 10)))
    rate(RatingWish(on(no), 5), city.ctx("resident", date(2026, 3, 11)))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.closed_on) == ("closed", "granted", date(2026, 3, 10))
    assert len(verbs(no)) == 9


def test_what_is_taken_in_at_the_window_does_not_come_on_line(city: City) -> None:
    city.promised.handling_modes = ["on_the_spot", "window"]
    resident = city.people["resident"].id
    with pytest.raises(Refused, match="window_only"):
        submit(city.submission(city.promised, channel="mobile", user_id=resident), city.ctx("resident"))
    assert not Case.objects.filter(region_code="990100").exists()
    assert submit(city.submission(city.promised), city.ctx("clerk")).no
