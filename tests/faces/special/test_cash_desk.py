"""收费窗口: what went back is told by its own name, not as a payment; what comes too late is not taken."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.fees.desk import collection, mining_city, paid, refund, told
from tests.faces.special.test_pages import Visitor, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None, monkeypatch: pytest.MonkeyPatch) -> City:
    at(date(2026, 3, 16), monkeypatch)
    return mining_city()


def test_the_paper_of_a_refund_is_called_so(city: City) -> None:
    no, clerk, chief = paid(city), Visitor(city, "clerk"), Visitor(city, "chief")
    desk, case = f"/desk/cash/{no}/", f"/cases/{no}/"
    assert "退费收据" not in chief.words(case)
    assert clerk.post(no, desk, do="refund", row=collection().id, amount="1", reason="多收", method="cash") == 302
    assert chief.post(no, desk, do="agree", row=refund().id) == 302
    assert clerk.post(no, desk, do="payout", row=refund().id) == 302
    assert f"退费收据 {refund().no}" in chief.words(case)
    assert f"缴费收据 {refund().no}" not in chief.words(case)


def test_after_the_last_day_nothing_is_offered(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = told(city)
    at(date(2026, 4, 16), monkeypatch)
    words = Visitor(city, "clerk").words(f"/desk/cash/{no}/")
    assert "期限内已经缴清的，按票据上的日期登记" in words
    assert "收款并开收据" not in words
