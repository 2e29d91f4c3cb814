"""Tracking: one's own case in full, with number and code masked; who may not know sees what is not there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.acts.city import PERSON, City
from tests.faces.api.conftest import NUMBER
from yichuang.acts.act import On
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.faces.common import clock
from yichuang.records.org.models import ApiToken

CODE = NUMBER[-6:]


@pytest.fixture
def no(centre: City, call: Any) -> str:
    return str(call.submit().json()["no"])


def test_ones_own_case_in_full(centre: City, call: Any, no: str) -> None:
    accept(Acceptance(On(no)), centre.ctx("clerk", clock.today()))
    case = call.get(f"/cases/{no}").json()
    assert (case["state"]["code"], case["turn"]["code"], case["applicant"]) == ("accepted", "window", PERSON.name)
    assert [event["what"] for event in case["timeline"]][-1] == "提交申请"
    assert {paper["kind"]["words"] for paper in case["documents"]} >= {"收件凭证", "受理通知书"}
    assert case["clock"]["limit"] == "promised"
    assert call.get(f"/cases/{no}").headers["Cache-Control"] == "private, no-store"


def test_the_last_counted_day_is_the_due_date(centre: City, call: Any, no: str) -> None:
    accept(Acceptance(On(no)), centre.ctx("clerk", clock.today()))
    for limit, name, count in (("promised", "promised_due_on", 8), ("statutory", "due_on", 20)):
        told = call.get(f"/cases/{no}/clock?limit={limit}").json()
        counted = [day["on"] for day in told["days"] if day["counts"]]
        assert (told["limit"], len(counted), counted[-1]) == (limit, count, told[name])
        assert all(day["why"] and day["basis"] != day["basis_id"] for day in told["days"])


def test_before_acceptance_the_answer_is_explained(call: Any, no: str) -> None:
    told = call.get(f"/cases/{no}/clock").json()
    assert (told["limit"], told["days"][-1]["on"]) == ("answer", told["answer_by"])
    assert call.get(f"/cases/{no}/clock?limit=statutory").json()["limit"] == "none"


def test_number_and_code_show_it_masked(centre: City, caller: Any, no: str) -> None:
    due = clock.today() + timedelta(days=14)
    notify_correction(CorrectionNotice(On(no), {"map": "缺少比例尺"}, due), centre.ctx("clerk", clock.today()))
    answer = caller("").get(f"/cases/{no}", X_Verification_Code=CODE)
    case, text = answer.json(), answer.content.decode()
    assert (case["masked"], case["applicant"], case["documents"]) == (True, "孙*兰", [])
    assert case["turn"]["code"] == "applicant"
    for secret in (PERSON.name, NUMBER, "缺少比例尺", PERSON.phone):
        assert secret not in text
    assert caller("").get(f"/cases/{no}/clock", X_Verification_Code=CODE).status_code == 200


def test_unknown_foreign_and_wrong_look_the_same(centre: City, call: Any, caller: Any, token: Any, no: str) -> None:
    other = caller(token("stranger"))
    answers = [
        other.get(f"/cases/{no}"),
        call.get("/cases/JN-2026-999999"),
        call.get("/cases/XX-2026-000001"),
        caller("").get(f"/cases/{no}", X_Verification_Code="000000"),
        caller("").get("/cases/JN-2026-999999", X_Verification_Code="000000"),
        caller("").get(f"/cases/{no}", X_Verification_Code="1"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_guessing_is_stopped(centre: City, caller: Any, no: str) -> None:
    guesses = [caller("").get(f"/cases/{no}", X_Verification_Code=f"00000{n}").status_code for n in range(6)]
    assert guesses == [404] * 5 + [429]
    locked = caller("").get(f"/cases/{no}", X_Verification_Code=CODE)
    assert (locked.status_code, locked.json()["code"]) == (429, "too_many_attempts")
    assert int(locked.headers["Retry-After"]) > 0


def test_tokens_that_are_no_good(centre: City, caller: Any, token: Any, no: str) -> None:
    revoked = token()
    ApiToken.objects.update(revoked_at=clock.now())
    for secret in ("", "yc_nothing", "x", revoked, token(days=-1), "yc_" + "x" * 500):
        answer = caller(secret).get(f"/cases/{no}")
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_user_who_left(centre: City, caller: Any, token: Any, no: str) -> None:
    secret = token()
    centre.people["resident"].is_active = False
    centre.people["resident"].save()
    assert caller(secret).get(f"/cases/{no}").status_code == 401


def test_scopes(centre: City, caller: Any, token: Any, no: str) -> None:
    reads, writes = caller(token("resident", "cases:read")), caller(token("resident", "cases:write"))
    assert reads.submit("key-0002").json()["code"] == "scope_missing"
    assert writes.get(f"/cases/{no}").json()["code"] == "scope_missing"
    assert (reads.submit("key-0002").status_code, writes.get(f"/cases/{no}").status_code) == (403, 403)


def test_a_session_counts_for_nothing(centre: City, caller: Any, no: str) -> None:
    visitor = caller("")
    visitor.client.force_login(centre.people["resident"])
    assert visitor.get(f"/cases/{no}").status_code == 401
    assert visitor.submit("key-0002").status_code == 401


@pytest.mark.parametrize("no", ["..", "%00", "JN-2026-000001%0a", "'", "JN-2026-%F0%A0%AE%B7", "x" * 41])
def test_numbers_that_are_none(centre: City, call: Any, no: str) -> None:
    assert call.get(f"/cases/{no}").status_code in (404, 422)
