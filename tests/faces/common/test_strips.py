"""日格: which cell each day gets, and the same in words."""

from __future__ import annotations

from datetime import date

from tests.faces.common.cases import TODAY, calendar, clock, days_of, paused
from yichuang.faces.common.strips import Strip, promise_strip, strip
from yichuang.rules.facts import ClockFact, FactKind


def drawn(it, today: date = TODAY, **more) -> Strip:
    return strip(days_of(it), it, today, calendar=calendar(), **more)


def css(it: Strip) -> str:
    return " ".join(cell.css.replace(" ", "") or "-" for cell in it.cells)


def test_it_works() -> None:
    it = drawn(clock(date(2026, 11, 18)))
    assert css(it) == "d d h d d t l l h l"
    assert it.label == "承诺 8 个工作日：已用 5 日，剩 3 日，11-30 周一前答复"


def test_a_pause_is_hatched_and_named() -> None:
    it = drawn(clock(date(2026, 11, 9), *paused(date(2026, 11, 13), date(2026, 11, 18))))
    assert css(it) == "d d d p h p p p d d h d d t"
    assert [part.caption for part in it.parts] == [
        "11-10 起算",
        "11-13 至 11-18 专家评审，不计时",
        "今天周三",
    ]


def test_an_open_pause_ends_today() -> None:
    it = drawn(clock(date(2026, 11, 18), *paused(date(2026, 11, 23), None)))
    assert css(it) == "d d h p p pt"
    assert "专家评审，暂停计时" in it.label


def test_overdue_days_follow_the_due_day() -> None:
    it = drawn(clock(date(2026, 11, 11)))
    assert css(it) == "d d h d d d d d h d o ot"
    assert it.label == "承诺 8 个工作日：已用 8 日，超 2 日，11-23 周一前应答复"


def test_today_on_a_rest_day_is_a_bar() -> None:
    sunday = date(2026, 11, 22)
    assert css(drawn(clock(date(2026, 11, 18), today=sunday), sunday)) == "d d hr l l l l l h l"


def test_a_make_up_day_counts_and_says_so() -> None:
    it = clock(date(2026, 9, 18), today=date(2026, 9, 21))
    assert css(drawn(it, date(2026, 9, 21))) == "h dw t l l l h l l l"


def test_extension_days_are_dashed() -> None:
    it = clock(date(2026, 11, 18), ClockFact(FactKind.EXTENDED, TODAY, days=2))
    assert css(drawn(it)) == "d d h d d t l l h l le le"


def test_after_the_decision_nothing_is_left() -> None:
    it = drawn(clock(date(2026, 11, 18), ClockFact(FactKind.DECIDED, date(2026, 11, 23))))
    assert css(it) == "d d h d - - - - h -"
    assert it.label.endswith("已用 3 日，11-23 周一作出决定")


def test_a_late_decision_shows_the_days_too_many() -> None:
    it = drawn(clock(date(2026, 11, 11), ClockFact(FactKind.DECIDED, date(2026, 11, 24))))
    assert css(it) == "d d h d d d d d h d o"


def test_legal_days_that_were_not_promised_stay_empty() -> None:
    assert css(drawn(clock(date(2026, 11, 18)), statutory_days=10)).endswith("l h l - -")


def test_the_promise_of_a_guide_page() -> None:
    it = promise_strip(8, 45)
    assert (len(it.cells), css(it).count("d")) == (45, 8)
    assert it.label == "承诺 8 个工作日，法定 45 个工作日，压缩 82%"


def test_the_count_begins_on_the_first_day_that_counts() -> None:
    assert drawn(clock(date(2026, 11, 20))).parts[0].caption.startswith("11-23 起算")
