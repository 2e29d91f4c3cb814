"""替家人办: the proxy tells his mandate, hands in the power of attorney, and does only what it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import CARD, PERSON, begun, draft_at, entered, pdf, posted, version
from yichuang.faces.terminal.demo.people import citizen
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db
MANDATE = {
    "agent_name": "孙玉兰", "agent_id": citizen(7).identity_no, "relation": "父母", "powers": ["提交申请", "补正材料"],
    "power_until": "2027-12-31",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _stored(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.YICHUANG_FILES = tmp_path
    monkeypatch.setenv("YICHUANG_TASKS", "worker")  # papers are not made here


@pytest.fixture
def resident(demo: None) -> Client:
    return entered()


def told(**more: Any) -> dict[str, Any]:
    return PERSON | {"person_name": "孙德福"} | MANDATE | {"save": "1"} | more


def filled(client: Client, behalf: str = "替家人办", who: dict[str, Any] | None = None) -> tuple[str, list[str]]:
    """Fill in up to the check; return the address and the names of the materials asked for."""
    address = begun(client, CARD, behalf)
    at = client.post(f"{address}applicant/", who or told()).url
    while "/form/" in at:
        at = client.post(at, posted(client, at) | {"save": "1"}).url
    rows = client.get(f"{address}materials/").context["rows"]
    files = {f"f-{row.key}": pdf(f"{row.key}.pdf") for row in rows if row.how == "upload" and row.required}
    client.post(f"{address}materials/", files | {"save": "1"})
    return address, [row.name for row in rows]


def test_it_works(resident: Client) -> None:
    address, names = filled(resident)
    assert "授权委托书" in names
    assert resident.post(f"{address}check/", {"promise": "yes"}).status_code == 302
    case = Case.objects.get(region_code="990100", no=draft_at(address).case_no)
    assert case.applicant_name == "孙德福"
    assert case.agent["scope"] == ["submit", "supplement"]
    assert MANDATE["agent_id"] not in str(case.agent)
    page = resident.get(f"/my/cases/{case.no}/")
    assert page.status_code == 200
    refused = resident.post(f"/my/cases/{case.no}/withdraw/", {"key": "k" * 24, "sure": "yes", "reason": ""})
    assert "没有授权代理人" in refused.content.decode()


def test_without_powers_the_step_is_not_done(resident: Client) -> None:
    address = begun(resident, CARD, "替家人办")
    answer = resident.post(f"{address}applicant/", told(powers=[]))
    assert answer.status_code == 422
    assert "申请人授权您" in answer.content.decode()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"agent_id": PERSON["id_no"]}, "与申请人的号码相同"), ({"agent_name": "何静"}, "这里填登录人"),
        ({"power_until": "2020-01-01"}, "已经过期"), ({"powers": ["领取结果"]}, "没有授权代理人"),
    ],
)  # fmt: skip
def test_a_mandate_that_does_not_reach_is_told_at_once(resident: Client, more: dict[str, Any], said: str) -> None:
    address = begun(resident, CARD, "替家人办")
    answer = resident.post(f"{address}applicant/", told(**more))
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_applicant_names_a_proxy_while_the_case_runs(resident: Client) -> None:
    address, _ = filled(resident, "给自己办", PERSON | {"save": "1"})
    resident.post(f"{address}check/", {"promise": "yes"})
    case = Case.objects.get(region_code="990100", no=draft_at(address).case_no)
    here = f"/my/cases/{case.no}/"
    assert f"{here}entrust/" in resident.get(here).content.decode()
    number = citizen(3).identity_no
    told = {"key": "k" * 24, "name": "何静", "number": number, "powers": ["补正材料"], "until": "2027-12-31"}
    assert resident.post(f"{here}entrust/", told).status_code == 422  # nothing was declared
    declared = told | {"sure": "是我本人的意思，以本次提交作为授权委托书"}
    assert resident.post(f"{here}entrust/", declared).status_code == 302
    case.refresh_from_db()
    assert (case.agent["name"], case.agent["scope"]) == ("何静", ["supplement"])
    assert "取消对何静的委托" in resident.get(here).content.decode()


def test_nobody_else_where_one_has_to_appear(resident: Client) -> None:
    found = version(CARD)
    found.guide = found.guide | {"in_person": "《居民身份证法》第十条"}
    found.save()
    forget()
    page = resident.get(f"/apply/{found.item.code}/").content.decode()
    assert "给自己办" in page
    assert "替家人办" not in page


def test_a_proxy_whose_power_ended_is_offered_nothing_more(resident: Client) -> None:
    address, _ = filled(resident)
    resident.post(f"{address}check/", {"promise": "yes"})
    case = Case.objects.get(region_code="990100", no=draft_at(address).case_no)
    here = f"/my/cases/{case.no}/"
    before = resident.get(here).content.decode()
    assert f"{here}correct/" in before
    assert f"{here}withdraw/" not in before  # not in the power of attorney
    assert resident.post(f"{here}mandate/", {"key": "m" * 24, "sure": "yes"}).status_code == 302
    after = resident.get(here).content.decode()
    assert not any(f"{here}{step}/" in after for step in ("correct", "withdraw", "supplement", "promise"))
