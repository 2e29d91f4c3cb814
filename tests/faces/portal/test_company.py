"""身份和单位: linking the log-in, naming people, acting as the organisation; asking for a hearing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import PERSON, TREES, begun, entered, version
from yichuang.acts.context import Context
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.faces.common import clock
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.rules.officers import Officer

pytestmark = pytest.mark.django_db
UNIT = company(0)
SCOPE = {"scope": ["submit", "supplement"], "starts_on": "", "ends_on": ""}


@pytest.fixture(autouse=True)
def _stored(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.YICHUANG_FILES = tmp_path
    monkeypatch.setenv("YICHUANG_TASKS", "worker")  # papers are not made here


def key() -> dict[str, str]:
    return {"key": new_id().hex}


def handed_in(person: Person, login: str) -> str:
    """An application for this person by that log-in."""
    user = User.objects.get(username=login)
    wish = Submission(version(TREES), person, {}, channel="online", user_id=user.id)
    return submit(wish, Context(Officer(user.id, str(user)), clock.now(), directory(), new_id().hex)).no


def link(client: Client, person: Person, kind: str, **more: str) -> Any:
    told = {"kind": kind, "number": person.identity_no, "phone": person.phone} | more
    return client.post("/my/identity/link/", told | key())


def test_a_principal_finds_what_was_handed_in_for_him(demo: None) -> None:
    no, client = handed_in(citizen(0), "agent"), entered()
    assert client.get(f"/my/cases/{no}/").status_code == 404
    assert "还没有办件" in client.get("/my/").content.decode()
    assert link(client, citizen(0), "person", phone="13900000000").status_code == 422
    assert link(client, citizen(0), "person").status_code == 302
    assert client.get(f"/my/cases/{no}/").status_code == 200
    assert no in client.get("/my/").content.decode()
    assert entered("agent").get(f"/my/cases/{no}/").status_code == 200


def test_a_company_names_somebody_who_then_acts_as_it(demo: None) -> None:
    no, boss, staff = handed_in(UNIT, "company"), entered("company"), entered()
    assert "还没有关联单位" in boss.get("/my/company/").content.decode()
    assert link(boss, UNIT, "unit").url == "/my/company/"
    wrong = boss.post("/my/company/name/", {"uscc": UNIT.identity_no, "name": "某人", "username": "x"} | SCOPE | key())
    assert wrong.status_code == 422
    named = {"uscc": UNIT.identity_no, "name": PERSON["person_name"], "username": "resident"} | SCOPE
    assert boss.post("/my/company/name/", named | key()).status_code == 302
    assert "孙玉兰" in boss.get("/my/company/").content.decode()
    assert staff.get(f"/my/cases/{no}/").status_code == 404
    assert staff.post("/my/identity/", {"as": UNIT.identity_no}).url == "/my/"
    assert no in staff.get("/my/").content.decode()
    draft = begun(staff, TREES, "为单位办")
    assert UNIT.name in staff.get(f"{draft}applicant/").content.decode()
    user = User.objects.get(username="resident").id
    assert boss.post("/my/company/remove/", {"uscc": UNIT.identity_no, "person": user} | key()).status_code == 302
    assert staff.get(f"/my/cases/{no}/").status_code == 404


def test_nobody_acts_as_what_he_was_not_named_for(demo: None) -> None:
    handed_in(UNIT, "company")
    client = entered()
    assert client.post("/my/identity/", {"as": UNIT.identity_no}).status_code == 422
    assert client.post("/my/company/name/", {"uscc": UNIT.identity_no} | SCOPE | key()).status_code == 404
