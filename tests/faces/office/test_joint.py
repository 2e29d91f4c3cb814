"""Pages of joint approval: the board, the co-department's list, pick-up, conclusion, reminder, the applicant's view."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.acts.city import City, on
from tests.acts.joint.city import JointCity, add_joint, routed_joint
from tests.acts.joint.told import conclude, part_of
from tests.faces.office.conftest import Login, case_of, form
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.acts.papers.make import make_documents
from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import ReadLog
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
_TAGS = re.compile(r"<[^>]+>|\s+")


def words(response: Any) -> str:
    """Return the page as text, blanks run together."""
    return " ".join(_TAGS.sub(" ", response.content.decode()).split())


@pytest.fixture
def joint(city: City) -> JointCity:
    city.department.profile = "cn.500000"
    city.department.save()
    forget()
    return add_joint(city)


@pytest.fixture
def enter(joint: JointCity) -> Login:
    def login(who: str) -> Client:
        client = Client()
        client.force_login(joint.people[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login


def test_it_works(joint: JointCity, enter: Login) -> None:
    """Picked up and concluded by the keyboard's own forms; the lead sees it on board and case page."""
    no, client = routed_joint(joint, DAY), enter("fire_verifier")
    assert "待领取 1" in words(client.get("/joint/parts/"))
    link = f'href="/cases/{no}/pick-up/"'
    assert all(link in client.get(page).content.decode() for page in ("/joint/parts/", f"/cases/{no}/"))
    assert "次日领取的特殊情况" in words(client.get(f"/cases/{no}/pick-up/"))  # asked before anything is sent
    assert "没有写次日领取的特殊情况" in words(client.post(f"/cases/{no}/pick-up/", form(no)))
    assert client.post(f"/cases/{no}/pick-up/", form(no, reason="当日外出核查")).status_code == 302
    answer = client.post(f"/cases/{no}/conclude/", form(no, conclusion="agree", opinion="符合", fee="12.50"))
    assert answer.status_code == 302
    assert (part_of(joint, "fire").conclusion, part_of(joint, "fire").particulars) == ("agree", {"fee": "12.50"})
    assert no in words(client.get("/joint/parts/?tab=given"))
    assert "1 / 2 已回" in words(enter("reviewer").get("/joint/"))
    page = words(enter("reviewer").get(f"/cases/{no}/"))
    assert "并联办理" in page
    assert "12.50" in page


def test_the_co_department_has_no_button_to_pause_or_extend(joint: JointCity, enter: Login) -> None:
    """R044, R047."""
    no, client = routed_joint(joint, DAY), enter("fire_verifier")
    page = client.get(f"/cases/{no}/").content.decode()
    assert "出具协办结论" in page
    assert f"/cases/{no}/pause/" not in page
    assert f"/cases/{no}/extend/" not in page
    answer = client.post(f"/cases/{no}/pause/", form(no, kind="hearing", days="3", reason="听证"))
    assert answer.status_code == 422
    assert not case_of(no).paused


def test_the_form_tells_a_co_department_that_only_the_lead_stops(city: City) -> None:
    """Also where no local norm says so: its own post is not what is missing."""
    joint = add_joint(city)
    no, client = routed_joint(joint, DAY), Client()
    client.force_login(joint.people["fire_verifier"], backend="django.contrib.auth.backends.ModelBackend")
    page = words(client.get(f"/cases/{no}/pause/"))
    assert "只有牵头部门可以中止" in page
    assert "由核准人批准" not in page


def test_a_conclusion_with_faults_keeps_what_was_written(joint: JointCity, enter: Login) -> None:
    no, client = routed_joint(joint, DAY), enter("fire_verifier")
    answer = client.post(f"/cases/{no}/conclude/", form(no, conclusion="disagree", special="先验收"))
    assert answer.status_code == 422
    assert "写明理由" in words(answer)
    assert "先验收" in answer.content.decode()
    assert part_of(joint, "fire").conclusion == ""


def test_a_word_that_is_no_conclusion_is_refused(joint: JointCity, enter: Login) -> None:
    no, client = routed_joint(joint, DAY), enter("fire_verifier")
    answer = client.post(f"/cases/{no}/conclude/", form(no, conclusion="perhaps"))
    assert answer.status_code == 422
    assert "结论只能是：同意、不同意、同意上报" in words(answer)


def test_the_lead_asks_for_a_regular_conclusion(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, DAY)
    path = f"/cases/{no}/remind/{part_of(joint, 'env').id}/"
    assert enter("reviewer").post(path, form(no, sent="")).status_code == 422
    assert enter("reviewer").post(path, form(no, sent="原则同意")).status_code == 302
    assert "结论不规范，已催告" in words(enter("reviewer").get(f"/cases/{no}/"))
    assert "原则同意" in words(enter("env_verifier").get(f"/cases/{no}/conclude/"))


def test_who_takes_no_part_sees_nothing(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, DAY)
    conclude(joint, no, "fire", day=DAY)
    assert enter("resident").get("/joint/").status_code == 403
    assert enter("stranger").get(f"/cases/{no}/conclude/").status_code == 403
    Case.objects.filter(region_code="990100", no=no).update(kind="promised")
    assert no not in words(enter("env_verifier").get("/joint/"))


@pytest.mark.parametrize("query", ["", "?role=lead", "?role=co", "?step=fetch", "?step=answer", "?step=ready",
                                   "?step=objected", "?role=x&step=x&page=99&region=000000"])  # fmt: skip
def test_every_filter_of_the_board(joint: JointCity, enter: Login, query: str) -> None:
    no = routed_joint(joint, DAY)
    conclude(joint, no, "fire", "disagree", DAY, opinion="安全间距不足。")
    page = words(enter("reviewer").get(f"/joint/{query}"))
    seen = query not in ("?role=co", "?step=answer", "?step=ready")
    assert (no in page) == seen


def test_the_head_of_government_extends(joint: JointCity, enter: Login) -> None:
    joint.department.profile = ""
    joint.department.save()
    forget()
    no, client = routed_joint(joint, DAY), enter("mayor")
    assert no in words(client.get("/joint/"))
    answer = client.post(f"/cases/{no}/extend/", form(no, days="15", reason="需要省里核查"))
    assert answer.status_code == 302
    assert case_of(no).extension_days == 15


def test_the_applicant_copies_every_conclusion_and_it_is_written_down(joint: JointCity, enter: Login) -> None:
    """R059."""
    no, client = routed_joint(joint, DAY), enter("resident")
    conclude(joint, no, "fire", "disagree", DAY, opinion="安全间距不足。")
    conclude(joint, no, "env", day=DAY, fee="1200.00", pickup="到环保窗口领取")
    make_documents("990100", no, joint.ctx("system", DAY))
    page = words(client.get(f"/my/cases/{no}/"))
    assert "各部门的结论" in page
    assert "1200.00" in page
    assert "到环保窗口领取" in page
    assert "没有需要缴纳的费用" not in page
    assert "市生态环境局 同意" in page
    sheets = Document.objects.filter(region_code="990100", kind="co_conclusion")
    assert [client.get(f"/cases/{no}/documents/{sheet.id}/").status_code for sheet in sheets] == [200, 200]
    log = ReadLog.objects.filter(region_code="990100", field="co_conclusion")
    assert [row.reader_id for row in log] == [joint.people["resident"].id] * 2


def test_the_day_of_a_co_department_explains_itself(joint: JointCity, enter: Login) -> None:
    """Ten working days from the acceptance of 2026-03-05: 2026-03-19, not the day of the case."""
    no = routed_joint(joint, DAY)
    part = part_of(joint, "fire")
    address = f"/cases/{no}/clock/part/{part.id}/"
    assert address in enter("reviewer").get(f"/cases/{no}/").content.decode()
    assert address in enter("fire_verifier").get("/joint/parts/").content.decode()
    page = words(enter("fire_verifier").get(address))
    assert part.due_on == date(2026, 3, 19)
    assert all(said in page for said in ("3-19", "是这样算出来的", "协办 10 个工作日", "最晚出具结论", "3-06 起算"))


def test_the_day_of_no_part_is_not_found(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, DAY)
    wrong = f"/cases/{no}/clock/part/{case_of(no).id}/"
    assert enter("reviewer").get(wrong).status_code == 404
    assert enter("stranger").get(f"/cases/{no}/clock/part/{part_of(joint, 'fire').id}/").status_code in (403, 404)


def test_silence_is_told_with_the_day_on_which_the_term_ended(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, date(2026, 2, 2))
    part = part_of(joint, "fire")
    default_part(Lapse(on(no), part.id), joint.ctx("system", DAY))
    ended = f"{part.due_on:%m-%d} 期满"
    assert ended in words(enter("reviewer").get(f"/cases/{no}/"))
    given = words(enter("fire_verifier").get("/joint/parts/?tab=given"))
    assert f"{part.due_on:%m-%d} 周六 期满" in given
