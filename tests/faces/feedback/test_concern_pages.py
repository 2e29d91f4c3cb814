"""Complaints: of whom, anonymously, seen by whom; the telephone revealed to who works on it; mass filing stopped."""

from __future__ import annotations

from tests.acts.city import City
from tests.acts.feedback.walks import RATED, REGION, concern, rated
from tests.faces.feedback.conftest import Browser, text
from yichuang.acts.staffing.people.keep_file import FileWish, keep_file
from yichuang.records.feedback.models import Concern
from yichuang.records.ledger.models import Entry, ReadLog

FORM = {"title": "排队太久", "words": "等了四十分钟", "who": "nobody", "target": "person", "person": "reviewer"}


def told(**more: str) -> dict[str, str]:
    return FORM | {"key": "a-key-of-the-form"} | more


def test_nothing_tells_who_complained_anonymously(centre: City, browser: Browser) -> None:
    resident = browser("resident")
    shown = resident.post("/complaints/new/", told(), follow=True)
    row = Concern.objects.get(region_code=REGION)
    assert row.no in text(shown)
    assert (row.owner_id, row.name, row.phone, row.person_id) == (None, "", "", centre.people["reviewer"].id)
    entry = Entry.objects.get(region_code=REGION, subject_id=row.id)
    assert (entry.actor_id, str(centre.people["resident"].id) in entry.idem_key) == (None, False)
    assert browser("reviewer").get(f"/feedback/concerns/{row.no}/").status_code == 404
    assert row.no not in text(browser("reviewer").get("/feedback/concerns/?standing=all"))
    page = text(browser("manager").get(f"/feedback/concerns/{row.no}/"))
    assert "匿名，没有留姓名和电话" in page
    assert "查看完整电话" not in page


def test_a_person_nobody_knows_is_for_the_centre_to_find_out(centre: City, browser: Browser) -> None:
    browser().post("/complaints/new/", told(person="戴眼镜的"))
    no = Concern.objects.get(region_code=REGION).no
    at = f"/feedback/concerns/{no}/"
    assert [browser(who).get(at).status_code for who in ("clerk", "agency", "manager")] == [404, 404, 200]
    to = f"d:{centre.department.id}"
    said = {"key": "a-key-of-the-desk", "do": "accept", "to": to}
    assert "还没有确定被投诉的是谁" in text(browser("manager").post(at, said))
    browser("manager").post(at, said | {"key": "a-second-key", "person": str(centre.people["clerk"].id)})
    assert [browser(who).get(at).status_code for who in ("clerk", "agency")] == [404, 200]


def test_a_person_is_known_by_his_badge(centre: City, browser: Browser) -> None:
    """Whoever does not know a name reads the number off the badge: nobody has to be looked for."""
    wish = FileWish(REGION, centre.people["clerk"].id, "civil_servant", "市水利局", RATED, badge_no="0012")
    keep_file(wish, centre.ctx("manager", RATED))
    browser().post("/complaints/new/", told(person="工号 0012"))
    row = Concern.objects.get(region_code=REGION)
    assert row.person_id == centre.people["clerk"].id
    at = f"/feedback/concerns/{row.no}/"
    assert browser("clerk").get(at).status_code == 404
    assert "（工号 0012）" in text(browser("manager").get(at))


def test_a_complaint_is_accepted_for_a_department_but_referred_to_windows_too(centre: City, browser: Browser) -> None:
    browser().post("/complaints/new/", told())
    page = text(browser("manager").get(f"/feedback/concerns/{Concern.objects.get(region_code=REGION).no}/"))
    offered = {name: page.split(f'id="to-{name}"')[1].split("</select>")[0] for name in ("accept", "refer")}
    assert {name: (f"w:{centre.window.id}" in one) for name, one in offered.items()} == {"accept": False, "refer": True}
    assert all(f"d:{centre.department.id}" in one for one in offered.values())


def test_a_window_does_not_see_the_complaint_of_itself(centre: City, browser: Browser) -> None:
    no = concern(centre, target="window", target_window_id=centre.window.id, department_id=None)
    at = f"/feedback/concerns/{no}/"
    assert [browser(who).get(at).status_code for who in ("clerk", "manager")] == [404, 200]


def test_the_telephone_is_revealed_on_record(centre: City, browser: Browser) -> None:
    no = concern(centre, "manager", "inquiry", source="phone", anonymous=False, name="孙玉兰", phone="13800002207")
    at, agency = f"/feedback/concerns/{no}/reveal/", browser("agency")
    assert "138****2207" in text(agency.get(f"/feedback/concerns/{no}/"))
    assert agency.post(at, {"purpose": "x"}).status_code == 422
    shown = agency.post(at, {"purpose": "电话核实情况"})
    assert ("13800002207" in text(shown), shown.headers["Cache-Control"]) == (True, "no-store")
    row = ReadLog.objects.get(region_code=REGION)
    assert (row.reader_id, row.purpose) == (centre.people["agency"].id, "电话核实情况")
    assert browser("stranger").post(at, {"purpose": "电话核实情况"}).status_code == 403


def test_the_telephone_behind_a_rating_is_for_who_works_on_it(centre: City, browser: Browser) -> None:
    no = rated(centre)
    at = f"/feedback/ratings/{no}/reveal/"
    assert "13800002207" in text(browser("reviewer").post(at, {"purpose": "电话核实情况"}))
    assert browser("clerk").post(at, {"purpose": "电话核实情况"}).status_code == 404  # he was rated
    good = rated(centre, 5, "")
    assert browser("reviewer").post(f"/feedback/ratings/{good}/reveal/", {"purpose": "电话核实"}).status_code == 422


def test_mass_filing_is_stopped(centre: City, browser: Browser) -> None:
    visitor = browser()
    found = [visitor.post("/complaints/new/", told(key=f"a-key-{number:05d}")).status_code for number in range(11)]
    assert found == [302] * 10 + [429]
    row = Concern.objects.filter(region_code=REGION).order_by("no")[0]
    assert browser().get(f"/concerns/{row.no}/").status_code == 302
    wrong = {"no": row.no, "code": "AAAAAAAA"}
    assert "没有查到" in text(browser().post("/concerns/", wrong))


def test_a_page_that_was_open_too_long_changes_nothing(centre: City, browser: Browser) -> None:
    """Two people have the page open; the second sees that somebody was before him, on a concern and on a rating."""
    no = concern(centre, "manager", "inquiry", source="phone", anonymous=False, name="孙玉兰", phone="13800002207")
    for who, at, do in (("agency", f"/feedback/concerns/{no}/", "answer"),
                        ("reviewer", f"/feedback/ratings/{rated(centre)}/", "verify")):  # fmt: skip
        page = text(browser(who).get(at))
        said = {"version": page.partition('name="version" value="')[2].partition('"')[0], "do": do, "words": "已核实"}
        answers = [browser(who).post(at, said | {"key": f"a-key-of-the-page-{n}"}).status_code for n in (1, 2)]
        assert answers == [302, 409], at
