"""Submission: one effect for each key; every fault is named with what to do; nothing half written."""

from __future__ import annotations

from copy import deepcopy
from importlib import import_module
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.acts.city import City
from tests.faces.api.conftest import FORM, NUMBER, WISH
from yichuang.acts.inspection.doctor import examine
from yichuang.faces.api import submitting
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.models import Case, Material
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.org.directory import directory

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00"
    b"\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8\x00\x00\x00\x00IEND\xaeB`\x82"
)


act = import_module("yichuang.acts.intake.submit")  # the package offers the function under this name


def cases() -> int:
    return Case.objects.filter(region_code="990100").count()


def test_it_works(centre: City, call: Any) -> None:
    answer = call.submit()
    told = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/api/v1/cases/{told['no']}"
    case = Case.objects.get(region_code="990100", no=told["no"])
    assert (case.owner_id, case.channel, case.state) == (centre.people["resident"].id, "online", "received")
    assert open_values(case.form, case.id) == {"purpose": "生活用水", "amount": 12}
    assert told["answer_by"] == case.answer_by.isoformat()
    assert list(examine("990100", directory())) == []


def test_what_nobody_sees_is_taken_out(centre: City, call: Any) -> None:
    wish = deepcopy(WISH)
    wish["person"]["address"] = "\u202e嘉宁市\u200b安岭区\ufeff"
    wish["form"] = {"purpose": "生产\u200b用水", "amount": 12, "company": "青禾\u2066建材\u2069"}
    told = call.post(wish).json()
    case = Case.objects.get(region_code="990100", no=told["no"])
    assert open_values(case.form, case.id) == {"purpose": "生产用水", "amount": 12, "company": "青禾建材"}
    wish["form"]["company"] = "\u200b\u2060"
    wish["person"]["name"] = "\u200b"
    assert call.post(wish, "another-key-1").status_code == 422


def test_a_repetition_gets_the_same_answer(centre: City, call: Any) -> None:
    first, again = call.submit(), call.submit()
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert again.headers["Idempotent-Replayed"] == "true"
    assert cases() == 1


def test_a_repetition_gets_it_even_when_the_item_is_closed_meanwhile(centre: City, call: Any) -> None:
    first = call.submit()
    Item.objects.filter(code="TESTpromised").update(status="historical")
    assert call.submit().json() == first.json()


def test_the_key_with_another_body(centre: City, call: Any) -> None:
    call.submit()
    answer = call.submit("key-0001", form={"purpose": "生活用水", "amount": 13})
    assert (answer.status_code, answer.json()["code"]) == (422, "key_reused")
    assert cases() == 1


def test_two_at_once(centre: City, call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both looked before either had written: the database lets one through, the other gets its answer."""
    first = call.submit()
    monkeypatch.setattr(submitting, "repeated", lambda region, ctx: None)
    known = act.known
    monkeypatch.setattr(act, "known", lambda *asked: (known(*asked)[0], None))
    assert call.submit().json() == first.json()
    assert cases() == 1


def test_keys_belong_to_their_users(centre: City, call: Any, caller: Any, token: Any) -> None:
    call.submit()
    assert caller(token("stranger", "cases:write", "cases:system")).submit().status_code == 201
    assert cases() == 2


def test_long_keys_differ_to_the_end(centre: City, call: Any) -> None:
    assert call.submit("k" * 127 + "1").json()["no"] != call.submit("k" * 127 + "2").json()["no"]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"item": "NIX"}, "item", "没有这个事项编码"),
    ({"situation": "new"}, "situation", "没有情形"),
    ({"person": {**WISH["person"], "identity_no": "350300198511151230"}}, "person.identity_no", "校验码"),
    ({"person": {**WISH["person"], "identity_no": "350300209911151238"}}, "person.identity_no", "照居民身份证"),
    ({"person": {**WISH["person"], "identity_kind": "uscc"}}, "person.identity_kind", "类别不符"),
    ({"person": {**WISH["person"], "kind": "robot"}}, "person.kind", "只能是：person、organisation"),
    ({"person": {**WISH["person"], "name": "  "}}, "person.name", "太短"),
    ({"person": {**WISH["person"], "name": "孙\n兰"}}, "person.name", "不允许的字符"),
    ({"person": {**WISH["person"], "phone": "abc"}}, "person.phone", "电话"),
    ({"person": {**WISH["person"], "received_on": "2020-01-01"}}, "person.received_on", "没有这个字段"),
    ({"received_on": "2020-01-01"}, "received_on", "没有这个字段"),
    ({"form": {"purpose": "浇花", "amount": 12}}, "form.purpose", ""),
    ({"form": {"purpose": "生活用水"}}, "form.amount", ""),
    ({"form": {"purpose": "生产用水", "amount": 3}}, "form.company", ""),
    ({"form": {"purpose": "生活用水", "amount": "12"}}, "form.amount", ""),
    ({"form": {"purpose": "生活用水", "amount": 12, "state": "closed"}}, "form.state", "没有这一项"),
    ({"form": {"purpose": "生活用水", "amount": 12, "started": "2026-02-30"}}, "form.started", ""),
    ({"form": []}, "form", "应当是对象"),
    ({"materials": [{"key": "form"}]}, "materials", "位置图"),
    ({"materials": [{"key": "form"}, {"key": "map"}, {"key": "x"}]}, "materials.2.key", "不要这份"),
    ({"materials": [{"key": "form"}, {"key": "map"}, {"key": "map"}]}, "materials.2.key", "两次"),
    ({"materials": [{"key": "form", "files": ["x.y.z"]}, {"key": "map"}]}, "materials.0.files.0", "凭据"),
]


@pytest.mark.parametrize(("changes", "field", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_named(centre: City, call: Any, changes: dict[str, Any], field: str, words: str) -> None:
    answer = call.submit("key-0001", **deepcopy(changes))
    errors = {error["field"]: error["detail"] for error in answer.json()["errors"]}
    assert answer.status_code == 422
    assert words in errors[field]
    assert cases() == 0


def test_every_fault_is_named_at_once(centre: City, call: Any) -> None:
    person = {**WISH["person"], "identity_no": "350300198511151230"}
    answer = call.submit("key-0001", person=person, form={}, materials=[])
    assert len(answer.json()["errors"]) == 5
    assert "。。" not in answer.json()["detail"]


def test_an_item_that_is_not_open(centre: City, call: Any) -> None:
    Item.objects.filter(code="TESTpromised").update(status="listed")
    problem = call.submit().json()
    assert (problem["status"], problem["code"]) == (422, "item_not_open")
    assert "行政许可法" in problem["basis"]


def test_nobody_submits_for_another_person(call: Any, caller: Any, token: Any) -> None:
    other = caller(token("stranger"))
    problem = other.submit().json()
    assert (problem["status"], problem["code"]) == (422, "token_for_another")
    assert "第二十九条" in problem["basis"]
    assert caller(token("stranger", "cases:write", "cases:system")).submit("key-0002").status_code == 201
    assert call.submit("key-0003").status_code == 201


def test_what_is_too_large_is_named(call: Any) -> None:
    assert "10 的 15 次方" in call.post('{"form":{"x":1e308}}').json()["detail"]


BODIES = [
    (b"{", 400, "bad_json"),
    (b"", 415, "media_type"),
    (b"[]", 422, "invalid"),
    (b"null", 422, "invalid"),
    (b'{"item":"\x00"}', 400, "bad_json"),
    (b'{"item":"\\u0000"}', 400, "bad_json"),
    (b'{"item":"\\ud800"}', 400, "bad_json"),
    (b'{"form":{"x":NaN}}', 400, "bad_json"),
    (b'{"form":{"x":1e999}}', 400, "bad_json"),
    (b'{"form":{"x":1e308}}', 400, "bad_json"),
    (b'{"form":{"x":-' + b"9" * 5000 + b"}}", 400, "bad_json"),
    (b'{"form":' + b'{"x":' * 50 + b"1" + b"}" * 51, 400, "bad_json"),
    (b'{"form":' + b"[" * 100_000, 400, "bad_json"),
    (b"\xff\xfe", 400, "bad_json"),
    (b'{"item":"' + b"x" * 1_100_000 + b'"}', 413, "too_large"),
]


@pytest.mark.parametrize(("body", "status", "code"), BODIES, ids=[str(row[0][:20]) for row in BODIES])
def test_bodies_that_are_no_submission(centre: City, call: Any, body: bytes, status: int, code: str) -> None:
    answer = call.post(body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("key", [None, "", "short", "k" * 129, "with space here", "键键键键键键键键"])
def test_a_key_is_needed(centre: City, call: Any, key: str | None) -> None:
    answer = call.post({"item": "TESTpromised"}, key)
    assert (answer.status_code, answer.json()["code"]) == (400, "key_missing")
    assert "person" not in answer.json()["detail"]


def test_another_content_type(centre: City, call: Any) -> None:
    answer = call.post("item=1", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, answer.json()["code"]) == (415, "media_type")


@pytest.mark.parametrize("text", ["𠮷野家𪚥", "e\u0301", "<img src=x onerror=alert(1)>", "'; DROP TABLE x;--"])
def test_any_text_is_kept_as_it_is(centre: City, call: Any, text: str) -> None:
    answer = call.submit("key-0001", form={"purpose": "生产用水", "amount": 1, "company": text})
    assert answer.status_code == 201
    case = Case.objects.get(region_code="990100")
    assert open_values(case.form, case.id)["company"] == text
    assert list(examine("990100", directory())) == []


# Files


def uploaded(client: Client, name: str, content: bytes) -> Any:
    return client.post("/api/v1/files", {"file": SimpleUploadedFile(name, content)})


def test_a_file_goes_with_the_material(centre: City, call: Any) -> None:
    file = uploaded(call.client, "图.png", PNG)
    assert file.status_code == 201, file.json()
    answer = call.submit("key-0001", materials=[{"key": "form"}, {"key": "map", "files": [file.json()["file"]]}])
    assert answer.status_code == 201
    kept = Material.objects.get(region_code="990100", key="map").files
    assert [(one["name"], one["media_type"], one["digest"]) for one in kept] == [
        ("图.png", "image/png", file.json()["digest"])
    ]


def test_a_file_of_somebody_else(centre: City, call: Any, caller: Any, token: Any) -> None:
    ticket = uploaded(call.client, "a.png", PNG).json()["file"]
    answer = caller(token("stranger")).submit(
        "key-0001", materials=[{"key": "form", "files": [ticket]}, {"key": "map"}]
    )
    assert answer.json()["errors"][0]["field"] == "materials.0.files.0"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.pdf", b"MZ\x90", "lying"), ("a.exe", b"MZ\x90", "not_allowed"), ("a.png", b"", "empty"), ("a", PNG, "lying")],
)
def test_files_that_are_refused(centre: City, call: Any, name: str, content: bytes, code: str) -> None:
    answer = uploaded(call.client, name, content)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_broken_upload(centre: City, call: Any) -> None:
    nothing = call.client.post("/api/v1/files", {"other": "x"})
    assert (nothing.status_code, nothing.json()["code"]) == (400, "bad_upload")
    broken = call.client.post("/api/v1/files", b"--x", content_type="multipart/form-data; boundary=")
    assert (broken.status_code, broken.json()["code"]) == (400, "bad_upload")


def test_sixty_megabytes_are_not_even_read(centre: City, call: Any) -> None:
    answer = call.client.post(
        "/api/v1/files", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(60 * 1024 * 1024)
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_who_applies_is_told_once_and_is_nobody_else(centre: City, call: Any) -> None:
    names = {
        "person_name": {"type": "string", "title": "姓名"},
        "person_id": {"type": "string", "title": "公民身份号码"},
    }
    schema = {"type": "object", "properties": FORM["properties"] | names, "required": ["purpose", *names]}
    ItemVersion.objects.filter(pk=centre.promised.pk).update(form_schema=schema)
    assert call.get("/items/TESTpromised").json()["form_schema"]["required"] == ["purpose"]
    wrong = call.submit("key-0001", form=WISH["form"] | {"person_name": "王五", "person_id": NUMBER.lower()})
    assert [one["field"] for one in wrong.json()["errors"]] == ["form.person_name"]
    case = Case.objects.get(region_code="990100", no=call.submit("key-0002").json()["no"])
    assert open_values(case.form, case.id) == WISH["form"] | {"person_name": "孙玉兰", "person_id": NUMBER}
