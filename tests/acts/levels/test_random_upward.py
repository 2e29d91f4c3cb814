"""Random histories of upward cases: whatever is tried in whatever order, the record stays whole and nobody skips."""

import random

import pytest

from tests.acts.city import City, on
from tests.acts.levels import district as levels
from tests.acts.passing.walks import empowered
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.acts.levels.receive_reply import Reply, receive_reply
from yichuang.acts.levels.report_up import ReportUp, report_up
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
WHO = ("town_reviewer", "town_verifier", "town_clerk", "villager", "reviewer", "verifier", "agency", "clerk")
ORDER = ["lower_review", "lower_review", "forwarding", "forward_receipt", "review"]


def tries(no: str):
    """Every act with a wish that would do."""
    return (
        (lower_review, LowerReview(on(no), True, "同意", "phone")),
        (forward, Forwarding(on(no))),
        (receive_forwarded, Reception(on(no))),
        (claim, Claim(on(no))),
        (pause, Pause(on(no), "hearing", 3, "听证")),
        (resume, Resumption(on(no), "合格")),
        (review, Review(on(no), True, "同意")),
        (return_to_review, Return(on(no), "再核")),
        (ask_lower, LowerQuestion(on(no), "问")),
        (answer_upper, LowerAnswer(on(no), "答")),
        (report_up, ReportUp(on(no), "水利部", "同意上报")),
        (receive_reply, Reply(on(no), True, "1号", "", "《水法》")),
        (decide, Decision(on(no), True, "", "《水法》")),
    )


def check(no: str, city: City) -> None:
    """What must hold after every step."""
    case = Case.objects.get(region_code="990101", no=no)
    stages = list(Stage.objects.filter(region_code="990101", case_id=case.id).order_by("opened_at", "id"))
    way = [stage.kind for stage in stages if stage.kind in ORDER]
    assert way[: len(ORDER)] == ORDER[: len(way)]  # no level is skipped
    receipts = [stage for stage in stages if stage.kind == "forward_receipt" and stage.done_at]
    papers = Document.objects.filter(region_code="990101", case_id=case.id, kind="forward_receipt").count()
    assert papers == len(receipts)  # a receipt for everything received
    assert (case.department_id == city.department.id) is bool(receipts)
    if any(stage.kind == "review" for stage in stages):
        assert receipts  # nobody works above before the receipt
    assert len([stage for stage in stages if stage.done_at is None and stage.kind in ORDER]) <= 1


@pytest.mark.parametrize("profile", sorted(book().profiles()))
def test_random_histories(city: City, profile: str) -> None:
    chance = random.Random(profile)
    city.centre.profile = profile
    city.centre.save()
    district = levels.build_district(city, profile=profile, village=True)
    empowered(city, district.town.id)
    no = levels.at_lower(district)
    for _ in range(14):
        tried = [(act, wish, who) for act, wish in tries(no) for who in WHO]
        chance.shuffle(tried)
        if not any(done(act, wish, city.ctx(who)) for act, wish, who in tried):
            break
        check(no, city)
    assert list(examine("990101", directory())) == []


def done(act, wish, ctx) -> bool:
    """Say whether the act was done; a refusal changes nothing."""
    try:
        act(wish, ctx)
    except (Refused, NotFound):
        return False
    return True
