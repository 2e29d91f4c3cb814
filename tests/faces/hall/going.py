"""Who goes where in the hall: people with a log-in, devices with a code."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.records.hall.conftest import SmallHall, at
from yichuang.faces.common.live.devices import digest
from yichuang.records.hall.models import (
    HallWindow,
    Screen,
)
from yichuang.records.ids import new_id

BACKEND = "django.contrib.auth.backends.ModelBackend"


def client(hall: SmallHall, who: str = "clerk") -> Client:
    found = Client()
    found.force_login(hall.city.people[who], backend=BACKEND)
    return found


def device(hall: SmallHall, kind: str) -> Client:
    """A device that was registered and has typed its code."""
    window = HallWindow.objects.get(window__no="A06")
    Screen.objects.create(
        hall=hall.hall, hall_window=window, kind=kind, name=kind, code_digest=digest("12345678"), made_at=at(9)
    )
    found = Client()
    assert found.post("/screen/", {"code": "1234 5678"}).status_code == 302
    return found


def press(who: Client, do: str, **more: str) -> Any:
    told = {"key": f"key-{do}-{new_id()}"[:60], "do": do, "seen": who.get("/desk/calling/").context["seen"]}
    return who.post("/desk/calling/", told | more)


def text(answer: Any) -> str:
    return str(answer.content.decode())
