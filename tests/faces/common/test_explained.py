"""这个日期怎么算的: the list, the sum and the months say the same."""

from __future__ import annotations

from datetime import date

from tests.faces.common import gallery
from tests.faces.common.cases import TODAY, calendar, clock, paused, terms
from yichuang.faces.common.explained import Explanation, answer_explanation, explanation
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact, FactKind


def explained(*more: ClockFact, accepted: date = date(2026, 11, 9), promised: bool = True) -> Explanation:
    it = explanation(clock(accepted, *more), terms(), calendar(), TODAY, promised=promised)
    assert it is not None
    return it


def test_it_works() -> None:
    it = explained(*paused(date(2026, 11, 13), date(2026, 11, 18)))
    assert (it.limit_words, it.paused, it.due_on) == ("8 个工作日", 4, TODAY)
    assert [row.on for row in it.rows if row.due] == [TODAY]
    assert sum(row.counted == "计入" for row in it.rows) == 8


def test_the_last_counted_row_is_the_due_day() -> None:
    it = explained(promised=False)
    last = [row for row in it.rows if row.counted == "计入"][-1]
    assert (it.limit_name, last.on, last.due) == ("法定", it.due_on, True)


def test_every_row_has_its_reason_and_article() -> None:
    it = explained(*paused(date(2026, 11, 13), date(2026, 11, 18)))
    assert all(row.why and row.cited for row in it.rows)
    assert {row.css.split()[0] for row in it.rows} == {"s", "d", "p", "h"}


def test_an_open_pause_has_no_due_day() -> None:
    it = explained(*paused(date(2026, 11, 13), None))
    assert it.due_on is None
    assert not any(row.due for row in it.rows)


def test_a_month_is_whole_weeks() -> None:
    month = explained().months[0]
    assert month.title == "2026 年 11 月"
    assert [d.day for d in month.days[:8]] == [0, 0, 0, 0, 0, 0, 1, 2]
    assert len([d for d in month.days if d.day]) == 30


def test_before_acceptance_the_answer_is_explained() -> None:
    facts = [ClockFact(FactKind.RECEIVED, date(2026, 11, 24))]
    it = fold(facts, terms(), calendar(), as_of=TODAY)
    assert explanation(it, terms(), calendar(), TODAY) is None
    answer = answer_explanation(date(2026, 11, 24), it, terms(), calendar(), TODAY)
    assert answer is not None
    assert (answer.limit_name, answer.due_on) == ("答复是否受理", date(2026, 12, 1))


def test_a_provisional_day_says_so() -> None:
    it = explained(accepted=TODAY, promised=False)
    page = gallery.render('{% include "common/part/explanation.html" %}', it=it)
    assert it.provisional == ("暂定" in page)


def test_the_page_shows_every_day() -> None:
    it = explained(*paused(date(2026, 11, 13), date(2026, 11, 18)))
    page = gallery.clock_page(it)
    assert page.count("<tr class=") == len(it.rows)
    assert "专家评审不计入期限" in page
