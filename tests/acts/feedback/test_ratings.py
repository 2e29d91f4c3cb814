"""Ratings: bound to clerk and window, the loop of a bad one with its days, and what is refused."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.feedback.walks import REGION, answered, closed, invited, rated, rating, rating_life
from tests.acts.test_refusals import refused
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.rating.answer import answer_rating
from yichuang.acts.rating.call_back import CallBack, call_back_rating
from yichuang.acts.rating.challenge import RatingChallenge, challenge_rating
from yichuang.acts.rating.extend import extend_rating
from yichuang.acts.rating.frame import RatingWords
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.acts.rating.judge import RatingJudgement, judge_rating
from yichuang.acts.rating.rate_again import SecondRating, rate_again
from yichuang.acts.rating.show import show_rating
from yichuang.acts.rating.verify import verify_rating
from yichuang.acts.statistics.counting import count_region
from yichuang.acts.supervision.watching import watch
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.statistics.ratings import grades_by, grades_by_month
from yichuang.records.supervision.models import Alert
from yichuang.rules.feedback.counting import added
from yichuang.rules.statistics.shapes import Axis

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 18)


def test_it_works(city: City) -> None:
    rating_life(city)
    assert list(examine(REGION, directory())) == []


def test_a_rating_is_bound_to_clerk_and_window(city: City) -> None:
    """R097: a case closed at the window; the rating knows who and where."""
    row = rating(rated(city, 5, ""))
    assert (row.clerk_id, row.window_id, row.loop) == (city.people["clerk"].id, city.window.id, "")
    assert (row.department_id, row.item_id) == (city.department.id, city.instant.item_id)


def test_a_bad_rating_has_its_days(city: City) -> None:
    no = rated(city)
    row = rating(no)
    assert (row.loop, row.due_on) == ("open", date(2026, 3, 11))
    verify_rating(RatingWords(on(no), "属实"), city.ctx("reviewer", date(2026, 3, 11)))
    assert rating(no).due_on == date(2026, 3, 31)


def test_an_unanswered_bad_rating_is_watched(city: City) -> None:
    """The last day is 2026-03-31; the alert comes the next morning and ends with the answer."""
    no = rated(city)
    watch(REGION, city.ctx("system", date(2026, 3, 31)))
    found = Alert.objects.filter(region_code=REGION, rule="bad_rating")
    assert not found.exists()
    watch(REGION, city.ctx("system", date(2026, 4, 1)))
    assert found.get().on == date(2026, 4, 1)
    answered(city, no, date(2026, 4, 2))
    watch(REGION, city.ctx("system", date(2026, 4, 3)))
    assert found.get().ended_on == date(2026, 4, 2)


def test_an_invitation_is_good_once_and_for_its_time(city: City) -> None:
    no = closed(city)
    link = invited(city, no).id
    refused("invitation_over", lambda: rate(RatingWish(on(no), 5), city.ctx("system", LATER)))
    late = city.ctx("system", date(2026, 3, 26))
    refused("invitation_over", lambda: rate(RatingWish(on(no), 5, invitation=link), late))
    rate(RatingWish(on(no), 5, channel="sms", invitation=link), city.ctx("system", LATER))
    refused("rated_already", lambda: rate(RatingWish(on(no), 5, invitation=link), city.ctx("system", LATER)))
    refused("rated_already", lambda: invite(InvitationWish(on(no), "x"), city.ctx("system", LATER)))


def test_the_pad_is_that_of_ones_own_window(city: City) -> None:
    no = closed(city)
    wish = InvitationWish(on(no), "x", "pad", new_id())
    refused("not_own_window", lambda: invite(wish, city.ctx("clerk")))
    assert invited(city, no, "pad", city.window.id).window_id == city.window.id


def test_nobody_of_the_staff_rates(city: City) -> None:
    no = closed(city)
    refused("not_yours", lambda: rate(RatingWish(on(no), 5), city.ctx("clerk")))


def test_the_loop_goes_step_by_step(city: City) -> None:
    no = rated(city)
    said = RatingWords(on(no), "已经改正")
    refused("rating_step_order", lambda: answer_rating(said, city.ctx("reviewer", LATER)))
    refused("rating_words_missing", lambda: verify_rating(RatingWords(on(no), " "), city.ctx("reviewer", LATER)))
    refused("not_yours", lambda: verify_rating(said, city.ctx("clerk", LATER)))
    good = rated(city, 5, "")
    refused("rating_loop_over", lambda: verify_rating(RatingWords(on(good), "好"), city.ctx("reviewer", LATER)))
    fresh = RatingWords(on(closed(city)), "好")
    refused("not_rated", lambda: verify_rating(fresh, city.ctx("reviewer", LATER)))


def test_who_was_rated_stays_out_of_it(city: City) -> None:
    no = rated(city)
    city.give("clerk", "reviewer")
    refused("rated_himself", lambda: verify_rating(RatingWords(on(no), "属实"), city.ctx("clerk", LATER)))


def test_a_challenge_is_judged_by_another(city: City) -> None:
    no = rated(city)
    asked = RatingChallenge(on(no), "评错了人", ground="mistaken")
    refused("challenge_ground", lambda: challenge_rating(RatingChallenge(on(no), "x"), city.ctx("manager", LATER)))
    challenge_rating(asked, city.ctx("manager", LATER))
    judged = RatingJudgement(on(no), "确实评错了人", aside=True)
    refused("judged_by_challenger", lambda: judge_rating(judged, city.ctx("manager", LATER)))
    city.give("stranger", "supervisor")
    judge_rating(judged, city.ctx("stranger", LATER))
    assert rating(no).loop == "set_aside"
    refused("nothing_to_show", lambda: show_rating(RatingWords(on(no), "等"), city.ctx("manager", LATER)))


def test_what_is_set_aside_is_counted_nowhere(city: City) -> None:
    """The public figures come off the roll-up; a rating set aside goes out of it, its case stays."""
    rated(city, 5, "")
    no = rated(city, 1)
    months = (date(2026, 3, 1), date(2026, 3, 1))
    count_region(REGION, city.ctx("system", LATER))
    assert added(grades_by_month(REGION, *months)).by_grade == {5: 1, 1: 1}
    challenge_rating(RatingChallenge(on(no), "评错了人", ground="mistaken"), city.ctx("reviewer", LATER))
    judge_rating(RatingJudgement(on(no), "确实评错了人", aside=True), city.ctx("manager", LATER))
    count_region(REGION, city.ctx("system", LATER))
    assert grades_by(REGION, *months, Axis.WINDOW) == {city.window.id.hex: {5: 1}}
    assert added(grades_by(REGION, *months, Axis.ITEM)).rate == "100.0%"


def test_whoever_is_still_dissatisfied_gets_a_second_answer_once(city: City) -> None:
    no = rated(city)
    answered(city, no)
    call = CallBack(on(no), "没有解决", result="unsatisfied")
    refused("call_result_unknown", lambda: call_back_rating(CallBack(on(no), "x"), city.ctx("manager", LATER)))
    call_back_rating(call, city.ctx("manager", LATER))
    assert (rating(no).loop, rating(no).due_on) == ("verified", date(2026, 4, 9))


def test_more_time_is_given_once_and_in_time(city: City) -> None:
    no = rated(city)
    more = RatingWords(on(no), "需要调取录像")
    refused("rating_extension_late", lambda: extend_rating(more, city.ctx("agency", date(2026, 4, 1))))
    extend_rating(more, city.ctx("agency", LATER))
    refused("rating_extended_already", lambda: extend_rating(more, city.ctx("agency", LATER)))


def test_rating_again_follows_an_answer(city: City) -> None:
    no = rated(city)
    again = SecondRating(on(no), 4)
    refused("nothing_to_rate_again", lambda: rate_again(again, city.ctx("resident", LATER)))
    answered(city, no)
    refused("grade_unknown", lambda: rate_again(SecondRating(on(no), 9), city.ctx("resident", LATER)))
    rate_again(again, city.ctx("resident", LATER))
    refused("rated_again_already", lambda: rate_again(again, city.ctx("resident", LATER)))
    assert (rating(no).grade, rating(no).again_grade) == (2, 4)
