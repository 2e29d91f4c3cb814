"""Numbers by mail, over a real mail server: each period once; a server that refuses only delays it."""

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import Message
from email.policy import default
from io import BytesIO
from socket import socket
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from python_calamine import CalamineWorkbook

from tests.acts.city import START, City
from tests.acts.lives import under_review
from yichuang.acts.statistics import mailing
from yichuang.acts.statistics.counting import count_region
from yichuang.acts.statistics.mailing import send_due
from yichuang.records.statistics.desk import subscribe
from yichuang.records.statistics.models import Mailing

pytestmark = pytest.mark.django_db
REGION, APRIL = "990100", date(2026, 4, 1)


class Box:
    """What the mail server took in; `refusing` turns everything away."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.refusing = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.refusing:
            return "451 try again later"
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def box(settings: Any) -> Iterator[Box]:
    """A mail server of our own on a free port."""
    found = Box()
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(found, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield found
    server.stop()


def test_each_period_is_sent_once_with_its_workbook(city: City, box: Box) -> None:
    subscribe(REGION, ("leader@jianing.example", "市领导"), "month", START, city.people["manager"].id)
    under_review(city)
    count_region(REGION, city.ctx("system", START))
    assert send_due(REGION, city.ctx("system", date(2026, 3, 31))) == 0  # March is not over
    assert [send_due(REGION, city.ctx("system", APRIL)) for _ in range(3)] == [1, 0, 0]
    (mail,) = box.mails
    assert "2026年3月" in str(mail["Subject"])
    assert mail["To"] == "leader@jianing.example"
    text, sheet = list(mail.iter_parts())  # type: ignore[attr-defined]
    assert "收件：1件（上期 0）" in text.get_content()
    book = CalamineWorkbook.from_filelike(BytesIO(sheet.get_content()))
    assert book.sheet_names == ["指标", "按部门", "按窗口", "按事项", "按层级", "逐日", "口径"]
    rows = book.get_sheet_by_name("指标").to_python()
    assert [row[1] for row in rows if row[0] == "受理"] == [1]
    assert send_due(REGION, city.ctx("system", date(2026, 5, 4))) == 1


def test_what_a_server_refuses_is_sent_by_the_next_run(city: City, box: Box) -> None:
    subscribe(REGION, ("leader@jianing.example", ""), "week", START, city.people["manager"].id)
    box.refusing = True
    assert send_due(REGION, city.ctx("system", date(2026, 3, 9))) == 0
    assert Mailing.objects.get(region_code=REGION).fault
    box.refusing = False
    assert [send_due(REGION, city.ctx("system", date(2026, 3, 9))) for _ in range(2)] == [1, 0]
    assert len(box.mails) == 1


def test_a_run_cut_short_while_sending_never_sends_twice(city: City, box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    subscribe(REGION, ("leader@jianing.example", ""), "day", START, city.people["manager"].id)

    def cut_short(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(mailing, "noted_mailing", cut_short)
        with pytest.raises(KeyboardInterrupt):
            send_due(REGION, city.ctx("system", date(2026, 3, 3)))
    assert send_due(REGION, city.ctx("system", date(2026, 3, 3))) == 0
    assert Mailing.objects.get(region_code=REGION).state == "sending"
    assert len(box.mails) == 1


def test_nothing_is_sent_without_a_server(city: City, settings: Any) -> None:
    settings.EMAIL_HOST = ""
    subscribe(REGION, ("leader@jianing.example", ""), "day", START, city.people["manager"].id)
    assert send_due(REGION, city.ctx("system", APRIL)) == 0
    assert not Mailing.objects.filter(region_code=REGION).exists()
