"""吊销: offered, answered or waited for; by the day."""

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.after.penalty import Offered, hearing_offered

ISSUED, TOLD = date(2026, 2, 2), date(2026, 3, 2)


@pytest.mark.parametrize(
    ("offered", "today", "code"),
    [
        (Offered(), date(2026, 3, 20), "penalty_hearing_untold"),
        (Offered(date(2026, 2, 1), "silent"), date(2026, 3, 20), "penalty_hearing_day"),
        (Offered(date(2026, 3, 21), "silent"), date(2026, 3, 20), "penalty_hearing_day"),
        (Offered(TOLD), date(2026, 3, 20), "penalty_hearing_answer"),
        (Offered(TOLD, "silent"), date(2026, 3, 9), "penalty_hearing_open"),
        (Offered(TOLD, "waived", " "), date(2026, 3, 3), "penalty_hearing_proof"),
        (Offered(TOLD, "held"), date(2026, 3, 20), "penalty_hearing_proof"),
        (Offered(TOLD, "silent"), date(2026, 3, 10), ""),
        (Offered(TOLD, "waived", "声明书"), date(2026, 3, 3), ""),
        (Offered(TOLD, "held", "3 月 18 日听证笔录"), date(2026, 3, 20), ""),
    ],
)
def test_it_works(offered: Offered, today: date, code: str) -> None:
    norms, calendar = book().norms("cn", today), book().calendar("cn")
    verdict = hearing_offered(offered, today, norms, calendar, since=ISSUED)
    assert (verdict.allowed, verdict.code if code else "") == (not code, code)
