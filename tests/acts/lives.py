"""Whole lives of cases, for tests that need a history."""

from datetime import date

from tests.acts.city import City, on
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.submit import submit
from yichuang.acts.intake.supplement import Supplement, supplement


def submitted(city: City, on_day: date = date(2026, 3, 2)) -> str:
    """Return the number of a case just received online."""
    resident = city.people["resident"].id
    return submit(city.submission(city.promised, channel="online", user_id=resident), city.ctx("resident", on_day)).no


def accepted(city: City) -> str:
    """Return the number of a case accepted on the day of its receipt."""
    no = submitted(city)
    accept(Acceptance(on(no)), city.ctx("clerk"))
    return no


def under_review(city: City) -> str:
    """Return the number of a case at its reviewer."""
    no = accepted(city)
    route(Routing(on(no)), city.ctx("clerk"))
    return no


def to_decide(city: City) -> str:
    """Return the number of a case that waits for its decision."""
    no = under_review(city)
    review(Review(on(no), True, "符合条件。"), city.ctx("reviewer", date(2026, 3, 4)))
    verify(Verification(on(no), True, "同意。"), city.ctx("verifier", date(2026, 3, 5)))
    return no


def promised_life(city: City) -> str:
    """Return the number of a case with correction, pause, extension, certificate, delivery and rating."""
    no = submitted(city)
    notify_correction(
        CorrectionNotice(on(no), {"map": "缺少比例尺"}, date(2026, 3, 16)), city.ctx("clerk", date(2026, 3, 3))
    )
    supplement(Supplement(on(no), shown=frozenset({"map"})), city.ctx("clerk", date(2026, 3, 5)))
    accept(Acceptance(on(no)), city.ctx("clerk", date(2026, 3, 5)))
    route(Routing(on(no)), city.ctx("clerk", date(2026, 3, 5)))
    pause(Pause(on(no), "testing", 3, "水质检测"), city.ctx("verifier", date(2026, 3, 9)))
    resume(Resumption(on(no), "合格"), city.ctx("reviewer", date(2026, 3, 11)))
    extend(Extension(on(no), 5, "情况复杂"), city.ctx("agency", date(2026, 3, 12)))
    review(Review(on(no), True, "符合条件。"), city.ctx("reviewer", date(2026, 3, 13)))
    verify(Verification(on(no), True, "同意。"), city.ctx("verifier", date(2026, 3, 16)))
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("agency", date(2026, 3, 17)))
    issue(Issue(on(no)), city.ctx("clerk", date(2026, 3, 18)))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", date(2026, 3, 19)))
    rate(RatingWish(on(no), 5), city.ctx("resident", date(2026, 3, 20)))
    return no


def withdrawn_life(city: City) -> str:
    """Return the number of a case that its applicant withdrew."""
    no = under_review(city)
    withdraw(Withdrawal(on(no), "不再需要"), city.ctx("resident", date(2026, 3, 3)))
    return no
