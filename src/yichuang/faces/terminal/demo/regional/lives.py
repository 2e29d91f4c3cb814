"""Their cases, each half-way or finished: filed, licensed directly, forwarded in time and late, reported upwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.faces.terminal.demo.special.lives import SpecialLife
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import User

_BASIS = "《中华人民共和国行政许可法》第三十八条"


@dataclass
class LevelLife(SpecialLife):
    """A case in the making; `below` reviews and forwards it, `above` (reviewer, deputy) receives and decides."""

    below: str = ""
    above: tuple[str, str] = ("", "")

    def _by(self, login: str, ago: int) -> Context:
        self.steps += 1
        at = self.days.at(ago, self.steps)
        return Context(self.place.officer(User.objects.get(username=login).id, at.date()), at, self.place, new_id().hex)

    def taken_in(self, ago: int) -> LevelLife:
        """Taken in and sent to the first review."""
        self.submitted(ago, "window").accepted(ago).routed(ago)
        return self

    def seen_below(self, ago: int) -> LevelLife:
        """The lower level reviews."""
        lower_review(LowerReview(On(self.no), True, "材料齐全，情况属实，同意转报。"), self._by(self.below, ago))
        return self

    def forwarded(self, ago: int) -> LevelLife:
        """The lower level forwards."""
        forward(Forwarding(On(self.no), "材料齐全。"), self._by(self.below, ago))
        return self

    def received(self, ago: int) -> LevelLife:
        """The upper level receives and takes it."""
        receive_forwarded(Reception(On(self.no)), self._by(self.above[0], ago))
        claim(Claim(On(self.no)), self._by(self.above[0], ago))
        return self

    def settled(self, ago: int) -> LevelLife:
        """The upper level reviews and decides."""
        review(Review(On(self.no), True, "初审意见属实，符合法定条件。"), self._by(self.above[0], ago))
        decide(Decision(On(self.no), True, "", _BASIS), self._by(self.above[1], ago))
        return self


Play = Callable[[LevelLife], object]
PLAYS: tuple[tuple[str, Play], ...] = (
    ("filing", lambda c: c.submitted(0, "window")),
    ("filing", lambda c: c.submitted(4, "window").concluded(3)),
    ("direct", lambda c: c.submitted(4, "window").accepted(4).routed(4).claimed(3)),
    ("direct", lambda c: c.submitted(13, "window").handled(13, 5).issued(7).delivered(6)),
    ("cq-up", lambda c: c.taken_in(7).seen_below(5).forwarded(3).received(2)),
    ("cq-up", lambda c: c.taken_in(19).seen_below(15).forwarded(13).received(12).settled(7).issued(6).delivered(5)),
    ("instant", lambda c: c.submitted(0, "window").accepted(0)),
    ("instant", lambda c: c.submitted(5, "window").accepted(5).decided(5).issued(5).delivered(5)),
    ("pl-up", lambda c: c.taken_in(4).seen_below(2)),
    ("pl-up", lambda c: c.taken_in(20).seen_below(15).forwarded(14).received(13).settled(6).issued(5).delivered(4)),
    ("pt-up", lambda c: c.taken_in(3).seen_below(2)),
    ("pt-up", lambda c: c.taken_in(9).seen_below(9).forwarded(2).received(1)),
    ("pt-up", lambda c: c.taken_in(12).seen_below(11).forwarded(8).received(7).settled(6).issued(5).delivered(4)),
)
_WHO = {
    "cq-up": ("cqs-reviewer", ("cq-reviewer", "cq-deputy")),
    "pl-up": ("pl-first", ("gs-reviewer", "gs-deputy")),
    "pt-up": ("pts-reviewer", ("pt-reviewer", "pt-deputy")),
}


def build_regional_cases(now: datetime, place: Directory) -> int:
    """Play them; return the number of cases."""
    rows = {row["key"]: row for row in read("regional/regional")["items"]}
    for number, (key, play) in enumerate(PLAYS):
        item = Item.objects.get(department__slug=rows[key]["at"], code__contains=f"0{rows[key]['serial']}001")
        version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
        person = company(3 + number) if item.for_organisation else citizen(12 + number)
        days = Days(now, place.calendar(place.profile(item.department_id)), served=130 + number)
        below, above = _WHO.get(key, ("", ("", "")))
        play(LevelLife(version, person, days, place, answers(version, person, days.today), below=below, above=above))
    return len(PLAYS)
