"""免提交 at the window: certificates and earlier files of the applicant, with consent; what the review shows."""

from __future__ import annotations

from typing import Any

from tests.acts.city import PERSON, City
from tests.faces.window.conftest import REGION, Desk, at_desk, words
from tests.faces.window.test_phone import photo
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.models import Case, Material
from yichuang.records.ledger.models import ReadLog
from yichuang.records.org.directory import directory

WHO = {"a_number": PERSON.identity_no, "a_name": PERSON.name}
KEY = "key-of-the-second-form"


def kept(page: str) -> str:
    return page.split('name="k-map" value="')[1].split('"')[0]


def first(desk: Desk, **more: Any) -> Case:
    """Receive a first application with a scan of the map."""
    desk.intake("hold", **WHO, **{"f-map": photo()}, **more)
    return Case.objects.filter(region_code=REGION).latest("id")


def test_an_earlier_scan_is_used_again(desk: Desk) -> None:
    case = first(desk)
    digest = Material.objects.get(region_code=REGION, case_id=case.id, key="map").files[0]["digest"]
    page = words(desk.intake("", key=KEY, w_reuse="1", **WHO))
    assert case.no in page
    without = desk.intake("", key=KEY, w_again=f"map:{digest}", **WHO)
    assert without.status_code == 422
    assert "没有记下申请人的同意" in words(without)
    stranger = desk.intake("", key=KEY, w_reuse="1", a_number=PERSON.identity_no, a_name="王五")
    assert case.no not in words(stranger)
    sealed = kept(words(desk.intake("", key=KEY, w_again=f"map:{digest}", w_consent="1", **WHO)))
    desk.intake("hold", key=KEY, **WHO, **{"k-map": sealed})
    again = Case.objects.filter(region_code=REGION).latest("id")
    file = Material.objects.get(region_code=REGION, case_id=again.id, key="map").files[0]
    assert (file["digest"], file["from_case"]) == (digest, case.no)
    log = ReadLog.objects.get(region_code=REGION, field="material")
    assert case.no in log.purpose
    assert not list(examine(REGION, directory()))


def test_only_a_copy_was_shown(desk: Desk) -> None:
    case = first(desk, **{"o-map": "copy"})
    row = Material.objects.get(region_code=REGION, case_id=case.id, key="map")
    assert (row.originals, row.copies) == (0, max(1, row.copies))


def test_the_review_shows_both_versions(desk: Desk, city: City) -> None:
    wrong = {"m-map": "correct", "d-map": "缺少比例尺", "f-map": photo()}
    desk.intake("correct", kind="promised", **WHO, **wrong)
    no = Case.objects.filter(region_code=REGION).latest("id").no
    desk.on_case(no, "supplement/", **{"f-map": photo("new.jpg", "blue")})
    reviewer = at_desk(city, "reviewer")
    page = words(reviewer.get(f"/cases/{no}/review/"))
    assert ("补正前" in page, "C 级" in page) == (True, True)
    digests = {part[:64] for part in page.split(f"/cases/{no}/files/")[1:]}
    assert len(digests) == 2
    assert {reviewer.get(f"/cases/{no}/files/{digest}/").status_code for digest in digests} == {200}
    assert desk.get(f"/cases/{no}/files/{'0' * 64}/").status_code == 404
