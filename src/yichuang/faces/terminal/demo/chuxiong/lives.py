"""Cases at every rung: at the village, signed on its behalf, at the township, on the way, at the county, finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.chuxiong.people import villager
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import User
from yichuang.rules.officers import Officer

_BASIS = "《中华人民共和国行政许可法》第三十八条"


@dataclass
class RungLife(Life):
    """A case in the making; `desk` is who takes it in: at the village, the township or the county."""

    desk: str = "cx-village"

    def _officer(self, role: str, at: datetime) -> Officer:
        if role == "window_clerk":
            return self.place.officer(User.objects.get(username=self.desk).id, at.date())
        return super()._officer(role, at)

    def _by(self, login: str, ago: int) -> Context:
        self.steps += 1
        at = self.days.at(ago, self.steps)
        return Context(self.place.officer(User.objects.get(username=login).id, at.date()), at, self.place, new_id().hex)

    def taken_in(self, ago: int) -> RungLife:
        """Taken in, accepted and sent to the village."""
        self.submitted(ago, "window").accepted(ago).routed(ago)
        return self

    def village(self, ago: int, words: str, agree: bool = True) -> RungLife:
        """The village itself gives its opinion."""
        lower_review(LowerReview(On(self.no), agree, words), self._by("cx-village", ago))
        return self

    def behalf(self, ago: int, ground: str, words: str) -> RungLife:
        """The township signs for the village (代签)."""
        lower_review(LowerReview(On(self.no), True, words, ground), self._by("cx-town-reviewer", ago))
        return self

    def town(self, ago: int, words: str, agree: bool = True) -> RungLife:
        """The township's own opinion."""
        lower_review(LowerReview(On(self.no), agree, words), self._by("cx-town-reviewer", ago))
        return self

    def forwarded(self, ago: int, note: str = "") -> RungLife:
        """Forwarded to the county."""
        forward(Forwarding(On(self.no), note), self._by("cx-town-reviewer", ago))
        return self

    def received(self, ago: int) -> RungLife:
        """Received by the county, and taken up there."""
        receive_forwarded(Reception(On(self.no)), self._by("cx-reviewer", ago))
        claim(Claim(On(self.no)), self._by("cx-reviewer", ago))
        return self

    def sent_back(self, ago: int, question: str) -> RungLife:
        """The county asks the township to explain."""
        ask_lower(LowerQuestion(On(self.no), question), self._by("cx-reviewer", ago))
        return self

    def explained(self, ago: int, words: str) -> RungLife:
        """The township explains."""
        answer_upper(LowerAnswer(On(self.no), words), self._by("cx-town-reviewer", ago))
        return self

    def settled(self, ago: int, grant: bool = True, reason: str = "") -> RungLife:
        """Reviewed and decided by the county."""
        words = "逐级审核意见齐全，符合条件。" if grant else f"{reason}建议不予批准。"
        review(Review(On(self.no), grant, words), self._by("cx-reviewer", ago))
        decide(Decision(On(self.no), grant, reason, _BASIS), self._by("cx-deputy", ago))
        return self

    def turned_away(self, ago: int, reason: str, office: str) -> RungLife:
        """Not accepted, for where the applicant lives."""
        basis = "《中华人民共和国行政许可法》第三十二条第一款第（二）项"
        refuse_acceptance(AcceptanceRefusal(On(self.no), reason, basis, office), self._by("cx-town-chief", ago))
        return self


Play = Callable[[RungLife], object]
_SAID = {"children": "无", "child_name": "普思远", "destination": "昆明市官渡区（示例）", "purpose": "单位要求"}
_PHONE = "电话联系村级宣传员，婚育情况与申请一致。"
_BASE = "全员人口数据库登记为初婚未育，与申请一致。"
_SLIP = "村里已办手续，子女确为独生。"
_OK = "证件与村级意见一致，符合条件。"
# Where somebody applies (desk), for which item, and how far the case has come.
PLAYS: tuple[tuple[str, str, Play], ...] = (
    ("cx-village", "birth", lambda c: c.submitted(0, "window")),
    ("cx-village", "birth", lambda c: c.taken_in(1)),
    ("cx-town-clerk", "birth", lambda c: c.taken_in(2)),
    ("cx-village", "birth", lambda c: c.taken_in(3).village(2, "本村村民，婚姻登记属实，现无子女。")),
    ("cx-town-clerk", "birth", lambda c: c.taken_in(3).behalf(1, "phone", _PHONE)),
    ("cx-village", "birth", lambda c: c.taken_in(5).behalf(4, "database", _BASE).town(1, _OK)),
    ("cx-village", "birth", lambda c: c.taken_in(6).village(5, "情况属实。").town(3, _OK).forwarded(1, "材料齐全。")),
    ("cx-town-clerk", "birth", lambda c: _above(c, 7).received(2)),
    ("cx-village", "birth", lambda c: _above(c, 8).received(3).sent_back(1, "女方户口簿住址与申请表不同，请说明。")),
    ("cx-town-clerk", "birth", lambda c: _asked(c, 9)),
    ("cx-village", "birth", lambda c: _above(c, 16).received(11).settled(9).issued(8).delivered(7)),
    ("cx-town-clerk", "birth", lambda c: _against(c)),
    ("cx-town-clerk", "birth", lambda c: _outside(c, 5)),
    ("cx-village", "birth", lambda c: c.submitted(3, "window").to_correct(2)),
    ("cx-clerk", "single", lambda c: c.taken_in(2).village(1, _SLIP)),
    ("cx-clerk", "single", lambda c: _through(c, 6)),
    ("cx-clerk", "single", lambda c: _through(c, 20).received(15).settled(13).issued(12).delivered(12)),
    ("cx-village", "floating", lambda c: c.submitted(0, "window").accepted(0)),
    ("cx-town-clerk", "floating", lambda c: c.submitted(4, "window").accepted(4).decided(4).issued(4).delivered(4)),
    ("cx-village", "status", lambda c: c.submitted(6, "window").accepted(6).decided(6).issued(6).delivered(5)),
)  # fmt: skip


def build_chuxiong_cases(now: datetime, place: Directory) -> int:
    """Play them all; return how many."""
    versions = {row["key"]: _version(row["name"]) for row in read("chuxiong/items")["items"]}
    for number, (desk, key, play) in enumerate(PLAYS):
        version, person = versions[key], villager(number)
        days = Days(now, place.calendar(place.profile(version.item.department_id)), served=number)
        known = {**_SAID, "person_address": person.address, "husband_name": villager(number + 40).name}
        form = answers(version, person, days.today)
        play(RungLife(version, person, days, place, form | {k: known[k] for k in form if k in known}, desk=desk))
    return len(PLAYS)


def _above(c: RungLife, start: int) -> RungLife:
    """Bring a case to the county: it waits there to be received."""
    return c.taken_in(start).behalf(start - 1, "phone", _PHONE).town(start - 3, _OK).forwarded(start - 4)


def _through(c: RungLife, start: int) -> RungLife:
    """The same for a case that the county itself took in: only the village can speak for the village."""
    return c.taken_in(start).village(start - 1, _SLIP).town(start - 3, _OK).forwarded(start - 4)


def _asked(c: RungLife, start: int) -> RungLife:
    c.taken_in(start).village(start - 1, "夫妻双方均在本村居住。").town(start - 2, _OK).forwarded(start - 3)
    c.received(start - 5).sent_back(start - 6, "申请表写现有子女“无”，人口数据库登记一人，请核实。")
    return c.explained(start - 8, "经入户核实，登记的是男方之侄，随其生活，已报请更正。")


def _against(c: RungLife) -> RungLife:
    c.taken_in(18).village(17, "男方在外地另有登记，村里不能确认。", agree=False)
    c.town(15, "建议县级核查婚姻登记。", agree=False).forwarded(14).received(13)
    return c.settled(10, False, "婚姻登记系统没有双方的登记记录，不符合条件。")


def _outside(c: RungLife, start: int) -> RungLife:
    c.submitted(start, "window").refusal_proposed(start - 1)
    reason = "经核对户口簿，女方户籍已迁往本州以外，工作单位也不在本州范围内。"
    return c.turned_away(start - 2, reason, "女方户籍所在地的乡镇人民政府")


def _version(name: str) -> ItemVersion:
    item = Item.objects.get(name=name)
    return version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
