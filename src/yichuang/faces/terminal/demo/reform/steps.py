"""Special steps that no law asks for (非法定特殊环节), one waiting and one approved; and a case marked as major."""

from __future__ import annotations

from datetime import datetime, timedelta

from yichuang.acts.act import On
from yichuang.acts.consulting.mark_major import MajorMark, mark_major
from yichuang.acts.handling.propose_step import StepProposal, propose_step
from yichuang.acts.handling.settle_step import StepSettlement, settle_step
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import company
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.steps.discretionary import CONSULTED, Step

_REGION, _LAND = "350300", "990001"


class StepLife(Life):
    """The life of a case with such a step."""

    def proposed(self, ago: int, kind: str, reason: str) -> StepLife:
        """Ask the centre for it."""
        ctx = self._ctx("reviewer", ago)
        step = Step(kind, ctx.today, ctx.today + timedelta(days=12))
        propose_step(StepProposal(On(self.no), step, reason), ctx)
        return self

    def marked(self, ago: int) -> StepLife:
        """Mark it as a major one."""
        mark_major(MajorMark(On(self.no), "省重点项目配套的临时用地，涉及两个县区。"), self._ctx("reviewer", ago))
        return self

    def settled(self, ago: int) -> StepLife:
        """Let the centre approve it."""
        item = self.version.item
        for user_id, posts in self.place.postings.items():
            if any(post.role == "centre_manager" and post.centre_id == item.centre_id for post in posts):
                ctx = self._ctx("reviewer", ago)
                officer = self.place.officer(user_id, ctx.today)
                wish = StepSettlement(On(self.no), True, "确有必要，同意进行。", frozenset(CONSULTED))
                settle_step(wish, type(ctx)(officer, ctx.at, self.place, ctx.key))
        return self


def build_steps(now: datetime, place: Directory) -> int:
    """Build the three cases; return their number."""
    for count, (kind, reason, settled) in enumerate(
        (
            ("expert_review", "占用主干道一侧，对交通的影响需要专家评审。", False),
            ("site_visit", "围挡位置与图纸不一致，需要到现场踏勘。", True),
        )
    ):
        life = _life(now, place, _REGION, count)
        life.proposed(1, kind, reason)
        if settled:
            life.settled(1)
    _life(now, place, _LAND, 2).marked(1)
    return 3


def _life(now: datetime, place: Directory, region: str, count: int) -> StepLife:
    item = Item.objects.get(region_code=region)
    version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
    days = Days(now, place.calendar(place.profile(item.department_id)), served=30 + count)
    life = StepLife(version, company(2 + count), days, place, answers(version, company(2 + count), days.today))
    life.submitted(2, "window").accepted(2).routed(2).claimed(1)
    return life
