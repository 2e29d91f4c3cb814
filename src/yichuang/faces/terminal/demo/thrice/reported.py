"""What a higher body decides (同意上报), and land whose fees were never paid (逾期未缴费)."""

from __future__ import annotations

from yichuang.acts.act import On
from yichuang.acts.fees.ask import FeeAsked, ask_fee
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.levels.receive_reply import Reply, receive_reply
from yichuang.acts.levels.report_up import ReportUp, report_up
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.thrice.cast import Cast, acting

_LAND, _MINE = "建设用地审批（示例）", "探矿权新立登记（示例）"
_FEE, _MINING_FEE = "新增建设用地土地有偿使用费", "探矿权使用费"


class ReportingLife(Life):
    """A case in the making that goes up, or that somebody has to pay for."""

    def ready(self, start: int) -> ReportingLife:
        """Go to the decision within three days."""
        self.submitted(start, "window").accepted(start).routed(start - 1)
        self.reviewed(start - 2).verified(start - 3)
        return self

    def up(self, ago: int, higher: str, opinion: str) -> ReportingLife:
        """Report it upwards."""
        report_up(ReportUp(On(self.no), higher, opinion), self._ctx("deputy_head", ago))
        return self

    def replied(self, ago: int, reply_no: str, basis: str) -> ReportingLife:
        """Enter the reply."""
        receive_reply(Reply(On(self.no), True, reply_no, "", basis), self._ctx("reviewer", ago))
        return self

    def billed(self, ago: int, fen: int) -> ReportingLife:
        """The finance office assesses the fee, the window tells the applicant."""
        ask_fee(FeeAsked(On(self.no), "请核定新增建设用地土地有偿使用费。"), self._ctx("reviewer", ago))
        assess_fee(Assessment(On(self.no), {_FEE: fen}), acting(self, "gt-finance", "reviewer", ago))
        notify_fee(FeeNotice(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def mined(self, ago: int, fen: int) -> ReportingLife:
        """The office in charge assesses the fee itself, the window tells the applicant."""
        assess_fee(Assessment(On(self.no), {_MINING_FEE: fen}), self._ctx("reviewer", ago))
        notify_fee(FeeNotice(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def unpaid(self, ago: int, words: str = "建设用地报件单位逾期不缴的，不予办理报批手续") -> ReportingLife:
        """Nobody paid in time."""
        lapse_fee(Lapse(On(self.no), words), self._ctx("deputy_head", ago))
        return self


def play_reported(cast: Cast) -> None:
    """Play what goes up: three replies have not come yet, one has."""

    def ready(slug: str, number: int, start: int, name: str = "") -> ReportingLife:
        return cast.life(ReportingLife, slug, number, name).ready(start)

    ready("water", 3, 6, "取水许可").up(2, "示例省水利厅", "取水量超过市级审批权限，同意上报。")
    ready("water", 8, 5, "建设项目水土").up(1, "示例省水利厅", "项目跨两市，由省级审批，同意上报。")
    ready("gt-land", 4, 9, "临时用地").up(4, "自然资源部", "涉及国家重点勘查项目，同意上报。")
    done = ready("water", 6, 24, "取水许可").up(19, "示例省水利厅", "在省管河道取水，同意上报。")
    done.replied(5, "示水许可〔2026〕88号", "《取水许可和水资源费征收管理条例》第十四条").issued(4).delivered(3)


def play_unpaid(cast: Cast) -> None:
    """Play three building sites and a mine whose fee was never paid, and one of each that still may be."""
    for number, start, fen, ended in ((2, 26, 18_600_000, 3), (5, 31, 4_250_000, 6), (8, 38, 7_900_000, 12)):
        cast.life(ReportingLife, "gt-land", number, _LAND).ready(start).billed(start - 4, fen).unpaid(ended)
    cast.life(ReportingLife, "gt-land", 9, _LAND).ready(8).billed(4, 9_300_000)
    cast.life(ReportingLife, "gt-land", 3, _MINE).ready(9).mined(5, 600_000)
    cast.life(ReportingLife, "gt-land", 7, _MINE).ready(31).mined(27, 480_000).unpaid(
        2, "《省国土资源厅窗口办文办法》第十九条第一款"
    )
