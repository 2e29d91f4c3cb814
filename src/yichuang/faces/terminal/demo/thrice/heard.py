"""Interested parties, hearings held, matters looked at on the spot, renewals (利害关系人、听证、核查、延续)."""

from __future__ import annotations

from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.hearing.hold_hearing import HearingRecord, hold_hearing
from yichuang.acts.inspecting.inspect import Finding, inspect
from yichuang.faces.terminal.demo.answers import sample_scan
from yichuang.faces.terminal.demo.heard import HeardLife
from yichuang.faces.terminal.demo.thrice.cast import Cast

_OUTFALL, _HOIST, _SHORT = "入河排污口", "水工程启闭机", "临时取水许可"
_FARM = ("许国强", "承包的鱼塘在拟设排污口下游 150 米。", "13900000002", "嘉宁市安岭区河湾路 21 号")
_MILL = ("东屏造纸厂", "取水口在同一河段右岸，取水水质会受影响。", "13900000003", "东屏县工业路 2 号")
_VILLAGE = ("西渡村民委员会", "拟设排污口上游 80 米是村饮用水源。", "13900000004", "西渡县西渡村 1 号")


class FullLife(HeardLife):
    """A case in the making that goes on after the hearing."""

    def of(self, party: tuple[str, str, str, str]) -> FullLife:
        """Name who is affected."""
        self.party = party
        return self

    def held(self, ago: int) -> FullLife:
        """Hold the hearing that was called, and let the clock run again."""
        people = [
            {"name": self.party[0], "part": "利害关系人", "signed": True},
            {"name": self.person.legal_person or self.person.name, "part": "申请人", "signed": True},
        ]
        self.heard_words = "根据听证笔录，采纳利害关系人枯水期限制排放的意见，写入准予的条件。"
        record = "审查人员出示水质预测资料；利害关系人要求枯水期限制排放；申请人承诺建设调节池并安装在线监测。"
        hold_hearing(HearingRecord(On(self.no), record, people), self._ctx("reviewer", ago))
        resume(Resumption(On(self.no), "听证会已经举行，笔录已经签字。"), self._ctx("reviewer", ago))
        return self

    def seen(self, ago: int, place: str, words: str, passed: bool = True) -> FullLife:
        """Look whether what was handed in is true."""
        ctx = self._ctx("reviewer", ago)
        pair = tuple(self._officer(role, ctx.at).user_id for role in ("reviewer", "verifier"))
        officers = tuple(one for one in pair if one)
        photo = (sample_scan("现场照片"),)
        inspect(Finding(On(self.no), "substance", officers, ctx.today, place, words, passed, "", photo), ctx)
        return self

    def denied(self, ago: int, reason: str) -> FullLife:
        """Deny, naming the standard that was not met."""
        wish = Decision(On(self.no), False, reason, "《中华人民共和国行政许可法》第五十五条第三款")
        decide(wish, self._ctx("deputy_head", ago))
        return self


def play_heard(cast: Cast) -> None:
    """Play the lives with parties, hearings and inspections."""

    def begun(name: str, number: int, start: int, slug: str = "water") -> FullLife:
        life = cast.life(FullLife, slug, number, name)
        life.submitted(start, "window").accepted(start - 1).routed(start - 1).claimed(start - 1)
        return life

    whole = begun(_OUTFALL, 3, 28).of(_FARM)
    whole.told(25).stated(24).asked(24).called(23, 9).halted(23)
    whole.held(13).licensed(9)
    begun(_OUTFALL, 4, 5).of(_MILL).told(2)
    begun(_OUTFALL, 6, 12).of(_VILLAGE).told(9).stated(7).asked(6).called(5, 12).halted(5)
    broken = begun(_HOIST, 5, 9)
    broken.inspected(6, passed=False).reviewed(5, agree=False).verified(4)
    broken.denied(3, "启闭机经检验制动器失效，不符合 SL 381-2021（示例）的要求。")
    school = begun("民办非企业", 8, 8, "anling-civil-affairs")
    school.seen(4, "安岭区文苑路 12 号", "场所面积、消防通道与申请材料一致，开办资金已到账。")
    yard = begun("道路运输", 9, 4, "anling-transport")
    yard.seen(1, "西渡物流停车场", "实有车位 12 个，申请表写 20 个，与材料不符。", passed=False)
    begun("取水许可", 1, 7).seen(3, "东屏河右岸泵站", "取水口位置和计量设施与论证报告一致。")


def play_renewed(cast: Cast) -> None:
    """Play two renewals: one granted in time, one under review."""
    ago = cast.ago
    first = cast.life(FullLife, "water", 2, _SHORT)
    first.submitted(ago(371), "window").accepted(ago(370)).routed(ago(370)).licensed(ago(366))
    again = cast.life(FullLife, "water", 2, _SHORT)
    again.renewing(ago(60), first.certificate).accepted(ago(58)).routed(ago(58)).licensed(ago(50))
    second = cast.life(FullLife, "water", 7, _SHORT)
    second.submitted(ago(335), "window").accepted(ago(334)).routed(ago(334)).licensed(ago(325))
    cast.life(FullLife, "water", 7, _SHORT).renewing(4, second.certificate).accepted(3).routed(3).claimed(2)
