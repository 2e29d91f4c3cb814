"""From the decision on the spot to the receipt of delivery."""

from __future__ import annotations

import re

import pytest

from tests.acts.city import City
from tests.faces.window.conftest import Desk, at_desk, case_of, words
from yichuang.records.catalogue.versions import version_of
from yichuang.records.delivery.models import Delivery
from yichuang.records.org.models import Posting

GRANT = {"w_do": "file", "conclusion": "予以办理", "basis": "《社会保险法》第五十八条"}
HANDED = {"w_do": "file", "receiver": "孙玉兰", "relation": "本人", "method": "窗口领取"}


@pytest.fixture
def accepted(desk: Desk) -> str:
    """The number of an instant case that the clerk accepted."""
    desk.intake()
    return "JN-2026-000001"


def test_it_works(desk: Desk, chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **GRANT)
    desk.on_case(accepted, "issue/")
    desk.on_case(accepted, "deliver/", **HANDED)
    assert (case_of(accepted).state, case_of(accepted).outcome) == ("closed", "granted")
    assert Delivery.objects.get(region_code="990100").receiver == "孙玉兰"


def test_what_has_to_be_made_is_not_simply_closed(desk: Desk, chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **GRANT)
    page = words(desk.get(f"/desk/{accepted}/"))
    assert f'action="/desk/{accepted}/issue/"' in page
    assert f'action="/desk/{accepted}/close/"' not in page


def test_the_clerk_sees_that_a_second_person_is_awaited(desk: Desk, accepted: str) -> None:
    page = words(desk.get(f"/desk/{accepted}/"))
    assert "等首席代表当场决定" in page
    assert "“决定”不在您的岗位职责内" in page


def test_the_clerk_may_not_decide(desk: Desk, accepted: str) -> None:
    assert desk.get(f"/desk/{accepted}/decide/").status_code == 403
    assert desk.get("/desk/decisions/").status_code == 403


def test_the_chief_finds_it_and_sees_the_letter(chief: Desk, accepted: str) -> None:
    assert f"/desk/{accepted}/decide/" in words(chief.get("/desk/decisions/"))
    page = words(chief.on_case(accepted, "decide/", **(GRANT | {"w_do": "preview"})))
    assert "予以办理决定书" in page
    assert case_of(accepted).state == "accepted"


def test_who_accepted_does_not_decide(chief: Desk) -> None:
    chief.intake()
    page = words(chief.get("/desk/JN-2026-000001/decide/"))
    assert "要由两个人分别办" in page
    why = re.search(r'id="why-decide"[^>]*>([^<]*)<', words(chief.get("/desk/JN-2026-000001/")))
    assert why is not None
    assert "要由两个人分别办" in why[1]
    assert "依据：" in why[1]
    assert chief.on_case("JN-2026-000001", "decide/", **GRANT).status_code == 422
    assert case_of("JN-2026-000001").state == "accepted"


def test_a_chief_of_another_department_does_not_decide(city: City, accepted: str) -> None:
    Posting.objects.filter(user=city.people["chief"]).update(department=None)
    from yichuang.records.org.directory import forget

    forget()
    other = at_desk(city, "chief")
    assert other.on_case(accepted, "decide/", **GRANT).status_code == 422
    assert "没有等决定的即办件" in words(other.get("/desk/decisions/"))


def test_a_denial_needs_its_reasons(chief: Desk, accepted: str) -> None:
    answer = chief.on_case(accepted, "decide/", **(GRANT | {"conclusion": "不予办理"}))
    assert (answer.status_code, case_of(accepted).state) == (422, "accepted")
    assert "没有写理由" in words(answer)


def test_a_second_decision_is_refused(chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **GRANT)
    assert chief.on_case(accepted, "decide/", **GRANT).status_code == 422


def test_a_denial_is_delivered_without_certificate(desk: Desk, chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **(GRANT | {"conclusion": "不予办理", "reason": "不符合申领条件。"}))
    assert "没有准予许可，不能制发证照" in words(desk.get(f"/desk/{accepted}/"))
    desk.on_case(accepted, "deliver/", **HANDED)
    assert (case_of(accepted).state, case_of(accepted).outcome) == ("closed", "denied")


def test_nothing_is_delivered_before_it_is_made(desk: Desk, chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **GRANT)
    assert "证照还没有制作，不能送达" in words(desk.get(f"/desk/{accepted}/"))
    assert desk.on_case(accepted, "deliver/", **HANDED).status_code == 422
    assert desk.on_case(accepted, "close/").status_code == 422


def test_the_receiver_is_asked(desk: Desk, chief: Desk, accepted: str) -> None:
    chief.on_case(accepted, "decide/", **GRANT)
    desk.on_case(accepted, "issue/")
    answer = desk.on_case(accepted, "deliver/", **(HANDED | {"receiver": ""}))
    assert (answer.status_code, case_of(accepted).state) == (422, "issued")


def test_what_leaves_nothing_to_hand_over_is_closed(desk: Desk, chief: Desk, accepted: str) -> None:
    desk.city.instant.certificate = {}
    desk.city.instant.save()
    from yichuang.records.catalogue.versions import version_of

    version_of.cache_clear()
    chief.on_case(accepted, "decide/", **GRANT)
    desk.on_case(accepted, "close/")
    assert case_of(accepted).state == "closed"


def test_a_scan_at_the_issue_window_goes_to_the_hand_over(desk: Desk, chief: Desk, accepted: str) -> None:
    assert desk.get("/desk/pickup/", no=accepted).url == f"/desk/{accepted}/"
    chief.on_case(accepted, "decide/", **GRANT)
    desk.on_case(accepted, "issue/")
    assert desk.get("/desk/pickup/", no="jn2026000001").url == f"/desk/{accepted}/deliver/"
    assert desk.get("/desk/pickup/", no="JN-2026-000099").status_code == 404


def test_a_denial_does_not_start_with_the_items_own_basis(chief: Desk, accepted: str) -> None:
    page = words(chief.get(f"/desk/{accepted}/decide/"))
    assert "不予办理的必须写不予的依据" in page
    denied = {"conclusion": "不予办理", "reason": "不符合条件", "basis": ""}
    assert "没有写不予的依据" in words(chief.on_case(accepted, "decide/", **(GRANT | denied)))
    assert case_of(accepted).state == "accepted"


def test_a_filing_is_handed_over_and_over(desk: Desk, chief: Desk, accepted: str) -> None:
    version = version_of(desk.city.instant.id)
    version.guide = {**version.guide, "filing": {"exception": ""}}
    chief.on_case(accepted, "filing/", w_do="file", conclusion="予以备案")
    page = words(desk.get(f"/desk/{accepted}/"))
    assert f"/desk/{accepted}/issue/" not in page
    desk.on_case(accepted, "deliver/", **HANDED)
    assert (case_of(accepted).state, case_of(accepted).outcome) == ("closed", "filed")
    version_of.cache_clear()
