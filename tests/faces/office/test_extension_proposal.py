"""提请延期 on the pages: proposed by the reviewer, seen by who approves, answered with yes or no."""

from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.lives import under_review
from tests.faces.office.conftest import Login, case_of, words

pytestmark = pytest.mark.django_db
KEY = "k" * 24


def test_a_proposal_waits_for_who_approves(city: City, as_: Login) -> None:
    no = under_review(city)
    page = as_("reviewer").post(f"/cases/{no}/propose-extension/", {"days": "5", "reason": "", "key": KEY})
    assert "写明为什么不能在期限内作出决定" in words(page)
    as_("reviewer").post(f"/cases/{no}/propose-extension/", {"days": "5", "reason": "须实地复核", "key": KEY})
    assert no in words(as_("agency").get("/asked/"))
    assert no not in words(as_("reviewer").get("/asked/"))
    assert "提请延长 5 个工作日" in words(as_("agency").get(f"/cases/{no}/extend/"))
    page = as_("agency").post(f"/cases/{no}/decline-extension/", {"why": "", "key": KEY + "1"})
    assert "写明不同意的理由" in words(page)
    as_("agency").post(f"/cases/{no}/decline-extension/", {"why": "期限足够", "key": KEY + "2"})
    assert no not in words(as_("agency").get("/asked/"))
    assert case_of(no).due_on == date(2026, 3, 30)
