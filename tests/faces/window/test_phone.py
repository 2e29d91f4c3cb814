"""手机扫码上传: from the code at the desk to the file in the case; and everything a stranger might try."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.acts.city import ZONE, City, on
from tests.faces.window.conftest import REGION, Desk, at_desk, case_of, words
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.uploads.purge import Purge, purge, purge_left
from yichuang.faces.common import clock
from yichuang.faces.common.uploads.by_phone import token_of
from yichuang.records.cases.models import Material
from yichuang.records.filestore import store
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.uploads.models import Arrival, UploadLink

KEY = "key-of-the-desk-form"


def photo(name: str = "map.jpg", colour: str = "red") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def show(desk: Desk, **fields: Any) -> str:
    """Show a code for the map; return its address."""
    page = words(desk.intake("", key=KEY, w_phone="map", **fields))
    return re.findall(r'href="http://testserver(/up/[^"]+)"', page)[0]


def send(phone: Client, address: str, *files: SimpleUploadedFile) -> Any:
    phone.get(address)
    return phone.post(address, {"key": f"phone-{new_id().hex}", "f": files})


def link() -> UploadLink:
    return UploadLink.objects.get(region_code=REGION)


def waiting() -> list[Arrival]:
    return list(Arrival.objects.filter(region_code=REGION, state="waiting").order_by("arrived_at", "id"))


def test_it_works(desk: Desk, city: City) -> None:
    phone, address = Client(), show(desk)
    assert send(phone, address, photo(), photo("b.jpg", "blue")).status_code == 302
    assert "map.jpg" in words(phone.get(address))
    poll = words(desk.get(f"/desk/phone/{link().id}/"))
    assert poll.count('name="w_take"') == 2
    first, second = waiting()
    assert desk.get(f"/desk/phone/{link().id}/{first.digest}/").status_code == 200
    page = words(desk.intake("", key=KEY, w_up=str(link().id), w_take=str(first.id)))
    kept = re.findall(r'name="k-map" value="([^"]+)"', page)[0]
    desk.intake("", key=KEY, w_up=str(link().id), w_drop=str(second.id), **{"k-map": kept})
    answer = desk.intake("hold", key=KEY, w_up=str(link().id), **{"k-map": kept})
    row = Material.objects.get(region_code=REGION, case_id=case_of(answer.url.split("/")[2]).id, key="map")
    assert [(one["digest"], one["way"]) for one in row.files] == [(first.digest, "phone")]
    verbs = Entry.objects.filter(region_code=REGION, subject="upload").order_by("seq").values_list("verb", flat=True)
    assert (
        list(verbs)
        == "upload.offered upload.arrived upload.arrived upload.answered upload.answered upload.ended".split()
    )
    assert send(phone, address, photo("c.jpg", "green")).status_code == 422
    assert not list(examine(REGION, directory()))


def test_what_a_stranger_tries(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    address = show(desk)
    assert send(Client(), f"/up/{token_of(UUID(int=7))}/", photo()).status_code == 404
    assert send(Client(), address.replace("/up/", "/up/0"), photo()).status_code == 404
    assert Client().post(address, {"key": "phone-without-cookie", "f": photo()}).status_code == 422
    phone = Client()
    phone.get(address)
    assert phone.post(address, {"f": photo()}).status_code == 422  # without a key
    lies = (SimpleUploadedFile("a.jpg", b"MZ\x90" + bytes(99)), SimpleUploadedFile("b.html", b"<script>alert(1)"))
    for lie in lies:
        assert send(phone, address, lie).status_code == 422
    assert phone.post(address, {"f": photo()}, HTTP_CONTENT_LENGTH="1", CONTENT_LENGTH=str(10**9)).status_code == 400
    assert not waiting()
    send(phone, address, photo())
    assert "另一部手机" in words(send(Client(), address, photo("b.jpg", "blue")))
    assert "map.jpg" not in words(Client().get(address))
    late = datetime(2026, 3, 2, 10, tzinfo=ZONE) + timedelta(minutes=15)
    monkeypatch.setattr(clock, "now", lambda: late)
    assert "已经过期" in words(send(phone, address, photo("b.jpg", "blue")))
    assert len(waiting()) == 1


def test_other_forms_and_regions_take_nothing(desk: Desk, city: City) -> None:
    send(Client(), show(desk), photo())
    (came,) = waiting()
    other = {"key": "key-of-another-form", "w_up": str(link().id), "w_take": str(came.id)}
    assert 'name="k-map"' not in words(desk.intake("", **other))
    assert 'name="k-map"' not in words(at_desk(city, "chief").intake("", **other | {"key": KEY}))
    assert at_desk(city, "resident").get(f"/desk/phone/{link().id}/").status_code == 403
    assert desk.get(f"/desk/phone/{new_id()}/").status_code == 404
    assert len(waiting()) == 1


def test_a_case_that_waits_for_its_correction(desk: Desk, city: City, online: str) -> None:
    defects = {"map": "缺少比例尺"}
    notify_correction(CorrectionNotice(on(online), defects), city.ctx("clerk"))
    assert desk.on_case(online, "phone/", w_phone="form").status_code == 422  # not what is to be corrected
    desk.on_case(online, "phone/", w_phone="map")
    page = words(desk.get(f"/desk/{online}/"))
    address = re.findall(r'href="http://testserver(/up/[^"]+)"', page)[0]
    phone = Client()
    send(phone, address, photo(), photo("b.jpg", "blue"))
    first, second = waiting()
    desk.on_case(online, "phone/", w_drop=str(second.id))
    assert desk.on_case(online, "supplement/", w_take=str(first.id)).status_code == 302
    row = Material.objects.get(region_code=REGION, case_id=case_of(online).id, key="map")
    assert [one["digest"] for one in row.files] == [first.digest]
    assert send(phone, address, photo("c.jpg", "green")).status_code == 422
    assert not list(examine(REGION, directory()))


def purged(city: City, on_day: date) -> tuple[int, list[str]]:
    """Sweep; return how many files went, and how the arrivals stand."""
    done = purge_left(REGION, city.ctx("system", on_day), 50, [])
    return done, list(
        Arrival.objects.filter(region_code=REGION).order_by("arrived_at", "id").values_list("state", flat=True)
    )


def test_what_nobody_took_over_is_purged(desk: Desk, city: City) -> None:
    send(Client(), show(desk), photo(), photo("b.jpg", "blue"), photo("c.jpg", "green"))
    first, second, third = waiting()
    desk.intake("", key=KEY, w_up=str(link().id), w_drop=str(second.id))
    page = words(desk.intake("", key=KEY, w_up=str(link().id), w_take=str(first.id)))
    kept = re.findall(r'name="k-map" value="([^"]+)"', page)[0]
    desk.intake("hold", key=KEY, w_up=str(link().id), **{"k-map": kept})
    assert purged(city, date(2026, 3, 2)) == (0, ["taken", "discarded", "waiting"])  # at ten the link is still good
    assert purged(city, date(2026, 3, 4)) == (2, ["taken", "purged", "purged"])
    assert [store().has(one.digest) for one in (first, second, third)] == [True, False, False]
    assert purged(city, date(2026, 3, 5))[0] == 0
    assert not list(examine(REGION, directory()))


def test_a_form_that_was_never_filed_leaves_nothing(desk: Desk, city: City) -> None:
    send(Client(), show(desk), photo())
    (came,) = waiting()
    desk.intake("", key=KEY, w_up=str(link().id), w_take=str(came.id))
    assert purged(city, date(2026, 3, 4)) == (1, ["purged"])
    assert not store().has(came.digest)


def test_bytes_that_a_case_still_names_stay(desk: Desk, city: City, online: str) -> None:
    send(Client(), show(desk), photo())
    (came,) = waiting()
    row = Material.objects.get(region_code=REGION, case_id=case_of(online).id, key="map")
    row.files = [{"digest": came.digest, "name": "a.jpg", "media_type": "image/jpeg", "size": 1}]
    row.save()
    assert purged(city, date(2026, 3, 4)) == (1, ["purged"])
    assert store().has(came.digest)


def test_what_is_still_wanted_never_holds_up_the_rest(desk: Desk, city: City, online: str) -> None:
    notify_correction(CorrectionNotice(on(online), {"map": "缺少比例尺"}), city.ctx("clerk"))
    desk.on_case(online, "phone/", w_phone="map")
    address = re.findall(r'href="http://testserver(/up/[^"]+)"', words(desk.get(f"/desk/{online}/")))[0]
    send(Client(), address, photo())  # the case waits
    send(Client(), show(desk), photo("b.jpg", "blue"))  # nobody waits
    assert purge_left(REGION, city.ctx("system", date(2026, 3, 4)), 1, []) == 1
    assert [row.name for row in waiting()] == ["map.jpg"]


def test_bytes_a_sweep_that_died_left_behind_go_with_the_next(desk: Desk, city: City) -> None:
    send(Client(), show(desk), photo(), photo("b.jpg", "blue"))
    first, second = waiting()
    purge(Purge(REGION, first.link_id, first.id), city.ctx("system", date(2026, 3, 4)))
    assert store().has(first.digest)
    assert purge_left(REGION, city.ctx("system", date(2026, 3, 5)), 50, []) == 1
    assert not store().has(first.digest)
    assert not store().has(second.digest)
