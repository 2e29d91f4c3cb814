"""Ratings of the demonstration, bad ones at every step of their loop (差评整改示例)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from yichuang.acts.act import On
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.rating.answer import answer_rating
from yichuang.acts.rating.call_back import CallBack, call_back_rating
from yichuang.acts.rating.challenge import RatingChallenge, challenge_rating
from yichuang.acts.rating.frame import RatingWords
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.acts.rating.judge import RatingJudgement, judge_rating
from yichuang.acts.rating.rectify import rectify_rating
from yichuang.acts.rating.show import show_rating
from yichuang.acts.rating.verify import verify_rating
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import guides
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen
from yichuang.faces.terminal.demo.spoken.people import HOME, People
from yichuang.records.catalogue.models import CaseKind, Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import Invitation

_FOUND = "电话联系评价人核实，情况属实：窗口解释不够清楚，让人多跑了一趟。"
_MENDED = "已修改指南的说明，全体窗口人员重新培训，由首席代表每天抽查。"
_TOLD = "您好，您反映的情况属实，我们已经改正并向您道歉，今后一次说清。"
_BY = {"qushui": "reviewer", "shebaoka": "chief"}


class Rated(Life):
    """A case at the window, and what was said about it."""

    row: Mapping[str, Any]
    people: People

    def begun(self, row: Mapping[str, Any], people: People) -> Rated:
        """Be served on the day of the rating, and rate."""
        self.row, self.people, ago = row, people, int(row["ago"])
        self.submitted(ago, "window")
        if self.version.kind == CaseKind.INSTANT:
            self.accepted(ago).decided(ago).issued(ago).delivered(ago)
        else:
            self.not_needed(ago)
        token = f"demo-rating-{self.no}"
        asked = self._by("clerk", 0)
        filed = invite(InvitationWish(On(self.no), token, row["channel"], self._pad()), asked)
        invitation = Invitation.objects.get(region_code=HOME, case_id=filed.subject_id)
        wish = RatingWish(On(self.no), row["grade"], tuple(row["reasons"]), row["words"], row["channel"], invitation.id)
        rate(wish, replace(self._by("system", 0), at=asked.at + timedelta(minutes=2)))
        return self

    def _pad(self) -> Any:
        return self.people.window("A06") if self.row["channel"] == "pad" else None

    def _by(self, login: str, after: int) -> Any:
        self.steps += 1
        return self.people.ctx(login, int(self.row["ago"]) - after, self.days.served, self.steps)

    @property
    def _department(self) -> str:
        return _BY[self.row["guide"]]

    def _words(self, act: Any, words: str, login: str, after: int) -> Rated:
        act(RatingWords(On(self.no), words), self._by(login, after))
        return self

    def verified(self) -> Rated:
        """Find out what happened."""
        return self._words(verify_rating, _FOUND, self._department, 1)

    def rectified(self) -> Rated:
        """Mend it."""
        return self._words(rectify_rating, _MENDED, self._department, 3)

    def told(self) -> Rated:
        """Answer who rated."""
        return self._words(answer_rating, _TOLD, self._department, 5)

    def called(self) -> Rated:
        """Ask whether that satisfies."""
        wish = CallBack(On(self.no), "电话回访，评价人表示满意。", result="satisfied")
        call_back_rating(wish, self._by("manager", 7))
        return self.shown()

    def shown(self) -> Rated:
        """Show the words without what tells who spoke."""
        return self._words(show_rating, self.row["words"].split("，我姓")[0], "manager", 8)

    def challenged(self) -> Rated:
        """The department says that it was a mistake."""
        wish = RatingChallenge(On(self.no), "评价人电话里说点错了，附通话记录。", ground="mistaken")
        challenge_rating(wish, self._by(self._department, 1))
        return self

    def aside(self) -> Rated:
        """A second person sets it aside."""
        judge_rating(RatingJudgement(On(self.no), "核对通话记录，确属误评。", aside=True), self._by("supervisor", 2))
        return self


PLAYS: Mapping[str, Callable[[Rated], object]] = {
    "plain": lambda c: c,
    "open": lambda c: c,
    "verified": lambda c: c.verified(),
    "rectified": lambda c: c.verified().rectified(),
    "answered": lambda c: c.verified().rectified().told(),
    "challenged": lambda c: c.challenged(),
    "done": lambda c: c.verified().rectified().told().called(),
    "aside": lambda c: c.challenged().aside(),
    "good": lambda c: c.shown(),
}


def build_ratings(told: Mapping[str, Any], people: People) -> int:
    """Play each of them; return how many."""
    versions = {code: _version(code) for code in _BY}
    for served, row in enumerate(told["ratings"]):
        version = versions[row["guide"]]
        days = Days(people.now, people.place.calendar(people.place.profile(version.item.department_id)), served=served)
        person = citizen(40 + served)
        life = Rated(version, person, days, people.place, answers(version, person, days.today))
        PLAYS[row["play"]](life.begun(row, people))
    return len(told["ratings"])


def _version(code: str) -> Any:
    item = Item.objects.filter(name=guides()[code]["name"], region_code=HOME).earliest("id")
    return version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
