"""Applying on line, from the start page to the confirmation, through the client."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import CARD, PERSON, REGION, TREES, begun, draft_at, entered, filled, posted, version
from yichuang.faces.common import clock
from yichuang.faces.portal.applying import who
from yichuang.faces.portal.applying.applicant import applicant_errors
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.drafts import applicant_of, form_of, keep
from yichuang.records.cases.models import Case, Draft, Material
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.delivery.models import Dispatch
from yichuang.rules.check_characters import person_check
from yichuang.rules.verdict import Refused

BOUND = 25


@pytest.fixture(autouse=True)
def _stored(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.YICHUANG_FILES = tmp_path
    monkeypatch.setenv("YICHUANG_TASKS", "worker")  # papers are not made here


@pytest.fixture
def resident(demo: None) -> Client:
    return entered()


def errors_in(answer: Any) -> str:
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "<title>错误：" in text
    assert 'id="errors"' in text
    return "".join(error.sentence for error in answer.context["bound"].errors)


def test_it_works(resident: Client) -> None:
    address = filled(resident, TREES)
    answer = resident.post(f"{address}check/", {"promise": "yes"}, follow=True)
    case = Case.objects.get(region_code=REGION, no=answer.context["case"].no)
    assert case.no in answer.content.decode()
    assert (case.state, case.channel, str(case.owner), case.applicant_name) == (
        "received",
        "online",
        "孙玉兰",
        "孙玉兰",
    )
    assert open_values(case.form, case.id)["person_id"] == PERSON["id_no"]
    kept = draft_at(address)
    assert (kept.case_no, kept.applicant, kept.form, kept.materials) == (case.no, {}, {}, {})


def test_who_may_not_apply_yet_is_told_at_once(resident: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred(*_: Any) -> None:
        raise Refused("banned", "XKF-78", {"until": date(2027, 11, 22)})

    monkeypatch.setattr(who, "not_barred", barred)
    address = begun(resident)
    told = errors_in(resident.post(f"{address}applicant/", PERSON))
    assert "2027-11-22" in told
    assert "不得再次申请" in told


def test_the_form_itself_is_a_material(resident: Client) -> None:
    address = filled(resident, TREES)
    resident.post(f"{address}check/", {"promise": "yes"})
    case = Case.objects.get(region_code=REGION, no=draft_at(address).case_no)
    form = Material.objects.get(region_code=REGION, case_id=case.id, key="LH01")
    assert form.files[0]["name"] == "树木变动（占用绿地）申请表.pdf"
    assert resident.get(f"/cases/{case.no}/files/{form.files[0]['digest']}/").status_code == 200


def test_electronic_delivery_is_agreed_to_with_the_application(resident: Client) -> None:
    address = filled(resident, TREES)
    for _ in range(2):
        resident.post(f"{address}check/", {"promise": "yes", "electronic": "yes"})
    case = Case.objects.get(region_code=REGION, no=draft_at(address).case_no)
    (row,) = Dispatch.objects.filter(region_code=REGION, case_id=case.id)
    assert (row.way, row.state) == ("electronic", "agreed")


def test_pressed_twice_it_is_one_case(resident: Client) -> None:
    address = filled(resident)
    first = resident.post(f"{address}check/", {"promise": "yes"})
    second = resident.post(f"{address}check/", {"promise": "yes"})
    assert first.url == second.url == f"{address}sent/"
    assert Case.objects.filter(region_code=REGION).count() == 1


def test_sent_again_after_a_crash_it_is_one_case(resident: Client) -> None:
    address = filled(resident)
    before = Draft.objects.filter(region_code=REGION, pk=draft_at(address).pk).values().get()
    resident.post(f"{address}check/", {"promise": "yes"})
    Draft.objects.filter(region_code=REGION, pk=before["id"]).update(**before)  # as if it had stopped in between
    answer = resident.post(f"{address}check/", {"promise": "yes"}, follow=True)
    assert Case.objects.get(region_code=REGION).no == answer.context["case"].no


def test_another_window_does_not_revive_what_was_sent(resident: Client) -> None:
    address = filled(resident)
    stale = draft_at(address)
    resident.post(f"{address}check/", {"promise": "yes"})
    keep(stale, clock.now(), applicant={"behalf": "self", "phone": PERSON["phone"]})
    now = draft_at(address)
    assert (bool(now.case_no), now.applicant) == (True, {})


def test_the_confirmation_stays_good(resident: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = filled(resident)
    resident.post(f"{address}check/", {"promise": "yes"})
    later = clock.now() + timedelta(days=90)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "申请已提交" in resident.get(f"{address}sent/").content.decode()
    assert resident.get(f"{address}tasks/").url == f"{address}sent/"


def test_a_phone_is_a_mobile_application(resident: Client) -> None:
    address = begun(resident, **{"User-Agent": "Mozilla/5.0 (Linux; Android 15) Mobile Safari"})
    assert draft_at(address).channel == "mobile"


def test_the_start_page_needs_no_log_in_but_beginning_does(demo: None) -> None:
    code = Item.objects.get(name=CARD).code
    assert Client().get(f"/apply/{code}/").status_code == 200
    answer = Client().post(f"/apply/{code}/", {"behalf": "给自己办"})
    assert answer.url == f"/login/?next=/apply/{code}/"


@pytest.mark.parametrize("step", ["tasks", "applicant", "materials", "check", "sent"])
def test_steps_need_a_log_in(resident: Client, step: str) -> None:
    address = begun(resident)
    assert Client().get(f"{address}{step}/").url == f"/login/?next={address}{step}/"
    assert entered("company").get(f"{address}{step}/").status_code == 404


def test_an_unknown_item_is_not_found(resident: Client) -> None:
    assert resident.get("/apply/NOSUCHITEM/").status_code == 404


def test_an_item_that_is_not_open_says_so(resident: Client) -> None:
    answer = resident.get(f"/apply/{Item.objects.filter(status='listed')[0].code}/")
    assert answer.status_code == 422
    assert "现在不在网上受理" in answer.content.decode()


def test_the_start_page_asks_on_whose_behalf(resident: Client) -> None:
    code = Item.objects.get(name=CARD).code
    assert "请选一项" in errors_in(resident.post(f"/apply/{code}/", {}))


def test_a_wrong_check_digit_gets_a_sentence(resident: Client) -> None:
    wrong = PERSON["id_no"][:-1] + ("1" if PERSON["id_no"][-1] != "1" else "2")
    address = begun(resident)
    answer = resident.post(f"{address}applicant/", PERSON | {"id_no": wrong, "save": "1"})
    assert "校验码" in errors_in(answer)
    assert wrong in answer.content.decode()


def test_a_future_birth_date_gets_a_sentence(resident: Client) -> None:
    body = f"990100{clock.today().year + 1}0101001"
    number = body + person_check(body)
    answer = resident.post(f"{begun(resident)}applicant/", PERSON | {"id_no": number, "save": "1"})
    assert "晚于今天" in errors_in(answer)


def test_what_was_typed_is_kept_sealed_even_where_it_is_wrong(resident: Client) -> None:
    address = begun(resident)
    resident.post(f"{address}applicant/", PERSON | {"phone": "123", "save": "1"})
    draft = draft_at(address)
    assert applicant_of(draft)["address"] == PERSON["address"]
    assert PERSON["id_no"] not in str(Draft.objects.filter(region_code=REGION).values_list("applicant", "form"))
    assert form_of(draft) == {}


def test_it_can_be_put_off_half_filled(resident: Client) -> None:
    address = begun(resident)
    answer = resident.post(f"{address}applicant/", {"person_name": "孙玉兰", "later": "1"})
    assert answer.url == f"{address}tasks/"
    assert "进行中，还差 3 项" in resident.get(answer.url).content.decode()


def test_what_is_known_is_not_asked_again(resident: Client) -> None:
    address = begun(resident, TREES)
    at = resident.post(f"{address}applicant/", PERSON | {"save": "1"}).url
    assert at == f"{address}form/matter/"
    assert resident.get(f"{address}form/applicant/").status_code == 404
    assert "person_id" not in {field.spec.name for field in resident.get(at).context["fields"]}


def test_a_form_cannot_overrule_who_applies(resident: Client) -> None:
    address = filled(resident, TREES)
    at = f"{address}form/matter/"
    resident.post(at, posted(resident, at) | {"person_name": "别人", "save": "1"})
    resident.post(f"{address}check/", {"promise": "yes"})
    case = Case.objects.get(region_code=REGION)
    assert (case.applicant_name, open_values(case.form, case.id)["person_name"]) == ("孙玉兰", "孙玉兰")


def test_the_check_waits_for_the_rest(resident: Client) -> None:
    address = begun(resident)
    assert resident.get(f"{address}check/").url == f"{address}tasks/"
    assert resident.post(f"{address}check/", {"promise": "yes"}).url == f"{address}tasks/"


def test_without_the_promise_nothing_is_sent(resident: Client) -> None:
    address = filled(resident)
    answer = resident.post(f"{address}check/", {})
    assert answer.status_code == 422
    assert "请先确认所填内容真实" in answer.content.decode()
    assert not Case.objects.filter(region_code=REGION).exists()


def test_a_change_leads_back_to_the_check(resident: Client) -> None:
    address = filled(resident)
    page = resident.get(f"{address}check/").content.decode()
    assert f"{address}applicant/?back=check#f-phone" in page
    kept = resident.get(f"{address}applicant/?back=check").content.decode()
    assert PERSON["phone"] in kept
    answer = resident.post(f"{address}applicant/", PERSON | {"phone": "13900001111", "back": "check"})
    assert answer.url == f"{address}check/"


def test_an_outdated_draft_is_gone(resident: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = begun(resident)
    later = clock.now() + timedelta(days=31)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert resident.get(f"{address}tasks/").status_code == 404
    begun(resident)
    assert Draft.objects.filter(region_code=REGION).count() == 1


def test_a_draft_can_be_thrown_away(resident: Client) -> None:
    address = begun(resident)
    assert "不能恢复" in resident.get(f"{address}discard/").content.decode()
    assert resident.post(f"{address}discard/").url == "/my/"
    assert not Draft.objects.filter(region_code=REGION).exists()


def test_a_new_version_of_the_guide_is_taken_up_and_told(resident: Client) -> None:
    address, old = begun(resident), version(CARD)
    fields = {f.name: getattr(old, f.name) for f in ItemVersion._meta.fields if f.name not in ("id", "number")}
    newer = ItemVersion.objects.create(**fields, number=old.number + 1)
    assert "办事指南已更新为第" in resident.get(f"{address}tasks/").content.decode()
    assert draft_at(address).item_version_id == newer.id


def test_pages_take_few_queries(resident: Client, django_assert_max_num_queries: Any) -> None:
    address = filled(resident, TREES)
    for step in ("tasks", "applicant", "form/matter", "materials", "check"):
        with django_assert_max_num_queries(BOUND):
            assert resident.get(f"{address}{step}/").status_code == 200
    resident.post(f"{address}check/", {"promise": "yes"})
    with django_assert_max_num_queries(BOUND):
        resident.get(f"{address}sent/")


def test_who_applies_for_oneself_is_who_is_logged_in(resident: Client) -> None:
    address = begun(resident)
    answer = resident.post(f"{address}applicant/", PERSON | {"person_name": "李四", "save": "1"})
    assert answer.status_code == 422
    assert "要填登录人“孙玉兰”的姓名；申请人是别人的，请重新开始申请，选“替家人办”" in errors_in(answer)
    assert resident.get(f"{address}check/").url == f"{address}tasks/"


@pytest.mark.parametrize(
    ("unit", "handler", "wrong"),
    [
        ("嘉宁恒通化工有限公司", "王五", []),
        ("嘉禾食品有限公司", "王五", ["unit_name"]),
        ("嘉禾食品有限公司", "恒通化工", []),
    ],
)
def test_a_unit_is_the_one_logged_in_or_its_handler_is(unit: str, handler: str, wrong: list[str]) -> None:
    told = {"behalf": "company", "unit_name": unit, "handler_name": handler}
    found = [e.field for e in applicant_errors(told, "恒通化工", clock.today()) if "登录" in e.words]
    assert found == wrong


def test_too_long_a_name_is_told_one_limit(resident: Client) -> None:
    answer = resident.post(f"{begun(resident)}applicant/", PERSON | {"person_name": "名" * 6000, "save": "1"})
    assert errors_in(answer).count("最多 50 个字") == 1
