"""不受理, 不予受理 and the second person: reasons, preview, decision."""

from __future__ import annotations

import pytest

from tests.acts.city import City
from tests.faces.window.conftest import Desk, at_desk, case_of, words
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Channel
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Department, Posting

WHY = "申请事项不属于本机关职权范围。"
LAW = "《中华人民共和国行政许可法》第三十二条第一款第(二)项"
REFUSAL = {"w_do": "file", "reason": WHY, "basis": LAW, "office": "省水利厅"}


@pytest.fixture
def proposed(strict_city: City) -> str:
    """The number of a case whose refusal the clerk proposed, where the window has no veto."""
    wish = strict_city.submission(
        strict_city.promised, channel=Channel.ONLINE, user_id=strict_city.people["resident"].id
    )
    no = submit(wish, strict_city.ctx("resident")).no
    at_desk(strict_city).on_case(no, "refuse/", w_propose="1", w_do="file", reason=WHY)
    return no


def test_it_works(desk: Desk, online: str) -> None:
    desk.on_case(online, "refuse/", **REFUSAL)
    paper = Document.objects.get(region_code="990100", kind="refusal")
    assert (case_of(online).state, case_of(online).outcome) == ("closed", "refused")
    assert (paper.fields["reason"], paper.fields["right_office"]) == (WHY, "省水利厅")
    assert paper.fields["review_authority"] == "嘉宁市人民政府"


def test_false_material_is_ticked_and_warned_of(desk: Desk, online: str) -> None:
    ticked = REFUSAL | {"office": "", "falsely": "申请人隐瞒有关情况或者提供虚假材料"}
    assert "给予警告" in words(desk.on_case(online, "refuse/", **(ticked | {"w_do": "preview"})))
    desk.on_case(online, "refuse/", **ticked)
    assert Document.objects.get(region_code="990100", kind="refusal").fields["warned"]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [({"reason": ""}, "理由：请填写"), ({"reason": "不行"}, "理由："), ({"basis": ""}, "法律依据：请填写")],
)
def test_reason_and_basis_are_asked(desk: Desk, online: str, field: dict[str, str], sentence: str) -> None:
    answer = desk.on_case(online, "refuse/", **(REFUSAL | field))
    assert (answer.status_code, case_of(online).state) == (422, "received")
    assert sentence in words(answer)


def test_the_letter_is_seen_before_it_is_sent(desk: Desk, online: str) -> None:
    first = words(desk.get(f"/desk/{online}/refuse/"))
    assert "作出不予受理决定</button>" not in first
    assert LAW in first
    page = words(desk.on_case(online, "refuse/", **(REFUSAL | {"w_do": "preview"})))
    assert "不予受理决定书" in page
    assert "向嘉宁市人民政府申请行政复议" in page
    assert "作出不予受理决定</button>" in page
    assert case_of(online).state == "received"


def test_not_needed_is_told(desk: Desk, online: str) -> None:
    desk.on_case(online, "not-needed/", w_do="file", reason="依法不需要取得行政许可。")
    assert (case_of(online).state, case_of(online).outcome) == ("closed", "not_needed")


def test_a_window_without_veto_only_proposes(strict_city: City, proposed: str) -> None:
    clerk = at_desk(strict_city)
    page = words(clerk.get("/desk/refusals/"))
    assert case_of(proposed).state == "received"
    assert "您提请的，要由另一个人审核" in page
    assert "不能独自作出不予受理" in words(clerk.on_case(proposed, "refuse/", **REFUSAL))
    assert case_of(proposed).state == "received"


def test_a_second_proposal_says_that_one_waits(strict_city: City, proposed: str) -> None:
    page = words(at_desk(strict_city).get(f"/desk/{proposed}/refuse/"))
    assert "已经提请过不予受理，正在等审核" in page


def test_only_a_leader_of_the_department_is_offered_the_decision(strict_city: City, proposed: str) -> None:
    offered = f"/desk/{proposed}/refuse/"
    assert offered in words(at_desk(strict_city, "chief").get("/desk/refusals/"))
    other = Department.objects.create(
        centre=strict_city.centre, slug="fire", name="嘉宁市消防局", short_name="市消防局", document_word="嘉消"
    )
    Posting.objects.filter(user=strict_city.people["chief"]).update(department=other)
    forget()
    page = words(at_desk(strict_city, "chief").get("/desk/refusals/"))
    assert "由市水利局的首席代表或者负责人审核" in page
    assert offered not in page


def test_the_second_person_decides(strict_city: City, proposed: str) -> None:
    chief = at_desk(strict_city, "chief")
    assert WHY in words(chief.get(f"/desk/{proposed}/refuse/"))
    chief.on_case(proposed, "refuse/", **REFUSAL)
    assert (case_of(proposed).state, case_of(proposed).outcome) == ("closed", "refused")


def test_the_second_person_may_return_it(strict_city: City, proposed: str) -> None:
    chief = at_desk(strict_city, "chief")
    chief.on_case(proposed, "return/", w_do="file", reason="属于本机关职权，请受理。")
    assert case_of(proposed).state == "received"
    assert "没有等审核的不予受理" in words(chief.get("/desk/refusals/"))


def test_a_clerk_may_not_return_it(strict_city: City, proposed: str) -> None:
    answer = at_desk(strict_city).on_case(proposed, "return/", w_do="file", reason="属于本机关职权，请受理。")
    assert answer.status_code == 422
    assert "不在您的岗位职责内" in words(answer)


def test_what_was_accepted_can_not_be_refused(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="accept", **{"m-form": "ok", "m-map": "ok"})
    assert "现在是“已受理”" in words(desk.get(f"/desk/{online}/refuse/"))
    assert desk.on_case(online, "refuse/", **REFUSAL).status_code == 422
