"""Walks that use ratings: invited, rated badly, found out, mended, answered, called back; challenged and judged."""

from datetime import date
from uuid import UUID

from tests.acts.city import City, on
from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.rating.answer import answer_rating
from yichuang.acts.rating.call_back import CallBack, call_back_rating
from yichuang.acts.rating.challenge import RatingChallenge, challenge_rating
from yichuang.acts.rating.extend import extend_rating
from yichuang.acts.rating.frame import RatingWords
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.acts.rating.judge import RatingJudgement, judge_rating
from yichuang.acts.rating.rate_again import SecondRating, rate_again
from yichuang.acts.rating.rectify import rectify_rating
from yichuang.acts.rating.show import show_rating
from yichuang.acts.rating.verify import verify_rating
from yichuang.records.feedback.models import Invitation, Rating

REGION = "990100"
RATED = date(2026, 3, 10)
TOKEN = "a-link-that-nobody-guesses"


def closed(city: City) -> str:
    """Return the number of a case of the resident, closed at window A06."""
    resident = city.people["resident"].id
    no = submit(city.submission(city.instant, channel="online", user_id=resident), city.ctx("resident")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(no)), city.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk"))
    return no


def rated(city: City, grade: int = 2, words: str = "等了太久，姓孙的电话 13800002207") -> str:
    """Return the number of a case that its applicant rated."""
    no = closed(city)
    rate(RatingWish(on(no), grade, words=words), city.ctx("resident", RATED))
    return no


def rating(no: str) -> Rating:
    """Return the rating of a case."""
    return Rating.objects.get(region_code=REGION, case__region_code=REGION, case__no=no)


def invited(city: City, no: str, channel: str = "sms", window: UUID | None = None) -> Invitation:
    """Return the invitation of a case."""
    who = "clerk" if channel == "pad" else "system"
    invite(InvitationWish(on(no), TOKEN, channel, window), city.ctx(who, RATED))
    return Invitation.objects.get(region_code=REGION)


def answered(city: City, no: str, day: date = date(2026, 3, 16)) -> None:
    """Find out, mend, answer."""
    verify_rating(RatingWords(on(no), "电话核实，等候四十分钟属实"), city.ctx("reviewer", day))
    rectify_rating(RatingWords(on(no), "上午增开一个窗口"), city.ctx("reviewer", day))
    answer_rating(RatingWords(on(no), "已增开窗口，向您致歉"), city.ctx("reviewer", day))


def rating_life(city: City) -> None:
    """Everything that can be done about a rating."""
    no = closed(city)
    invitation = invited(city, no)
    wish = RatingWish(on(no), 1, ("态度不好",), "等了太久", "sms", invitation.id)
    rate(wish, city.ctx("system", RATED))
    challenge_rating(RatingChallenge(on(no), "评价对象错了", ground="mistaken"), city.ctx("reviewer", RATED))
    judge_rating(RatingJudgement(on(no), "对象没有错"), city.ctx("manager", RATED))
    extend_rating(RatingWords(on(no), "需要调取录像"), city.ctx("agency", RATED))
    answered(city, no)
    rate_again(SecondRating(on(no), 4, "改得不错"), city.ctx("resident", date(2026, 3, 17)))
    call_back_rating(CallBack(on(no), "满意", result="satisfied"), city.ctx("manager", date(2026, 3, 18)))
    show_rating(RatingWords(on(no), "等了太久"), city.ctx("manager", date(2026, 3, 18)))


def concern(city: City, who: str = "anonymous", kind: str = "complaint", day: date = RATED, **more: object) -> str:
    """Return the number of a new concern; by default a complaint from the web that leaves no name."""
    told = {"anonymous": True, "department_id": city.department.id} | more
    wish = NewConcern(REGION, kind, "窗口排队太久", "上午等了四十分钟", "AB12CD34", **told)  # type: ignore[arg-type]
    return str(file_concern(wish, city.visitor(day) if who == "anonymous" else city.ctx(who, day)).answer["concern"])
