"""Asked at the desk, the second screen of the window opens the pad, and comes back once the customer has rated."""

from tests.acts.feedback.walks import closed, rating
from tests.faces.feedback.conftest import text
from tests.faces.hall.conftest import hall as hall
from tests.faces.hall.going import client, device
from tests.records.hall.conftest import SmallHall


def test_the_second_screen_asks_through_the_pad(hall: SmallHall) -> None:
    no, screen = closed(hall.city), device(hall, "customer")
    asked = client(hall).post("/desk/customer/", {"key": "a-key-of-the-desk", "kind": "rate", "no": no})
    assert asked.status_code == 302
    pad = screen.get("/screen/customer/").headers["Location"]
    assert pad.startswith("/rate/pad/")
    page = screen.get(pad)
    assert (no in text(page), page.headers["Refresh"].endswith(pad)) == (True, True)
    thanked = screen.post(pad, {"key": "a-key-of-the-pad", "grade": "5", "case": no}, follow=True)
    assert thanked.headers["Refresh"] == "8; url=/screen/customer/"
    assert rating(no).channel == "pad"
    assert screen.get(pad).headers["Location"] == "/screen/customer/"
    assert "欢迎" in text(screen.get("/screen/customer/"))
