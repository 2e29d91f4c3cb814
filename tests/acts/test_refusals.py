"""What an act refuses: one case each, and nothing is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import PERSON, City, on
from tests.acts.lives import accepted, submitted, to_decide, under_review
from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.filing.shapes import Conflict, KeyReused
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import submit
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.records.cases.access import NotFound
from yichuang.records.ledger.models import Entry
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
LATE = date(2026, 3, 10)  # the answer was due on 2026-03-09


def refused(code: str, act: Callable[[], object]) -> None:
    """Run the act; it must be refused with that code and write nothing."""
    before = Entry.objects.filter(region_code="990100").count()
    with pytest.raises(Refused) as fault:
        act()
    assert fault.value.code == code
    assert Entry.objects.filter(region_code="990100").count() == before


def test_a_foreign_case_looks_like_none(city: City) -> None:
    no = submitted(city)
    with pytest.raises(NotFound):
        accept(Acceptance(on(no)), city.ctx("stranger"))


def test_an_unknown_number_is_not_found(city: City) -> None:
    with pytest.raises(NotFound):
        accept(Acceptance(on("JN-2026-999999")), city.ctx("clerk"))


def test_the_reviewer_does_not_accept(city: City) -> None:
    no = submitted(city)
    refused("not_yours", lambda: accept(Acceptance(on(no)), city.ctx("reviewer")))


def test_a_material_to_be_corrected_blocks_acceptance(city: City) -> None:
    no = submitted(city)
    refused("materials_open", lambda: accept(Acceptance(on(no), {"map": "correct"}), city.ctx("clerk")))


def test_a_second_acceptance(city: City) -> None:
    no = accepted(city)
    refused("wrong_state", lambda: accept(Acceptance(on(no)), city.ctx("clerk")))


def test_a_late_correction_notice(city: City) -> None:
    no = submitted(city)
    wish = CorrectionNotice(on(no), {"map": "缺图"})
    refused("deemed_accepted", lambda: notify_correction(wish, city.ctx("clerk", LATE)))


def test_a_late_refusal(city: City) -> None:
    no = submitted(city)
    wish = AcceptanceRefusal(on(no), "不属于本机关职权", "许可法")
    refused("deemed_accepted", lambda: refuse_acceptance(wish, city.ctx("clerk", LATE)))


def test_a_refusal_that_names_no_office_in_charge(city: City) -> None:
    no = submitted(city)
    wish = AcceptanceRefusal(on(no), "不属于本机关职权", "许可法")
    refused("right_office_missing", lambda: refuse_acceptance(wish, city.ctx("clerk")))


def test_a_refusal_while_the_applicant_may_still_correct(city: City) -> None:
    no = submitted(city)
    notify_correction(CorrectionNotice(on(no), {"map": "缺图"}, date(2026, 3, 20)), city.ctx("clerk"))
    wish = AcceptanceRefusal(on(no), "逾期未补正", "许可法")
    refused("correction_running", lambda: refuse_acceptance(wish, city.ctx("clerk", date(2026, 3, 20))))
    assert refuse_acceptance(wish, city.ctx("clerk", date(2026, 3, 23))).no == no


def test_a_correction_notice_without_defects(city: City) -> None:
    no = submitted(city)
    refused("no_defects", lambda: notify_correction(CorrectionNotice(on(no)), city.ctx("clerk")))


def test_a_second_notice_for_old_defects(city: City) -> None:
    no = submitted(city)
    wish = CorrectionNotice(on(no), {"map": "缺图"})
    notify_correction(wish, city.ctx("clerk"))
    supplement(Supplement(on(no), shown=frozenset({"map"})), city.ctx("clerk"))
    refused("second_notice", lambda: notify_correction(wish, city.ctx("clerk")))


def test_an_incomplete_supplement(city: City) -> None:
    no = submitted(city)
    notify_correction(CorrectionNotice(on(no), {"map": "缺图", "form": "缺签字"}), city.ctx("clerk"))
    wish = Supplement(on(no), shown=frozenset({"map"}))
    refused("supplement_incomplete", lambda: supplement(wish, city.ctx("clerk")))


def test_deeming_accepted_too_early(city: City) -> None:
    no = submitted(city)
    refused("not_deemed", lambda: deem_accepted(Silence(on(no)), city.ctx("system", date(2026, 3, 9))))


def test_a_verification_by_the_reviewer_himself(city: City) -> None:
    no = under_review(city)
    review(Review(on(no), True, "同意"), city.ctx("reviewer"))
    city.give("reviewer", "verifier")
    refused("same_person", lambda: verify(Verification(on(no), True, "同意"), city.ctx("reviewer")))


def test_a_decision_by_the_reviewer_himself(city: City) -> None:
    no = to_decide(city)
    city.give("reviewer", "agency_head")
    wish = Decision(on(no), True, "", "《水法》")
    refused("same_person", lambda: decide(wish, city.ctx("reviewer", date(2026, 3, 6))))


def test_a_second_decision(city: City) -> None:
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 6)))
    wish = Decision(on(no), False, "反悔", "《水法》")
    refused("wrong_state", lambda: decide(wish, city.ctx("agency", date(2026, 3, 6))))


def test_a_denial_without_reasons(city: City) -> None:
    no = to_decide(city)
    wish = Decision(on(no), False, " ", "《水法》")
    refused("reason_missing", lambda: decide(wish, city.ctx("agency", date(2026, 3, 6))))


def test_a_decision_while_the_clock_stands_still(city: City) -> None:
    no = to_decide(city)
    pause(Pause(on(no), "hearing", 5, "听证"), city.ctx("verifier", date(2026, 3, 6)))
    wish = Decision(on(no), True, "", "《水法》")
    refused("paused", lambda: decide(wish, city.ctx("agency", date(2026, 3, 6))))


def test_a_pause_that_the_law_does_not_know(city: City) -> None:
    no = under_review(city)
    wish = Pause(on(no), "site_visit", 5, "踏勘")
    refused("pause_kind", lambda: pause(wish, city.ctx("verifier")))


def test_an_extension_by_the_deputy_under_national_law(city: City) -> None:
    no = under_review(city)
    refused("extension_approver", lambda: extend(Extension(on(no), 10, "复杂"), city.ctx("deputy")))


def test_a_second_extension(city: City) -> None:
    no = under_review(city)
    extend(Extension(on(no), 10, "复杂"), city.ctx("agency"))
    refused("extension_used", lambda: extend(Extension(on(no), 1, "复杂"), city.ctx("agency")))


def test_a_certificate_for_a_denial(city: City) -> None:
    no = to_decide(city)
    decide(Decision(on(no), False, "不符合条件", "《水法》"), city.ctx("agency", date(2026, 3, 6)))
    refused("not_granted", lambda: issue(Issue(on(no)), city.ctx("clerk", date(2026, 3, 6))))


def test_a_delivery_without_certificate(city: City) -> None:
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 6)))
    refused("not_issued", lambda: deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", date(2026, 3, 6))))


def test_a_rating_before_the_end(city: City) -> None:
    no = accepted(city)
    refused("wrong_state", lambda: rate(RatingWish(on(no), 5), city.ctx("resident")))


def test_a_stale_page(city: City) -> None:
    no = accepted(city)
    with pytest.raises(Conflict):
        route(Routing(On(no, 1)), city.ctx("clerk"))


def test_a_repeated_key_gets_the_first_answer(city: City) -> None:
    no = submitted(city)
    first = accept(Acceptance(on(no)), city.ctx("clerk", key="k-12345678"))
    again = accept(Acceptance(on(no)), city.ctx("clerk", key="k-12345678"))
    assert (again.seq, again.hash, again.answer, again.repeated) == (first.seq, first.hash, first.answer, True)


def test_a_key_that_comes_with_something_else(city: City) -> None:
    no = submitted(city)
    accept(Acceptance(on(no)), city.ctx("clerk", key="k-12345678", digest="a"))
    with pytest.raises(KeyReused):
        route(Routing(on(no)), city.ctx("clerk", key="k-12345678", digest="b"))


def test_a_correction_term_that_is_a_slip_of_the_pen(city: City) -> None:
    no = submitted(city)
    wish = CorrectionNotice(on(no), {"map": "缺图"}, date(9999, 12, 31))
    refused("correction_term_odd", lambda: notify_correction(wish, city.ctx("clerk")))


def test_a_name_that_no_paper_can_print(city: City) -> None:
    wish = replace(city.submission(city.promised), person=replace(PERSON, name="孙😀兰"))
    refused("name_unprintable", lambda: submit(wish, city.ctx("clerk")))
