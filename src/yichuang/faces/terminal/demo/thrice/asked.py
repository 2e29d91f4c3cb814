"""Countersigns, consultations, opinions, the opinion whether to accept, reports to the head (征询、汇报)."""

from __future__ import annotations

from yichuang.acts.act import On
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.thrice.cast import Cast, acting, department_of
from yichuang.records.cases.models import Stage
from yichuang.records.meetings.models import Meeting

_ROOM = "厅办公楼二楼会审室"
_WHETHER = "请对材料是否齐全、是否符合法定形式提出受理或者不予受理的意见。"


class AskingLife(Life):
    """A case in the making that others are asked about."""

    def ask(self, ago: int, kind: str, slug: str, question: str, within: int = 0) -> AskingLife:
        """Ask one department; `within` is when an answer is due where no norm says."""
        by = "window_clerk" if kind == "accept_opinion" else "reviewer"
        due = self.days.calendar.add(self.days.back(ago), within) if within else None
        wish = Ask(On(self.no), kind, (department_of(self.place, slug).id,), question, due)
        ask(wish, self._ctx(by, ago))
        return self

    def told(self, ago: int, slug: str, words: str, agree: bool = True) -> AskingLife:
        """The department answers."""
        stage = Stage.objects.filter(**self._rows(), department__slug=slug, done_at=None).latest("opened_at")
        answer(Answer(On(self.no), stage.id, agree, words), acting(self, slug, "reviewer", ago))
        return self

    def reported(self, ago: int, forum: str, outcome: str) -> AskingLife:
        """The leader reports to the head, or to the head's meeting."""
        report_to_head(HeadReport(On(self.no), forum, outcome), self._ctx("deputy_head", ago))
        return self

    def met(self, ago: int, slug: str) -> AskingLife:
        """A meeting that ends divided."""
        department = department_of(self.place, slug).id
        session = Session(self.days.back(ago), "14:30", _ROOM)
        call_meeting(MeetingCall(On(self.no), session, (Invitation(department),)), self._ctx("deputy_head", ago + 4))
        meeting = Meeting.objects.get(**self._rows()).id
        words = "用地范围与规划河道蓝线有交叉，建议调整后再批。"
        sign_seat(Signature(On(self.no), meeting, "disagree", words), acting(self, slug, "reviewer", ago))
        said = "主办处认为可以附条件批准，水务部门认为应当先调整范围，意见有较大分歧。"
        close_meeting(Minutes(On(self.no), meeting, said, divided=True), self._ctx("deputy_head", ago))
        return self

    def _rows(self) -> dict[str, str]:
        code = self.version.item.region_code
        return {"region_code": code, "case__region_code": code, "case__no": self.no}


def play_asked(cast: Cast) -> None:
    """Play the lives in which others are asked."""

    def life(slug: str, number: int, name: str = "") -> AskingLife:
        return cast.life(AskingLife, slug, number, name)

    def begun(slug: str, number: int, start: int, name: str = "") -> AskingLife:
        new = life(slug, number, name)
        new.submitted(start, "window").accepted(start).routed(start - 1).claimed(start - 1)
        return new

    fire = begun("emergency", 4, 5).ask(3, "countersign", "anling-urban-management", "请会签仓库的外部道路条件。", 3)
    fire.told(1, "anling-urban-management", "道路满足消防车通行，同意会签。")
    begun("anling-transport", 5, 4).ask(1, "countersign", "emergency", "请就危险货物运输的安全条件会签。", 2)
    begun("gt-land", 6, 7).ask(6, "consultation", "anling-transport", "临时用地紧邻县道，请就施工便道开口提出意见。")
    begun("anling-transport", 7, 4).ask(3, "opinion", "human-resources", "该企业是否有拖欠驾驶员工资的记录？", 2)
    ship = begun("maritime", 8, 3).ask(2, "opinion", "water", "船舶拟停泊的水域是否在水利工程保护范围以内？", 1)
    ship.told(1, "water", "不在水利工程保护范围以内。")
    _whether(life("gt-land", 3), life("gt-land", 7), life("water", 9))
    begun("gt-land", 1, 12).met(4, "water")
    begun("water", 2, 6).reported(2, "head", "取水量大，涉及两县用水，主要负责人同意按程序办理。")
    met = begun("anling-civil-affairs", 5, 7)
    met.reported(3, "head_meeting", "办公会听取了设立养老机构的情况，原则同意。")


def _whether(late: AskingLife, answered: AskingLife, ours: AskingLife) -> None:
    """Before acceptance the window asks the department."""
    late.submitted(3, "window").ask(2, "accept_opinion", "gt-land", _WHETHER)
    answered.submitted(2, "window").ask(2, "accept_opinion", "gt-land", _WHETHER)
    answered.told(1, "gt-land", "材料齐全，符合法定形式，建议受理。")
    ours.submitted(2, "window").ask(1, "accept_opinion", "water", _WHETHER, 2)
