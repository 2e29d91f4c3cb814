"""An upward case from the district's window to the city's decision and back to the window."""

from datetime import date

import pytest

from tests.acts.city import START, City, build_city, on
from tests.acts.levels import district as levels
from tests.acts.levels.district import District
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.inspection.images import images_of
from yichuang.acts.inspection.levels import level_findings
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.levels import ANSWER, Reach, tallies
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry, Payload, Subject
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(city: City) -> District:
    return levels.build_district(city)


def stage_of(no: str, kind: str) -> Stage:
    case = Case.objects.get(region_code="990101", no=no)
    return Stage.objects.filter(region_code="990101", case_id=case.id, kind=kind).order_by("-opened_at").first()


def case_of(no: str) -> Case:
    return Case.objects.get(region_code="990101", no=no)


def test_it_works(district: District) -> None:
    ctx, no = district.city.ctx, levels.at_upper(district, date(2026, 3, 4))
    claim(Claim(on(no)), ctx("reviewer", date(2026, 3, 5)))
    review(Review(on(no), True, "符合条件。"), ctx("reviewer", date(2026, 3, 6)))
    decide(Decision(on(no), True, "", "《水法》第七条"), ctx("agency", date(2026, 3, 9)))
    issue(Issue(on(no)), ctx("town_clerk", date(2026, 3, 10)))
    deliver(HandOver(on(no), "孙玉兰"), ctx("town_clerk", date(2026, 3, 11)))
    case = case_of(no)
    assert (case.state, case.outcome, case.region_code) == ("closed", "granted", "990101")
    assert case.department_id == district.city.department.id
    assert list(examine("990101", directory())) == []


def test_the_papers_speak_for_the_level_that_acts(district: District) -> None:
    no = levels.at_upper(district)
    review(Review(on(no), True, "符合条件。"), district.city.ctx("reviewer"))
    decide(Decision(on(no), True, "", "《水法》第七条"), district.city.ctx("agency"))
    said = {row.kind: row.fields for row in Document.objects.filter(region_code="990101", case_id=case_of(no).id)}
    assert said["acceptance"]["agency"] == said["forwarding"]["agency"] == "安岭区水务局"  # R154
    assert said["forward_receipt"]["agency"] == said["grant"]["agency"] == "嘉宁市水利局"
    assert said["acceptance"]["decides"] == "嘉宁市水利局"  # XKF-35: who accepts is not who decides
    assert said["grant"]["taken_by"] == "安岭区水务局"
    assert "taken_by" not in said["acceptance"]
    assert said["forward_receipt"]["due_on"] == said["forwarding"]["due_on"] == case_of(no).due_on.isoformat()
    assert [row["opinion"] for row in said["forwarding"]["opinions"]] == ["符合区级规划。"]
    assert [row["name"] for row in said["forward_receipt"]["materials"]] == ["申请书", "位置图"]


def test_both_levels_have_their_days(city: City) -> None:
    city.centre.profile = "cn.500000"
    city.centre.save()
    district = levels.build_district(city, profile="cn.500000")
    no = levels.at_lower(district)
    assert case_of(no).due_on == date(2026, 3, 30)  # R040
    assert stage_of(no, "lower_review").due_on == date(2026, 3, 9)  # R040
    lower_review(LowerReview(on(no), True, "同意"), city.ctx("town_reviewer", date(2026, 3, 6)))
    assert stage_of(no, "forwarding").due_on == date(2026, 3, 9)
    forward(Forwarding(on(no)), city.ctx("town_clerk", date(2026, 3, 9)))
    receive_forwarded(Reception(on(no)), city.ctx("verifier", date(2026, 3, 10)))
    assert stage_of(no, "review").due_on == date(2026, 3, 30)


def test_without_a_share_the_law_gives_the_lower_level_twenty_days(city: City) -> None:
    no = levels.at_lower(levels.build_district(city, share=None))
    assert stage_of(no, "lower_review").due_on == date(2026, 3, 30)  # L19
    assert case_of(no).due_on == date(2026, 4, 28)


def test_nobody_works_on_it_above_before_the_receipt(district: District) -> None:
    no = levels.forwarded(district)
    with pytest.raises(Refused) as refused:
        review(Review(on(no), True, "同意"), district.city.ctx("reviewer"))  # R155
    assert refused.value.code == "not_yours"


def test_the_upper_level_sees_nothing_before_it_is_forwarded(district: District) -> None:
    no = levels.to_forward(district)
    with pytest.raises(NotFound):
        receive_forwarded(Reception(on(no)), district.city.ctx("reviewer"))


@pytest.mark.parametrize("who", ["town_reviewer", "town_clerk"])
def test_the_lower_level_does_not_receive_for_the_upper_one(district: District, who: str) -> None:
    no = levels.forwarded(district)
    with pytest.raises(Refused) as refused:
        receive_forwarded(Reception(on(no)), district.city.ctx(who))
    assert refused.value.code in ("not_your_level", "not_yours")


def test_there_is_nothing_to_receive_twice(district: District) -> None:
    no = levels.at_upper(district)
    with pytest.raises(Refused) as refused:
        receive_forwarded(Reception(on(no)), district.city.ctx("reviewer"))
    assert refused.value.code == "nothing_to_receive"


def test_only_what_is_reviewed_is_forwarded(district: District) -> None:
    no = levels.at_lower(district)
    with pytest.raises(Refused) as refused:
        forward(Forwarding(on(no)), district.city.ctx("town_reviewer"))
    assert refused.value.code == "nothing_to_forward"


def test_what_is_on_its_way_is_not_forwarded_again(district: District) -> None:
    no = levels.forwarded(district)
    with pytest.raises(Refused) as refused:
        forward(Forwarding(on(no)), district.city.ctx("town_reviewer"))
    assert refused.value.code == "forwarded_already"


def test_an_opinion_is_written_down(district: District) -> None:
    no = levels.at_lower(district)
    with pytest.raises(Refused) as refused:
        lower_review(LowerReview(on(no), True, "  "), district.city.ctx("town_reviewer"))
    assert (refused.value.code, refused.value.basis) == ("opinion_missing", "XKF-43")


def test_a_case_past_its_lower_review_has_none_to_give(district: District) -> None:
    no = levels.to_forward(district)
    with pytest.raises(Refused) as refused:
        lower_review(LowerReview(on(no), True, "同意"), district.city.ctx("town_reviewer"))
    assert refused.value.code == "no_open_stage"


def test_a_disagreeing_opinion_goes_up_all_the_same(district: District) -> None:
    no = levels.at_lower(district)
    lower_review(LowerReview(on(no), False, "取水点重叠"), district.city.ctx("town_reviewer"))
    forward(Forwarding(on(no), "请审定"), district.city.ctx("town_reviewer"))
    receive_forwarded(Reception(on(no)), district.city.ctx("reviewer"))
    assert case_of(no).state == "reviewing"


def test_the_applicant_is_not_asked_again(district: District) -> None:
    no = levels.at_upper(district)
    with pytest.raises(Refused) as refused:
        ask_lower(LowerQuestion(on(no), "请补申请书", ("form",)), district.city.ctx("reviewer"))
    assert (refused.value.code, refused.value.basis) == ("repeat_material", "XKF-35")  # L12
    with pytest.raises(Refused) as refused:
        notify_correction(CorrectionNotice(on(no), {"form": "请再交一份"}), district.city.ctx("town_clerk"))
    assert refused.value.code == "wrong_state"


def test_the_upper_level_asks_the_lower_one(district: District) -> None:
    ctx, no = district.city.ctx, levels.at_upper(district)
    ask_lower(LowerQuestion(on(no), "取水点是否在红线内？"), ctx("reviewer"))
    answer_upper(LowerAnswer(on(no), "不在。"), ctx("town_reviewer"))
    stage = stage_of(no, "lower_answer")
    assert (stage.question, stage.opinion, stage.department_id) == ("取水点是否在红线内？", "不在。", district.town.id)


def test_after_the_decision_nobody_waits_for_the_answer(district: District) -> None:
    ctx, no, reach = district.city.ctx, levels.at_upper(district), Reach(("990101",), (district.town.id,))
    ask_lower(LowerQuestion(on(no), "取水点是否在红线内？"), ctx("reviewer"))
    assert tallies(reach)[ANSWER] == 1
    review(Review(on(no), True, "符合条件。"), ctx("reviewer"))
    decide(Decision(on(no), True, "", "《水法》第七条"), ctx("agency"))
    assert tallies(reach)[ANSWER] == 0


@pytest.mark.parametrize(("question", "code"), [(" ", "question_missing"), ("再问", "asked_already")])
def test_one_question_at_a_time(district: District, question: str, code: str) -> None:
    ctx, no = district.city.ctx, levels.at_upper(district)
    if code == "asked_already":
        ask_lower(LowerQuestion(on(no), "先问"), ctx("reviewer"))
    with pytest.raises(Refused) as refused:
        ask_lower(LowerQuestion(on(no), question), ctx("reviewer"))
    assert refused.value.code == code


def test_no_answer_without_a_question_or_words(district: District) -> None:
    ctx, no = district.city.ctx, levels.at_upper(district)
    with pytest.raises(Refused) as refused:
        answer_upper(LowerAnswer(on(no), "不在。"), ctx("town_reviewer"))
    assert refused.value.code == "nothing_asked"
    ask_lower(LowerQuestion(on(no), "问"), ctx("reviewer"))
    with pytest.raises(Refused) as refused:
        answer_upper(LowerAnswer(on(no), ""), ctx("town_reviewer"))
    assert refused.value.code == "opinion_missing"


def test_a_department_that_nobody_registered(district: District) -> None:
    district.version.stages[1]["at"] = "990101/nowhere"
    district.version.save()
    no = levels.accepted(district)
    with pytest.raises(Refused) as refused:
        levels.route(levels.Routing(on(no)), district.city.ctx("town_clerk", START))
    assert refused.value.code == "level_unknown"


def test_another_profile_builds(db: None) -> None:
    assert levels.build_district(build_city("cn.350300"), profile="cn.350300").version.kind == "upward"


def test_a_pause_moves_the_open_level_with_the_case(district: District) -> None:
    """L20: three days of hearing do not count for the district's five either."""
    ctx, no = district.city.ctx, levels.at_lower(district)
    assert stage_of(no, "lower_review").due_on == date(2026, 3, 9)
    pause(Pause(on(no), "hearing", 3, "听证"), ctx("town_verifier", date(2026, 3, 4)))
    assert stage_of(no, "lower_review").due_on is None
    resume(Resumption(on(no), "合格"), ctx("town_reviewer", date(2026, 3, 6)))
    assert stage_of(no, "lower_review").due_on == date(2026, 3, 12)
    lower_review(LowerReview(on(no), True, "符合。"), ctx("town_reviewer", date(2026, 3, 9)))
    assert stage_of(no, "forwarding").due_on == date(2026, 3, 12)
    assert list(examine("990101", directory())) == []


def test_a_day_that_the_facts_do_not_give_is_found(district: District) -> None:
    levels.at_lower(district)
    chain = list(Entry.objects.filter(region_code="990101", subject=Subject.CASE).order_by("seq"))
    payloads = {row.entry_id: row for row in Payload.objects.filter(region_code="990101")}
    images = images_of(chain, payloads, "cases_case")
    assert level_findings("AL", images, directory()) == []
    next(values for (name, _), values in images.items() if name == "cases_stage")["due_on"] = "2026-03-12"
    assert [finding.code for finding in level_findings("AL", images, directory())] == ["date_differs"]
