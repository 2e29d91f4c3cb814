"""并联审批示例的办件: joint cases in different stages, each step the real act by whoever holds the post."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.acts.sweep import sweep
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.asked import build_meetings
from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import company
from yichuang.records.cases.models import Case, Stage, StageKind
from yichuang.records.catalogue.models import CaseKind, Item, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.rules.joint.conclusions import Concluded, Particulars

FEE = Particulars(fee="1200.00", fee_way="银行转账", pickup="到消防窗口领取")


@dataclass
class JointLife(Life):
    """One joint case in the making."""

    def picked_up(self, slug: str, ago: int) -> JointLife:
        """A co-department takes over the material."""
        ctx = self._at(slug, "reviewer", ago)
        same_day = Case.objects.filter(no=self.no, accepted_on=ctx.at.date(), region_code=self._region()["region_code"])
        reason = "" if same_day.exists() else "当日召开部门会议，次日领取（示例）"
        pick_up(PickUp(On(self.no), reason), ctx)
        return self

    def concluded(self, slug: str, ago: int, given: Concluded) -> JointLife:
        """A co-department concludes."""
        conclude_part(PartConclusion(On(self.no), given), self._at(slug, "verifier", ago))
        return self

    def reminded(self, slug: str, ago: int) -> JointLife:
        """The lead asks for one of the allowed conclusions."""
        department = self._department(slug)
        part = Stage.objects.get(case__no=self.no, kind=StageKind.CO_REVIEW, department=department, **self._region())
        wish = Reminder(On(self.no), part.id, "来文写的是“原则同意，请牵头部门酌定”。")
        remind_part(wish, self._at("", "reviewer", ago))
        return self

    def answered_from_above(self, slug: str, ago: int, reply_no: str) -> JointLife:
        """The higher body has answered what the co-department reported."""
        reply_part(PartReply(On(self.no), True, reply_no, "同意。"), self._at(slug, "reviewer", ago))
        return self

    def asked_again(self, slug: str, ago: int) -> JointLife:
        """The lead asks a co-department once more."""
        wish = AskAgain(On(self.no), self._department(slug), "申请人已补正储存场所平面图，请核对安全距离。")
        ask_again(wish, self._at("", "reviewer", ago))
        return self

    def stopped(self, ago: int) -> JointLife:
        """The lead stops the clock for all."""
        wish = Pause(On(self.no), "expert_review", 10, "储存设施构成重大危险源，需要组织专家评审。")
        pause(wish, self._at("", "main_head", ago))
        return self

    def _region(self) -> dict[str, str]:
        code = self.version.item.region_code
        return {"region_code": code, "case__region_code": code}

    def _department(self, slug: str) -> UUID:
        lead = self.version.item.department
        if not slug:
            return lead.id
        found = self.place.departments.values()
        return next(one.id for one in found if one.slug == slug and one.centre == lead.centre)

    def _at(self, slug: str, role: str, ago: int) -> Context:
        """Return the circumstances of an act by whoever holds the role at the department."""
        self.steps += 1
        at, department = self.days.at(ago, self.steps), self._department(slug)
        for user_id, posts in self.place.postings.items():
            if any(post.role == role and post.department_id == department for post in posts):
                return Context(self.place.officer(user_id, at.date()), at, self.place, new_id().hex)
        raise LookupError(f"{role} at {slug}")


Play = Callable[[JointLife, list[str]], object]
_YES, _NO = (
    Concluded("agree", "符合规定的条件。"),
    Concluded("disagree", "储存场所与居住场所的安全距离不足，不符合规定。"),
)
HOME: tuple[Play, ...] = (
    lambda c, co: c.submitted(1).accepted(0).routed(0),
    lambda c, co: c.submitted(4).accepted(3).routed(3).claimed(3) and _half(c, co),
    lambda c, co: c.submitted(6).accepted(5).routed(5).claimed(5) and _objected(c, co),
    lambda c, co: c.submitted(14).accepted(13).routed(13).claimed(13) and _granted(c, co),
    lambda c, co: c.submitted(5).accepted(4).routed(4).claimed(4) and _reported(c, co),
)
CHONGQING: tuple[Play, ...] = (
    lambda c, co: c.submitted(6, "window").accepted(5).routed(5).claimed(5) and _stopped(c, co),
    lambda c, co: c.submitted(13, "window").accepted(12).routed(12).claimed(12) and _silent(c, co),
    lambda c, co: c.submitted(2, "window").accepted(1).routed(1) and c.picked_up(co[0], 1),
    lambda c, co: c.submitted(9, "window").accepted(8).routed(8).claimed(8) and _replied(c, co),
    lambda c, co: c.submitted(8, "window").accepted(7).routed(7).claimed(7) and _twice(c, co),
    lambda c, co: c.submitted(11, "window").accepted(10).routed(10).claimed(10) and _last_day(c, co),
)

PINGLIANG: tuple[Play, ...] = (
    lambda c, co: c.submitted(4, "window").accepted(3).routed(3).claimed(3) and _half(c, co),
    lambda c, co: c.submitted(14, "window").accepted(13).routed(13).claimed(13) and _granted(c, co),
)
PLAYS: Mapping[str, tuple[Play, ...]] = {"990100": HOME, "500000": CHONGQING, "620800": PINGLIANG}


def build_joint_cases(now: datetime, place: Directory, owner: UUID) -> int:
    """Play the joint cases of every joint item, then let the sweep record what silence did."""
    count = 0
    for row in read("joint")["items"]:
        if not Item.objects.filter(region_code=row["code"]).exists():
            continue
        version, home = _version(row), row["code"] == "990100"
        days = Days(now, place.calendar(place.profile(version.item.department_id)), served=90 + count)
        for play in PLAYS[row["code"]]:
            person = company(count)
            filled = answers(version, person, days.today)
            play(JointLife(version, person, days, place, filled, owner if home else None), row["co"])
            count += 1
    count += build_meetings(now, place, owner)
    sweep(now)
    return count


def _version(row: Mapping[str, Any]) -> ItemVersion:
    named = Item.objects.filter(region_code=row["code"], name=guides()[row["guide"]]["name"])
    items = named.filter(versions__kind=CaseKind.JOINT, status="open")
    version_id = items.order_by("-versions__number").values_list("versions__id", flat=True)[0]
    return version_of(version_id)


def _half(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 3).picked_up(co[1], 2)
    agreed = Concluded("agree", "经营、储存场所符合消防安全条件。", FEE)
    return c.concluded(co[0], 1, agreed)


def _objected(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 5).picked_up(co[1], 5).picked_up(co[2], 4)
    return c.concluded(co[0], 2, _NO).concluded(co[1], 2, _YES).concluded(co[2], 1, _YES)


def _granted(c: JointLife, co: list[str]) -> object:
    for slug in co:
        c.picked_up(slug, 13)
    for slug in co:
        c.concluded(slug, 11, _YES)
    return c.reviewed(9).decided(8).issued(7).delivered(6)


def _stopped(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 5).picked_up(co[1], 5).concluded(co[0], 4, _YES)
    return c.stopped(3)


def _reported(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 4).picked_up(co[1], 3)
    return c.concluded(co[0], 2, Concluded("upward", "储存场所构成重大危险源，须报省级机关。"))


def _replied(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 8).picked_up(co[1], 7).concluded(co[1], 6, _YES)
    c.concluded(co[0], 6, Concluded("upward", "跨省运输，已报国务院主管部门。"))
    return c.answered_from_above(co[0], 2, "示安复〔2026〕15号")


def _twice(c: JointLife, co: list[str]) -> JointLife:
    return c.picked_up(co[0], 7).picked_up(co[1], 6).concluded(co[1], 4, _NO).asked_again(co[1], 1)


def _last_day(c: JointLife, co: list[str]) -> JointLife:
    """One has concluded; one that took over in time and one that did not have their last day today."""
    return c.picked_up(co[0], 10).picked_up(co[1], 10).concluded(co[0], 5, _YES)


def _silent(c: JointLife, co: list[str]) -> JointLife:
    c.picked_up(co[0], 12).picked_up(co[1], 11)
    return c.concluded(co[0], 9, Concluded("upward", "已上报国务院主管部门。")).reminded(co[1], 8)
