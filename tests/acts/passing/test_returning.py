"""退回: to any step the case has been through, by who could do the present one; never further."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.levels.walks import to_report
from tests.acts.lives import to_decide, under_review
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.passing.sign_for import SigningFor, sign_for
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import load
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 6)


def state(no: str) -> str:
    return Case.objects.get(region_code="990100", no=no).state


@pytest.mark.parametrize(
    ("to", "there"), [("verification", "verifying"), ("review", "reviewing"), ("window", "accepted")]
)
def test_it_works(city: City, to: str, there: str) -> None:
    no = to_decide(city)
    return_to_review(Return(on(no), "请再核", to), city.ctx("agency", DAY))
    assert state(no) == there


def test_who_did_the_step_gets_it_back(city: City) -> None:
    no = to_decide(city)
    return_to_review(Return(on(no), "请再核", "verification"), city.ctx("agency", DAY))
    case = load("990100", no=no)
    assert case is not None
    assert case.handler_id == city.people["verifier"].id


def test_the_reviewer_sends_back_to_the_window_which_routes_anew(city: City) -> None:
    no = under_review(city)
    return_to_review(Return(on(no), "纸质材料未附图", "window"), city.ctx("reviewer", DAY))
    with pytest.raises(Refused) as fault:  # the applicant is not asked a second time
        notify_correction(CorrectionNotice(on(no), {"map": "缺图"}), city.ctx("clerk", DAY))
    assert fault.value.code == "wrong_state"
    route(Routing(on(no)), city.ctx("clerk", DAY))
    review(Review(on(no), True, "同意"), city.ctx("reviewer", DAY))
    assert state(no) == "verifying"


@pytest.mark.parametrize(
    ("who", "to", "code"),
    [
        ("reviewer", "review", "not_yours"),
        ("agency", "receipt", "not_been_there"),
        ("clerk", "window", "not_yours"),
    ],
)
def test_what_is_refused(city: City, who: str, to: str, code: str) -> None:
    no = to_decide(city)
    with pytest.raises(Refused) as fault:
        return_to_review(Return(on(no), "请再核", to), city.ctx(who, DAY))
    assert fault.value.code == code


def test_no_verification_to_go_back_to(city: City) -> None:
    no = under_review(city)
    review(Review(on(no), True, "同意"), city.ctx("reviewer"))
    with pytest.raises(Refused) as fault:
        return_to_review(Return(on(no), "请再核", "verification"), city.ctx("verifier"))
    assert fault.value.code == "not_been_there"


def test_signing_for_the_file_once(city: City) -> None:
    no = under_review(city)
    sign_for(SigningFor(on(no)), city.ctx("reviewer", date(2026, 3, 3)))
    case = load("990100", no=no)
    assert case is not None
    assert case.stages[-1].picked_up_on == date(2026, 3, 3)
    with pytest.raises(Refused) as fault:
        sign_for(SigningFor(on(no)), city.ctx("reviewer", date(2026, 3, 4)))
    assert fault.value.code == "signed_for_already"


def test_an_upward_case_does_not_go_back_to_the_window(city: City) -> None:
    wish = Return(on(to_report(city)), "请核对受理材料", "window")
    with pytest.raises(Refused) as fault:
        return_to_review(wish, city.ctx("agency", date(2026, 3, 5)))
    assert fault.value.code == "not_been_there"
