"""公众核验: no forged code, number or address is valid; the old QR shows the present state; the holder is masked."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.acts.certificate.lives import DAY, certificate, issued
from tests.acts.city import City, build_city
from tests.acts.library.test_library_acts import suspended, typed
from tests.acts.seals.offices import seals_of
from tests.records.seals.offices import office
from yichuang.acts.library.sweeping import identify_missing
from yichuang.acts.papers.make import make_missing
from yichuang.faces.common.visitors.verifying import AGAIN
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.verifying import behind
from yichuang.records.documents.models import Document
from yichuang.records.documents.rendering import render
from yichuang.records.filestore import store
from yichuang.records.seals.models import SealUse
from yichuang.rules.check_characters import ALPHANUMERIC
from yichuang.rules.library.identifying import Typed, asked

HOSTS = frozenset({"testserver"})
REGIONS = ["990100"]


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def folders(settings: Any, tmp_path: Path) -> Path:
    settings.YICHUANG_FILES = tmp_path / "files"
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "folder": str(tmp_path / "seals"), "stamps_url": ""}
    return tmp_path


@pytest.fixture
def city(db: None) -> City:
    return build_city()


def known(city: City) -> Certificate:
    """Issue a certificate with an identifier."""
    typed(city)
    issued(city)
    identify_missing("990100", city.ctx("system", DAY), 10, [])
    return certificate()


def forged(row: Certificate) -> Iterator[str]:
    """Yield codes, numbers, identifiers and addresses that are not the certificate's."""
    chance, token, identifier = random.Random(7), row.verify_token, row.identifier
    yield from (f"{chance.getrandbits(128):032x}" for _ in range(60))
    for place in range(0, 32, 4):
        yield token[:place] + ("0" if token[place] != "0" else "1") + token[place + 1 :]
    for place in range(15, len(identifier)):
        for other in chance.sample(ALPHANUMERIC, 3):
            if identifier[place] not in (".", other):
                yield identifier[:place] + other + identifier[place + 1 :]
    yield from (f"嘉水取许字〔2026〕第{number:05d}号" for number in range(2, 40))
    for host in ("testserver.evil.cn", "evil.cn", "xn--tstserver-1.cn", "testserver@evil.cn", "evil.cn/testserver"):
        yield f"https://{host}/verify/{token}/"
    yield from (f"javascript://testserver/verify/{token}/", f"https://testserver/verify/{token}/../x", "' OR 1=1 --")


def test_nothing_forged_is_found(city: City) -> None:
    row = known(city)
    found = [one for one in forged(row) if behind(asked(one, HOSTS), REGIONS) is not None]
    assert found == []
    assert len(list(forged(row))) > 250
    for one in (row.verify_token, row.no, row.identifier, f"https://testserver/verify/{row.verify_token}/"):
        assert behind(asked(one, HOSTS), REGIONS) == row


def test_what_is_wrong_is_told(city: City) -> None:
    row = known(city)
    assert asked(f"https://evil.cn/verify/{row.verify_token}/", HOSTS).kind is Typed.OTHER_HOST
    last = "0" if row.identifier[-1] != "0" else "1"
    assert asked(row.identifier[:-1] + last, HOSTS).kind is Typed.BAD_CHECK
    page = Client().get("/verify/", {"q": f"https://evil.cn/verify/{row.verify_token}/"}).content.decode()
    assert "指向别的网站" in page
    assert "孙*兰" not in page


def test_the_old_code_shows_the_present_state(city: City, django_assert_max_num_queries: Any) -> None:
    row, client = known(city), Client()
    for address in (f"/verify/{row.verify_token}/", f"/verify/?q={row.identifier}"):
        with django_assert_max_num_queries(6):
            page = client.get(address).content.decode()
        assert "孙*兰" in page
        assert row.holder_name not in page
    suspended(city)
    assert "现在暂停使用" in client.get(f"/verify/{row.verify_token}/").content.decode()
    told = client.get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["valid"], told["state"]["code"], told["holder"]) == (False, "suspended", "孙*兰")


def test_whoever_guesses_is_stopped(city: City) -> None:
    client = Client()
    found = [client.get(f"/verify/{number:032x}/").status_code for number in range(22)]
    assert found == [404] * 20 + [429] * 2
    last = client.get("/api/v1/certificates/verify", {"q": "嘉水"})
    assert (last.status_code, last["Retry-After"]) == (429, "600")


def test_wrong_words_shut_out_nothing_good(city: City) -> None:
    row, client = known(city), Client()
    for number in range(25):
        page = client.get(f"/verify/{number:032x}/")
        client.post("/shared/", {"code": f"2222-3333-4444-{number + 2222}".replace("0", "A").replace("1", "B")})
    assert (page.status_code, page["Retry-After"]) == (429, "600")
    assert "请过几分钟再查" in page.content.decode()
    for address in (f"/verify/{row.verify_token}/", f"/api/v1/certificates/verify?q={row.no}"):
        assert client.get(address).status_code == 200
    shut = client.post("/shared/", {"code": "2222-3333-4444-5555"})
    assert (shut.status_code, shut["Retry-After"]) == (429, "600")
    assert "10 分钟以后再试" in shut.content.decode()


def test_the_same_one_again_and_again(city: City) -> None:
    row, client = known(city), Client()
    address = f"/api/v1/certificates/verify?q={row.no}"
    found = [client.get(address).status_code for _ in range(AGAIN + 1)]
    assert found == [200] * AGAIN + [429]
    last = client.get(address)
    assert (last["Retry-After"], last.json()["code"]) == ("60", "too_many_attempts")


def test_the_seal_in_the_file_is_checked(city: City, folders: Path) -> None:
    seals_of(city)
    row = known(city)
    assert make_missing(city.ctx("system", DAY), 100).faults == ()
    address = f"/verify/{row.verify_token}/"
    page = Client().get(address).content.decode()
    assert "签章完好，由" in page
    told = Client().get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["signature_ok"], told["signature"]["code"], told["signature"]["test"]) == (True, "good", True)
    assert "测试签章，不具有法律效力" in page
    (folders / "seals/authority/trust.pem").unlink()
    assert "不能判断是谁的章" in Client().get(address).content.decode()
    told = Client().get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["signature_ok"], told["signature"]["code"]) == (None, "no_trust")
    paper = Document.objects.get(id=certificate().document_id)
    plain = store().put(render(paper, "JN-2026-000001", ""))  # the register misled: an unsealed file in its place
    Document.objects.filter(id=paper.id).update(digest=plain.digest)
    told = Client().get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["valid"], told["digest_ok"]) == (False, False)  # the log of the seal knows another file
    SealUse.objects.filter(document_id=paper.id).update(digest=plain.digest)
    assert "文件里却没有签章" in (page := Client().get(address).content.decode())
    assert "签章不对，请不要采信" in page
    told = Client().get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["valid"], told["signature_ok"], told["signature"]["code"]) == (False, False, "not_sealed")


def test_a_file_under_another_seal_is_another_file(city: City, folders: Path) -> None:
    """Whoever can write to store and register puts a paper there that he sealed himself: its seal is not the one."""
    seals_of(city)
    row = known(city)
    assert make_missing(city.ctx("system", DAY), 100).faults == ()
    forged = store().put(office(folders / "own").paper())
    paper = certificate().document_id
    Document.objects.filter(id=paper).update(digest=forged.digest)
    SealUse.objects.filter(document_id=paper).update(digest=forged.digest)
    told = Client().get("/api/v1/certificates/verify", {"q": row.no}).json()
    assert (told["valid"], told["signature_ok"], told["signature"]["code"]) == (False, False, "other_seal")
    assert "签章不是登记的那枚印章" in Client().get(f"/verify/{row.verify_token}/").content.decode()
