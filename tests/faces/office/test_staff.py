"""人员与代岗: who is away and who stands in, hand-over from the list, delegation, window powers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.lives import to_decide, under_review
from tests.acts.passing.people import newcomer
from tests.faces.office.conftest import Login, case_of, words
from yichuang.acts.handling.claim import Claim, claim
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Absence, Delegation, Posting, User, WindowGrant

pytestmark = pytest.mark.django_db
KEY = "k" * 24
TODAY, LATER = "2026-03-06", "2026-03-11"


def note(client: Any, city: City, who: str, **more: str) -> Any:
    wish = {"user": city.people[who].id, "starts_on": TODAY, "ends_on": LATER, "reason": "年休假", "key": KEY}
    return client.post("/staff/absence/", wish | more, follow=True)


def test_the_roster_says_who_lacks_a_b(city: City, as_: Login) -> None:
    assert "未设B岗" in words(as_("deputy").get("/staff/"))


def test_an_absence_and_its_b(city: City, as_: Login) -> None:
    newcomer(city, "乙", "reviewer", b=True)
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer"))
    assert "期间由乙顶岗" in words(note(as_("reviewer"), city, "reviewer"))
    assert no in words(as_("乙").get("/worklist/"))
    as_("乙").post(f"/cases/{no}/review/", {"agree": "yes", "opinion": "符合", "key": KEY + "9"})
    assert "乙（代reviewer）" in words(as_("deputy").get(f"/cases/{no}/"))


def test_twice_sent_is_one_absence(city: City, as_: Login) -> None:
    note(as_("reviewer"), city, "reviewer")
    again = note(as_("reviewer"), city, "reviewer")
    assert again.status_code == 200
    assert Absence.objects.count() == 1


def test_a_replacement_at_the_window_waits_for_the_centre(city: City, as_: Login) -> None:
    old = Posting.objects.get(role="window_clerk")
    row = Posting.objects.create(
        user=city.people["stranger"], role="window_clerk", centre=city.centre, department=city.department,
        window=city.window, starts_on=date(2026, 3, 1), replaces=old,
    )  # fmt: skip
    forget()
    assert as_("stranger").get("/desk/").status_code == 403
    wish = {"ref": row.id, "do": "consent_post", "key": KEY}
    assert as_("deputy").post("/staff/absence/one/", wish).status_code == 422
    as_("manager").post("/staff/absence/one/", wish)
    assert as_("stranger").get("/desk/").status_code == 200


def test_the_head_may_replace_the_clerk_of_his_own_window(city: City, as_: Login) -> None:
    old = Posting.objects.get(role="window_clerk")
    Posting.objects.filter(id=old.id).update(department=None)
    forget()
    assert str(old.id) not in words(as_("agency").get("/staff/posting/"))  # the window takes in for nobody alone
    city.window.departments.set([city.department])
    forget()
    assert f'value="{old.id}"' in as_("agency").get("/staff/posting/").content.decode()


def test_what_is_gone_is_named(city: City, as_: Login) -> None:
    for page, what in (("absence", "请假登记"), ("delegation", "授权")):
        answer = as_("deputy").post(f"/staff/{page}/one/", {"ref": city.department.id, "key": KEY})
        assert (answer.status_code, what in words(answer)) == (404, True)


def test_an_absence_without_a_b_is_told(city: City, as_: Login) -> None:
    page = words(note(as_("deputy"), city, "verifier"))
    assert "没有B岗，期间无人顶岗" in page
    for who in ("deputy", "manager"):
        page = words(as_(who).get("/staff/"))
        assert "没有B岗或B岗不在，无人顶岗" in page
        assert "自动顶岗" not in page
    assert "今天空岗" in page


def test_coming_back_early(city: City, as_: Login) -> None:
    note(as_("reviewer"), city, "reviewer")
    ref = Absence.objects.get().id
    assert "已销假" in words(as_("reviewer").post("/staff/absence/one/", {"ref": ref, "key": KEY + "2"}, follow=True))
    assert not Absence.objects.filter(ends_on__gte=TODAY, struck_on=None).exists()


def test_a_refused_absence_keeps_what_was_written(city: City, as_: Login) -> None:
    page = note(as_("reviewer"), city, "reviewer", reason="", ends_on="2026-03-09")
    assert page.status_code == 422
    assert 'value="2026-03-09"' in page.content.decode()


def test_many_are_handed_over_and_the_rest_told_why(city: City, as_: Login) -> None:
    second = newcomer(city, "second", "reviewer")
    held, unclaimed = under_review(city), under_review(city)
    claim(Claim(on(held)), city.ctx("reviewer"))
    chosen = {"case": [f"{no}:{case_of(no).version}" for no in (held, unclaimed)], "key": KEY}
    page = words(as_("reviewer").post("/worklist/handover/?tab=all", chosen))
    assert "移交 1 件，1 件不能移交" in page
    assert str(second) in page
    assert str(city.people["deputy"].id) not in page  # who couldn't take the step is not offered
    assert str(city.people["reviewer"].id) not in page
    assert "还没有人经办，不用移交" in page
    wish = chosen | {"to": second, "reason": "调离", "go": "1"}
    assert "已移交给second 1 件。1 件没有移交" in words(as_("reviewer").post("/worklist/handover/", wish, follow=True))
    assert case_of(held).handler_id == second


def test_without_a_receiver_nothing_is_handed_over(city: City, as_: Login) -> None:
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer"))
    wish = {"case": [f"{no}:{case_of(no).version}"], "go": "1", "key": KEY}
    assert as_("reviewer").post("/worklist/handover/", wish).status_code == 422


def test_who_left_leaves_a_list(city: City, as_: Login) -> None:
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer"))
    Posting.objects.filter(user=city.people["reviewer"]).update(ends_on=date(2026, 3, 5))
    forget()
    assert "已离岗，手上还有办件" in words(as_("deputy").get("/staff/"))
    sheet = words(as_("deputy").get("/staff/list/", {"of": city.people["reviewer"].id}))
    assert "办件移交清单" in sheet
    assert no in sheet


def test_a_delegation_lets_sign_and_is_taken_back(city: City, as_: Login) -> None:
    newcomer(city, "second", "reviewer")
    no = to_decide(city)
    wish = {"taker": city.people["second"].id, "verb": "case.decided", "starts_on": TODAY, "ends_on": LATER}
    wish |= {"basis": "授权书", "signed_on": "2026-03-02", "key": KEY}
    told = as_("deputy").post("/staff/delegation/", wish, follow=True)
    assert "已授权second代办" in words(told)
    assert "作出决定" in words(as_("second").get(f"/cases/{no}/"))
    ref = Delegation.objects.get().id
    as_("deputy").post("/staff/delegation/one/", {"ref": ref, "key": KEY + "2"})
    assert not Delegation.objects.filter(struck_on=None).exists()


def test_the_head_grants_powers(city: City, as_: Login) -> None:
    wish = {"department": city.department.id, "power": ["delivery"], "basis": "授权书", "signed_on": TODAY, "key": KEY}
    assert as_("deputy").post("/staff/powers/", wish).status_code == 422
    as_("agency").post("/staff/powers/", wish | {"key": KEY + "3"})
    assert [row.power for row in WindowGrant.objects.all()] == ["delivery"]


def test_back_to_the_window_from_the_page(city: City, as_: Login) -> None:
    no = to_decide(city)
    page = as_("agency").post(f"/cases/{no}/return/", {"opinion": "请再核", "to": "window", "key": KEY}, follow=True)
    assert "已退回窗口" in words(page)
    assert case_of(no).state == "accepted"


def test_a_post_is_given_and_left_on_the_page(city: City, as_: Login) -> None:
    User.objects.create(username="newcomer", display_name="新人")
    form = {"login": "newcomer", "role": "reviewer", "department": city.department.id, "starts_on": TODAY, "do": "post"}
    assert "没有写任免的书面依据" in words(as_("agency").post("/staff/posting/", form | {"key": KEY}))
    wish = form | {"basis": "嘉水人〔2026〕3号", "key": KEY + "2"}
    assert "已登记新人任岗" in words(as_("agency").post("/staff/posting/", wish, follow=True))
    ref = Posting.objects.get(user__username="newcomer").id
    left = {"do": "end", "ref": ref, "basis": "嘉水人〔2026〕5号", "key": KEY + "3"}
    assert "已办离岗" in words(as_("agency").post("/staff/posting/", left, follow=True))
    assert "您的岗位不任免人员" in words(as_("reviewer").get("/staff/posting/"))
