"""Special steps that no law asks for: approved by the centre, inside the limit, never stopping the clock."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City, build_city, on
from tests.acts.lives import under_review
from tests.acts.steps.walks import BOTH, DAY, LAST, proposed
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.note_step_result import StepResult, note_step_result
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.propose_step import StepProposal, propose_step
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.settle_step import StepSettlement, settle_step
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.models import Case, Stage
from yichuang.records.org.directory import directory
from yichuang.rules.steps.discretionary import Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def putian(db: None) -> City:
    city = build_city("cn.350300")
    city.promised.special_procedures = [{"kind": "hearing", "name": "听证", "counted": False}]
    city.promised.save()
    return city


def test_it_works(putian: City) -> None:
    no = proposed(putian, ends=LAST)
    due = Case.objects.get(region_code="990100", no=no).due_on
    settle_step(StepSettlement(on(no), True, "同意。", BOTH), putian.ctx("manager", DAY))
    stage = Stage.objects.get(region_code="990100", kind="special_step")
    assert (stage.conclusion, stage.particulars) == (
        "agree", {"step": "expert_review", "consulted": ["efficiency", "reform"]}
    )  # fmt: skip
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.due_on, case.paused) == (due, False)
    refused("step_never_stops", lambda: pause(Pause(on(no), "expert_review", 3, "评审"), putian.ctx("verifier", DAY)))
    assert pause(Pause(on(no), "hearing", 3, "听证"), putian.ctx("verifier", DAY))


@pytest.mark.parametrize(
    ("code", "kind", "ends", "reason"),
    [
        ("step_outside_limit", "expert_review", date(2026, 3, 31), "取水量大。"),
        ("step_lawful", "hearing", LAST, "取水量大。"),
        ("step_kind", "nothing", LAST, "取水量大。"),
        ("step_dates", "site_visit", date(2026, 3, 2), "取水量大。"),
        ("step_need_missing", "site_visit", LAST, " "),
    ],
)
def test_a_proposal_is_refused(putian: City, code: str, kind: str, ends: date, reason: str) -> None:
    no = under_review(putian)
    wish = StepProposal(on(no), Step(kind, DAY, ends), reason)
    refused(code, lambda: propose_step(wish, putian.ctx("reviewer", DAY)))


def test_one_after_the_other(putian: City) -> None:
    wish = StepProposal(on(proposed(putian)), Step("site_visit", DAY, LAST), "看现场。")
    refused("step_pending", lambda: propose_step(wish, putian.ctx("reviewer", DAY)))


def test_elsewhere_there_are_none(city: City) -> None:
    wish = StepProposal(on(under_review(city)), Step("site_visit", DAY, LAST), "看现场。")
    refused("step_forbidden", lambda: propose_step(wish, city.ctx("reviewer", DAY)))


def test_the_centre_settles_with_both_offices(putian: City) -> None:
    no = proposed(putian)
    wish = StepSettlement(on(no), True, "同意。", frozenset({"reform"}))
    refused("step_unconsulted", lambda: settle_step(wish, putian.ctx("manager", DAY)))
    refused("not_yours", lambda: settle_step(wish, putian.ctx("chief", DAY)))
    late = StepSettlement(on(no), True, "同意。", BOTH)
    refused("step_dates", lambda: settle_step(late, putian.ctx("manager", date(2026, 3, 9))))
    refused("step_answer", lambda: settle_step(StepSettlement(on(no), None, "好"), putian.ctx("manager", DAY)))
    refused("opinion_missing", lambda: settle_step(StepSettlement(on(no), False, ""), putian.ctx("manager", DAY)))
    settle_step(StepSettlement(on(no), False, "审查可以解决。"), putian.ctx("manager", DAY))
    refused("step_none", lambda: settle_step(late, putian.ctx("manager", DAY)))


def test_the_result_ends_the_step(putian: City) -> None:
    no = proposed(putian, ends=LAST)
    stage = Stage.objects.get(region_code="990100", kind="special_step")
    wish = StepResult(on(no), stage.id, "专家组同意取水方案。")
    refused("step_not_approved", lambda: note_step_result(wish, putian.ctx("reviewer", DAY)))
    settle_step(StepSettlement(on(no), True, "同意。", BOTH), putian.ctx("manager", DAY))
    refused("step_result_missing", lambda: note_step_result(replace(wish, result=" "), putian.ctx("reviewer", DAY)))
    note_step_result(wish, putian.ctx("reviewer", DAY))
    stage.refresh_from_db()
    assert (stage.effect, stage.particulars["result"]) == ("resulted", "专家组同意取水方案。")
    refused("step_resulted", lambda: note_step_result(wish, putian.ctx("reviewer", DAY)))
    assert list(examine("990100", directory())) == []


def test_nobody_decides_before_the_result(putian: City) -> None:
    no = proposed(putian, ends=LAST)
    stage = Stage.objects.get(region_code="990100", kind="special_step")
    review(Review(on(no), True, "符合条件。"), putian.ctx("reviewer", DAY))
    verify(Verification(on(no), True, "同意。"), putian.ctx("verifier", DAY))
    wish = Decision(on(no), True, "", "《水法》第七条")
    refused("step_unsettled", lambda: decide(wish, putian.ctx("agency", DAY)))
    settle_step(StepSettlement(on(no), True, "同意。", BOTH), putian.ctx("manager", DAY))
    refused("step_without_result", lambda: decide(wish, putian.ctx("agency", DAY)))
    refused("step_without_result", lambda: decide(replace(wish, grant=False, reason="不符"), putian.ctx("agency", DAY)))
    given_up = StepResult(on(no), stage.id, "", given_up=True)
    refused("step_reason_missing", lambda: note_step_result(given_up, putian.ctx("reviewer", DAY)))
    note_step_result(replace(given_up, result="申请人已经改用成熟方案。"), putian.ctx("reviewer", DAY))
    refused("step_resulted", lambda: note_step_result(given_up, putian.ctx("reviewer", DAY)))
    assert decide(wish, putian.ctx("agency", DAY))
    assert list(examine("990100", directory())) == []


def test_the_department_may_withdraw_what_it_asked_for(putian: City) -> None:
    no = proposed(putian, ends=LAST)
    stage = Stage.objects.get(region_code="990100", kind="special_step")
    note_step_result(StepResult(on(no), stage.id, "不需要了。", given_up=True), putian.ctx("reviewer", DAY))
    refused("step_none", lambda: settle_step(StepSettlement(on(no), False, "不"), putian.ctx("manager", DAY)))
    pause(Pause(on(no), "hearing", 3, "听证"), putian.ctx("verifier", DAY))
    refused("pause_result_missing", lambda: resume(Resumption(on(no), " "), putian.ctx("reviewer", DAY)))


def test_elsewhere_an_item_is_held_to_its_list(city: City) -> None:
    city.promised.special_procedures = [{"kind": "testing", "name": "检测", "counted": False}]
    city.promised.save()
    no = under_review(city)
    refused("pause_not_listed", lambda: pause(Pause(on(no), "auction", 3, "拍卖"), city.ctx("verifier", DAY)))
    assert pause(Pause(on(no), "testing", 3, "检测"), city.ctx("verifier", DAY))
