"""The pages of parties, hearings, inspections and certificates: shown, done, refused in words."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.acts.certificate.lives import certificate, issued
from tests.acts.city import City
from tests.acts.hearing.lives import CALLED, call, sent, under_rules, waiting_for_decision
from tests.acts.lives import under_review
from tests.faces.office.conftest import Login
from yichuang.acts.hearing.call_hearing import call_hearing
from yichuang.acts.inspecting.assign import assign
from yichuang.acts.inspection.doctor import examine
from yichuang.records.applicants.models import Ban
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def picture() -> bytes:
    """Return a small photograph."""
    out = BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, "PNG")
    return out.getvalue()


def post(client: Client, url: str, **told: Any) -> Any:
    return client.post(url, {"key": new_id().hex, **told})


def test_parties_from_notice_to_statement(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    told = {"name": "周文静", "interest": "下游取水户", "phone": "13800002208"}
    assert post(client, f"/cases/{no}/hearing/tell/", **told).status_code == 302
    party = InterestedParty.objects.get(region_code="990100")
    page = client.get(f"/cases/{no}/hearing/").content.decode()
    assert "周文静" in page
    assert "13800002208" not in page
    answer = post(client, f"/cases/{no}/hearing/statement/", party=str(party.id), words="没有意见")
    assert answer.status_code == 302
    assert "陈述申辩已听取" in client.get(f"/cases/{no}/").content.decode()


def test_a_hearing_given_up_by_the_applicant_and_by_paper(city: City, as_: Login) -> None:
    no, office = under_review(city), as_("reviewer")
    post(office, f"/cases/{no}/hearing/tell/", name="周文静", interest="下游取水户")
    party = InterestedParty.objects.get(region_code="990100")
    mine = as_("resident")
    assert "放弃听证" in mine.get(f"/my/cases/{no}/").content.decode()
    assert post(mine, f"/my/cases/{no}/waive-hearing/").status_code == 422
    assert post(mine, f"/my/cases/{no}/waive-hearing/", sure="yes").status_code == 302
    assert "不能再要求" in mine.get(f"/my/cases/{no}/hearing/").content.decode()
    assert post(as_("clerk"), f"/desk/{no}/waive/", paper="声明书").status_code == 422
    waive = f"/cases/{no}/hearing/waive/"
    office = as_("reviewer")
    assert f'value="{party.id}"' in office.get(f"/cases/{no}/hearing/").content.decode()
    assert post(office, waive, party=str(party.id), paper="").status_code == 422
    assert post(office, waive, party=str(party.id), paper="3 月 3 日声明书").status_code == 302
    assert "已书面放弃听证" in office.get(f"/cases/{no}/hearing/").content.decode()


def test_nobody_is_told_by_leaving_the_name_out(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    url = f"/cases/{no}/hearing/tell/"
    assert post(client, url, name="", interest="下游取水户").status_code == 422
    assert post(client, url, name="周文静", nobody="yes", interest="下游").status_code == 422
    assert not InterestedParty.objects.filter(region_code="990100").exists()
    assert post(client, url, nobody="yes", interest="下游没有取水户").status_code == 302


def test_a_challenge_upheld_needs_another_chair(city: City, as_: Login) -> None:
    no = under_review(city)
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    told = {"challenger": "周文静", "reason": "亲属", "upheld": "yes", "chair": ""}
    answer = post(as_("agency"), f"/cases/{no}/hearing/challenge/", **told)
    assert answer.status_code == 422
    assert "选新的主持人" in answer.content.decode()
    told["chair"] = str(city.people["chief"].id)
    assert post(as_("agency"), f"/cases/{no}/hearing/challenge/", **told).status_code == 302


def test_a_hearing_too_soon_keeps_what_was_typed(city: City, as_: Login) -> None:
    no, chair = under_review(city), city.people["deputy"].id
    told = {"day": "2026-03-12", "time": "9:30", "place": "三楼会议室", "topic": "取水影响", "chair": str(chair)}
    answer = post(as_("verifier"), f"/cases/{no}/hearing/call/", **told)
    assert answer.status_code == 422
    assert "应当提前 7 个工作日通知" in answer.content.decode()
    assert "三楼会议室" in answer.content.decode()
    assert post(as_("verifier"), f"/cases/{no}/hearing/call/", **(told | {"day": "2026-03-20"})).status_code == 302
    assert Hearing.objects.get(region_code="990100").on == date(2026, 3, 20)
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize("day", ["", "gestern", "2026-02-30", "9999-12-31"])
def test_no_day_no_hearing(city: City, as_: Login, day: str) -> None:
    no = under_review(city)
    told = {"day": day, "time": "9:30", "place": "楼", "topic": "水", "chair": str(city.people["deputy"].id)}
    assert post(as_("verifier"), f"/cases/{no}/hearing/call/", **told).status_code == 422


def test_an_inspection_with_photographs(city: City, as_: Login) -> None:
    under_rules(city, inspections=["inspection"], photos=True)
    no, client = under_review(city), as_("reviewer")
    assert "现在不能办这一步" not in client.get(f"/cases/{no}/inspect/").content.decode()
    people = [str(city.people[name].id) for name in ("reviewer", "verifier")]
    told = {
        "kind": "inspection", "officers": people, "day": "2026-03-05", "place": "取水口", "standard": "GB 1",
        "findings": "正常", "passed": "yes",
    }  # fmt: skip
    bare = post(client, f"/cases/{no}/inspect/", **told)
    assert "要有现场照片" in bare.content.decode()
    photo = SimpleUploadedFile("机舱.png", picture(), "image/png")
    assert post(client, f"/cases/{no}/inspect/", **told, files=photo).status_code == 302
    kept = Inspection.objects.get(region_code="990100").files[0]
    assert client.get(f"/cases/{no}/inspections/{kept['digest']}/").status_code == 200
    assert "检验" in client.get(f"/cases/{no}/").content.decode()


def test_who_was_sent_finds_the_form_of_the_inspection(city: City, as_: Login) -> None:
    under_rules(city, inspections=["inspection"], assigned=True)
    no = under_review(city)
    pair = (city.people["verifier"].id, city.people["agency"].id)
    assign(sent(city, no, officers=pair, day=date(2026, 3, 5)), city.ctx("verifier", date(2026, 3, 5)))
    page = as_("reviewer").get(f"/cases/{no}/inspect/").content.decode()
    assert "现在不能办这一步" not in page
    assert f'value="{pair[1]}" checked' in page


def test_a_certificate_is_proposed_and_revoked(city: City, as_: Login) -> None:
    one = issued(city)
    told = {"what": "revoked:fraud", "reason": "伪造材料", "heard": "放弃"}
    assert post(as_("reviewer"), f"/certificates/{one}/propose/", **told).status_code == 302
    assert "等决定：撤销" in as_("reviewer").get(f"/certificates/{one}/").content.decode()
    assert post(as_("agency"), f"/certificates/{one}/decide/").status_code == 302
    assert certificate().status == "revoked"
    assert "已撤销" in as_("agency").get("/certificates/?status=revoked").content.decode()


def test_the_holder_sees_what_was_revoked(city: City, as_: Login) -> None:
    one = issued(city)
    post(as_("reviewer"), f"/certificates/{one}/propose/", what="revoked:fraud", reason="伪造材料", heard="放弃")
    post(as_("agency"), f"/certificates/{one}/decide/")
    mine = as_("resident")
    assert "起已撤销" in mine.get(f"/my/certificates/{one}/").content.decode()
    page = mine.get(f"/my/cases/{certificate().case.no}/").content.decode()
    assert "决定书在“文书”里" in page
    assert "下载证照" not in page


def test_the_holder_sees_and_renews(city: City, as_: Login) -> None:
    issued(city)
    Certificate.objects.filter(region_code="990100").update(valid_to=date(2026, 5, 20))
    page = as_("resident").get("/my/certificates/").content.decode()
    assert certificate().no in page
    assert "2026年4月20日" in page
    assert f"/apply/TESTpromised/?renews={certificate().id}" in page
    situations = [{"code": "new", "name": "新办", "materials": []}, {"code": "renew", "name": "延续", "materials": []}]
    ItemVersion.objects.filter(item__code="TESTpromised").update(situations=situations)
    version_of.cache_clear()
    form = as_("resident").get(f"/apply/TESTpromised/?renews={certificate().id}")
    assert form.context["bound"].values["situation"] == "延续"
    assert certificate().no not in as_("stranger").get("/my/certificates/").content.decode()


def test_a_denial_for_false_material(city: City, as_: Login) -> None:
    under_rules(city, safety=True)
    no = waiting_for_decision(city)
    told = {"other": "《水法》第七条", "reason": "提供的水质检测报告系伪造。", "false_material": "yes", "step": "file"}
    assert post(as_("agency"), f"/cases/{no}/deny/", **told).status_code == 302
    assert Ban.objects.get(region_code="990100").until == date(2027, 3, 5)
