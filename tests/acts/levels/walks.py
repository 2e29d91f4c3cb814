"""Lives that use every move between the levels."""

from __future__ import annotations

from datetime import date

from tests.acts.city import City, on
from tests.acts.levels.district import at_upper, build_district
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.handling.review import Review, review
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.receive_reply import Reply, receive_reply
from yichuang.acts.levels.report_up import ReportUp, report_up

__all__ = ["to_report", "upward_life"]


def to_report(city: City) -> str:
    """Return the number of a case that waits for its decision at the upper level; the norms know 同意上报."""
    no = at_upper(build_district(city, profile="cn.500000"))
    review(Review(on(no), True, "需报中央国家机关。"), city.ctx("reviewer", date(2026, 3, 4)))
    return no


def upward_life(city: City) -> None:
    """Asked below, reported above, answered, delivered."""
    no = at_upper(build_district(city, profile="cn.500000"))
    ask_lower(LowerQuestion(on(no), "是否有纠纷？"), city.ctx("reviewer", date(2026, 3, 3)))
    answer_upper(LowerAnswer(on(no), "没有。"), city.ctx("town_reviewer", date(2026, 3, 3)))
    review(Review(on(no), True, "需报中央国家机关。"), city.ctx("reviewer", date(2026, 3, 4)))
    report_up(ReportUp(on(no), "水利部", "同意上报"), city.ctx("agency", date(2026, 3, 5)))
    receive_reply(
        Reply(on(no), False, "水许可〔2026〕7号", "不符合流域规划", "《水法》第七条"),
        city.ctx("reviewer", date(2026, 4, 9)),
    )
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("town_clerk", date(2026, 4, 10)))
