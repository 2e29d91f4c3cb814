"""Near places, the circle, the issuing window, who waits in which class."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from yichuang.law.book import book
from yichuang.rules.hall.fairness import class_of
from yichuang.rules.hall.issuing import may_issue_here
from yichuang.rules.hall.nearest import Spot, in_circle, outside_circle, way

PUTIAN, LIAOYUAN = book().norms("cn.350300", date(2026, 3, 2)), book().norms("cn.220400", date(2026, 3, 2))
ELSEWHERE = book().norms("cn", date(2026, 3, 2))
THREE, ISSUING = UUID(int=3), UUID(int=9)


def test_a_minute_of_arc_is_a_sea_mile() -> None:
    found = way(Spot(119.0, 25.0), Spot(119.0, 25.0 + 1 / 60))
    assert abs(found.metres - 1852 * 1.3) < 15
    assert way(Spot(119.0, 25.0), Spot(119.0, 25.0)).minutes == 0


def test_the_circle_is_asked_where_the_place_says_so() -> None:
    assert [in_circle(minutes, PUTIAN) for minutes in (15, 16, None)] == [True, False, None]
    assert in_circle(15, ELSEWHERE) is None
    assert outside_circle([("near", 12), ("far", 25), ("unknown", None)], PUTIAN) == ("far",)


def test_results_at_the_issuing_window_only() -> None:
    assert may_issue_here([ISSUING], {ISSUING: "E04"}, LIAOYUAN).allowed
    refused = may_issue_here([THREE], {ISSUING: "E04"}, LIAOYUAN)
    assert (refused.code, refused.basis, refused.facts["windows"]) == ("issued_elsewhere", "S4-二(四)", "E04")
    assert may_issue_here([THREE], {}, LIAOYUAN).allowed
    assert may_issue_here([THREE], {ISSUING: "E04"}, ELSEWHERE).allowed


def test_a_class_without_priority_here_is_ordinary() -> None:
    first = ELSEWHERE.choices("queue_priority_classes")
    assert class_of("military", first) == "military"
    assert class_of("green", ("elderly",)) == "ordinary"
