"""征询与会审示例的办件: a countersign in turn, an overdue consultation, an answer, meetings called and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.context import Context
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import company
from yichuang.records.cases.models import Stage
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.meetings.models import Meeting
from yichuang.records.org.directory import Directory

LAND, CITY, HOME = "gt-land", "cq-water", "water"
_ROOM = "政务服务中心三楼会审室"
_COUNTERSIGN = "经审查，申请材料齐全，取水量和用途合理，拟准予许可，请会签。"
_CONSULT = "该临时用地位于你市行政区域内，请就是否涉及权属争议、是否符合规划提出意见。"
_OPINION = "申请单位是否在你单位有未了结的安全生产行政处罚？"


@dataclass
class AskedLife(Life):
    """One case in the making that asks others."""

    def asked(self, ago: int, kind: str, slugs: tuple[str, ...], question: str, *, within: int = 0) -> AskedLife:
        """The lead asks; `within` is when an answer is due where no norm says."""
        due = self.days.calendar.add(self.days.back(ago), within) if within else None
        departments = tuple(self._department(slug) for slug in slugs)
        turn = kind == "countersign" and len(slugs) > 1
        ask(Ask(On(self.no), kind, departments, question, due, turn), self._at("", "reviewer", ago))
        return self

    def answered(self, ago: int, slug: str, words: str) -> AskedLife:
        """One department answers."""
        rows = Stage.objects.filter(**self._rows(), department=self._department(slug), done_at=None)
        answer(Answer(On(self.no), rows.latest("opened_at").id, True, words), self._at(slug, "reviewer", ago))
        return self

    def requested(self, ago: int, slugs: tuple[str, ...]) -> AskedLife:
        """The applicant asks for a meeting."""
        wish = MeetingRequest(
            On(self.no), "项目涉及几个部门，恳请组织会审，一次说清要求。", tuple(map(self._department, slugs))
        )
        request_meeting(wish, self._ctx("owner", ago))
        return self

    def called(self, ago: int, held_on: date, slugs: tuple[str, ...], time: str = "09:00") -> AskedLife:
        """The lead calls a meeting, granting a request where there is one."""
        asked = Meeting.objects.filter(**self._rows(), state="requested").first()
        wish = MeetingCall(
            On(self.no), Session(held_on, time, _ROOM), tuple(Invitation(self._department(one)) for one in slugs),
            materials="水土保持方案简本，会前在办件系统中查阅。", experts="水土保持专家一名",
            meeting_id=asked.id if asked else None,
        )  # fmt: skip
        call_meeting(wish, self._at("", "deputy_head", ago))
        return self

    def signed(self, ago: int, slug: str, words: str) -> AskedLife:
        """A delegate signs on the spot."""
        sign_seat(Signature(On(self.no), self._meeting(), "agree", words), self._at(slug, "reviewer", ago))
        return self

    def minuted(self, ago: int) -> AskedLife:
        """The lead closes the meeting."""
        wish = Minutes(
            On(self.no), self._meeting(), "与会部门逐项讨论弃渣场选址和临时措施，同意方案，措施费用列入概算。",
            "愿意按专家意见补充沉沙池。", "弃渣场选址合理，建议增加沉沙池。",
        )  # fmt: skip
        close_meeting(wish, self._at("", "deputy_head", ago))
        return self

    def _rows(self) -> dict[str, str]:
        code = self.version.item.region_code
        return {"region_code": code, "case__region_code": code, "case__no": self.no}

    def _meeting(self) -> UUID:
        return Meeting.objects.filter(**self._rows()).latest("called_at").id

    def _department(self, slug: str) -> UUID:
        if not slug:
            return self.version.item.department_id
        return next(one.id for one in self.place.departments.values() if one.slug == slug)

    def _at(self, slug: str, role: str, ago: int) -> Context:
        """Return the circumstances of an act by whoever holds the role at the department."""
        self.steps += 1
        at, department = self.days.at(ago, self.steps), self._department(slug)
        for user_id, posts in self.place.postings.items():
            if any(post.role == role and post.department_id == department for post in posts):
                return Context(self.place.officer(user_id, at.date()), at, self.place, new_id().hex)
        raise LookupError(f"{role} at {slug}")


def build_asked(now: datetime, place: Directory, owner: UUID) -> int:
    """Play the lives; return the number of cases."""
    in_turn, overdue = _life(now, place, HOME, 1, owner), _life(now, place, LAND, 2, owner)
    in_turn.submitted(3).accepted(3).routed(2).claimed(2)
    in_turn.asked(1, "countersign", ("emergency", "human-resources"), _COUNTERSIGN, within=3)
    overdue.submitted(9).accepted(9).routed(8).claimed(8)
    overdue.asked(8, "consultation", ("water", "anling-urban-management"), _CONSULT)
    overdue.answered(5, "anling-urban-management", "不涉及权属争议，符合规划。")
    told = _life(now, place, HOME, 3, owner)
    told.submitted(4).accepted(4).routed(3).claimed(3)
    told.asked(2, "opinion", ("emergency",), _OPINION, within=2).answered(1, "emergency", "没有未了结的行政处罚。")
    mine = _life(now, place, LAND, 4, owner)
    mine.submitted(2).accepted(2).routed(1).claimed(1).asked(1, "consultation", ("water",), _CONSULT)
    return 4


def build_meetings(now: datetime, place: Directory, owner: UUID) -> int:
    """One meeting that the applicant asked for stands before the door, one is over; return the number of cases."""
    waiting, over = _life(now, place, CITY, 5, owner), _life(now, place, CITY, 6, owner)
    waiting.submitted(3).accepted(3).routed(2).claimed(2).requested(1, ("cq-ecology",))
    waiting.called(0, waiting.days.calendar.add(waiting.days.today, 3), ("cq-ecology", "cq-police"))
    over.submitted(4).accepted(4).routed(4).claimed(4)
    over.called(3, over.days.back(1), ("cq-ecology", "cq-fire"))
    over.signed(1, "cq-ecology", "同意方案，施工期间做好下游监测。").minuted(1)
    return 2


def _life(now: datetime, place: Directory, slug: str, number: int, owner: UUID) -> AskedLife:
    """Return the beginning of a case at the first promised item of a department."""
    lead = next(one for one in place.departments.values() if one.slug == slug)
    items = Item.objects.filter(department=lead, status=ItemStatus.OPEN).order_by("code")
    found = (version_of(item.versions.order_by("-number").values_list("id", flat=True)[0]) for item in items)
    version = next(one for one in found if one.kind == CaseKind.PROMISED)
    days, person = Days(now, place.calendar(place.profile(lead.id)), served=number + 40), company(0)
    return AskedLife(version, person, days, place, answers(version, person, days.today), owner)
