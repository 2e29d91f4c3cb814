"""Cases of the township at every level: at the village, to be forwarded, on the way, at the district, finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen
from yichuang.faces.terminal.demo.rungs.township import TOWN
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import User

_DISTRICT = "anling-civil-affairs"
_INCOME = "申报表第 2 项务工收入的来源，请补充说明核对方式。"
_HOUSEHOLD = "户口簿为五人，申报表只列四人，请说明共同生活的家庭成员。"
_TOGETHER = "长子已在外地成家、分户另过，不与申请人共同生活，村里有记录。"
_BASIS = "《社会救助暂行办法》第十一条"


@dataclass
class Rungs:
    """One case of the township; each level's step by its own people."""

    life: Life
    place: Directory

    def _by(self, login: str, ago: int) -> Context:
        self.life.steps += 1
        at = self.life.days.at(ago, self.life.steps)
        user_id = User.objects.get(username=login).id
        return Context(self.place.officer(user_id, at.date()), at, self.place, new_id().hex)

    def taken_in(self, ago: int) -> Rungs:
        """Taken in, accepted and sent to the village."""
        self.life.submitted(ago, "window").accepted(ago).routed(ago)
        return self

    def village(self, ago: int) -> Rungs:
        """The township signs for the village."""
        wish = LowerReview(On(self.life.no), True, "电话核实村委会，家庭情况与申报一致。", "phone")
        lower_review(wish, self._by("town-reviewer", ago))
        return self

    def town(self, ago: int) -> Rungs:
        """The township's own opinion."""
        wish = LowerReview(On(self.life.no), True, "入户调查和信息核对完毕，符合条件，公示无异议。")
        lower_review(wish, self._by("town-reviewer", ago))
        return self

    def forwarded(self, ago: int) -> Rungs:
        """Forwarded to the district."""
        forward(Forwarding(On(self.life.no)), self._by("town-reviewer", ago))
        return self

    def received(self, ago: int) -> Rungs:
        """Received by the district, and taken up there."""
        receive_forwarded(Reception(On(self.life.no)), self._by(f"{_DISTRICT}-reviewer-1", ago))
        claim(Claim(On(self.life.no)), self._by(f"{_DISTRICT}-reviewer-1", ago))
        return self

    def asked(self, ago: int, question: str) -> Rungs:
        """The district asks the township."""
        ask_lower(LowerQuestion(On(self.life.no), question), self._by(f"{_DISTRICT}-reviewer-1", ago))
        return self

    def answered(self, ago: int, words: str) -> Rungs:
        """The township explains."""
        answer_upper(LowerAnswer(On(self.life.no), words), self._by("town-reviewer", ago))
        return self

    def finished(self, ago: int) -> Rungs:
        """Reviewed and decided by the district, handed over by the township."""
        no = On(self.life.no)
        review(Review(no, True, "材料齐全，初审意见属实。"), self._by(f"{_DISTRICT}-reviewer-1", ago))
        decide(Decision(no, True, "", _BASIS), self._by(f"{_DISTRICT}-deputy-head-1", ago))
        issue(Issue(no), self._by("town-clerk", ago - 1))
        deliver(HandOver(no, self.life.person.name), self._by("town-clerk", ago - 1))
        return self


_PLAYS: tuple[Callable[[Rungs], object], ...] = (
    lambda c: c.taken_in(1),
    lambda c: c.taken_in(4).village(3).town(1),
    lambda c: c.taken_in(6).village(5).town(3).forwarded(0),
    lambda c: c.taken_in(8).village(7).town(5).forwarded(4).received(3),
    lambda c: c.taken_in(7).village(6).town(4).forwarded(3).received(2).asked(1, _INCOME),
    lambda c: c.taken_in(9).village(8).town(6).forwarded(5).received(4).asked(3, _HOUSEHOLD).answered(2, _TOGETHER),
    lambda c: c.taken_in(14).village(13).town(11).forwarded(9).received(8).finished(5),
)


def build_township_cases(now: datetime, place: Directory) -> int:
    """Let the township have one case at each level."""
    item = Item.objects.get(region_code=TOWN)
    version = version_of(item.versions.values_list("id", flat=True)[0])
    for number, play in enumerate(_PLAYS):
        person = citizen(20 + number)
        days = Days(now, place.calendar(place.profile(item.department_id)), served=number)
        play(Rungs(Life(version, person, days, place, answers(version, person, days.today)), place))
    return len(_PLAYS)
