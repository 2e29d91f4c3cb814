"""Granting, denying, refusing acceptance: once, by the right person, with reasons, basis and remedies."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import under_rules
from tests.acts.lives import submitted, to_decide
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.submit import submit
from yichuang.faces.office.cases.grounds import DENY, GRANT, grounds_of
from yichuang.records.catalogue.models import Item, ItemVersion, PowerKind
from yichuang.records.documents.models import Document

pytestmark = pytest.mark.django_db
REASON = "取水量超过用水定额，不符合规定的条件。"


def test_it_works(city: City, as_: Login) -> None:
    no = to_decide(city)
    page = words(as_("deputy").post(f"/cases/{no}/decide/", form(no, ground=["1", "2"]), follow=True))
    assert "已作出准予许可决定" in page
    assert (case_of(no).state, case_of(no).outcome) == ("decided", "granted")
    paper = Document.objects.get(region_code="990100", case_id=case_of(no).id, kind="grant")
    assert "《水法》第七条、《水法》第四十八条" in str(paper.fields)


def test_an_empty_denial_is_refused_with_its_article(city: City, as_: Login) -> None:
    no = to_decide(city)
    page = words(as_("deputy").post(f"/cases/{no}/deny/", form(no, step="preview")))
    assert ("第三十八条" in page, "写明理由，不少于" in page) == (True, True)
    assert case_of(no).state == "deciding"


def test_a_decision_needs_a_basis(city: City, as_: Login) -> None:
    no = to_decide(city)
    response = as_("deputy").post(f"/cases/{no}/decide/", form(no))
    assert response.status_code == 422
    assert "选或写作出决定的法律依据" in words(response)
    assert case_of(no).state == "deciding"


def test_a_second_decision_is_refused_in_words(city: City, as_: Login) -> None:
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("deputy", date(2026, 3, 6)))
    response = as_("agency").post(f"/cases/{no}/decide/", form(no, ground="1"))
    assert response.status_code == 422
    assert "这件办件现在是“已决定”，不能决定" in words(response)
    assert Document.objects.filter(region_code="990100", case_id=case_of(no).id, kind="grant").count() == 1


def test_two_leaders_at_once_only_one_decides(city: City, as_: Login) -> None:
    no = to_decide(city)
    posted = form(no, ground="1")
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("deputy", date(2026, 3, 6)))
    response = as_("agency").post(f"/cases/{no}/decide/", posted)
    assert response.status_code == 409
    assert "这件刚被 deputy 今天 10:00 作出决定" in words(response)


def test_the_reviewer_does_not_decide(city: City, as_: Login) -> None:
    from yichuang.records.org.models import Posting

    Posting.objects.create(
        user=city.people["reviewer"], role="deputy_head", centre=city.centre, department=city.department,
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    no = to_decide(city)
    response = as_("reviewer").post(f"/cases/{no}/decide/", form(no, ground="1"))
    assert response.status_code == 422
    assert "要由两个人分别办" in words(response)
    assert case_of(no).state == "deciding"


def test_who_holds_no_such_post_does_not_decide(city: City, as_: Login) -> None:
    no = to_decide(city)
    response = as_("reviewer").post(f"/cases/{no}/decide/", form(no, ground="1"))
    assert response.status_code == 422
    assert "不在您的岗位职责内" in words(response)


def test_a_denial_is_previewed_with_its_remedies_and_then_decided(city: City, as_: Login) -> None:
    no, client = to_decide(city), as_("deputy")
    posted = form(no, ground="1", other="《水法》第四十八条", reason=REASON)
    page = words(client.post(f"/cases/{no}/deny/", {**posted, "step": "preview"}))
    for told in (
        "不予行政许可决定书",
        REASON,
        "《中华人民共和国行政许可法》第三十八条第二款、《水法》第四十八条",
        "60 日内向嘉宁市人民政府申请行政复议",
        "6 个月内向",
    ):
        assert told in page
    assert case_of(no).state == "deciding"
    assert "已作出不予许可决定" in words(client.post(f"/cases/{no}/deny/", {**posted, "step": "file"}, follow=True))
    assert case_of(no).outcome == "denied"


def test_the_preview_tells_of_warning_and_ban(city: City, as_: Login) -> None:
    under_rules(city, safety=True)
    no, client = to_decide(city), as_("deputy")
    posted = form(no, ground="1", reason=REASON, false_material="yes", step="preview")
    page = words(client.post(f"/cases/{no}/deny/", posted))
    assert "给予警告" in page
    assert "以前（含当日）不得再次申请该行政许可" in page


def test_a_denial_offers_its_own_bases_and_ticks_none(city: City, as_: Login) -> None:
    grounds = as_("deputy").get(f"/cases/{to_decide(city)}/deny/").context["decision"].grounds
    assert grounds[0].words == "《中华人民共和国行政许可法》第三十八条第二款"
    assert not any(ground.ticked for ground in grounds)


def test_a_denial_offers_the_conditions_of_the_item() -> None:
    conditions = [{"text": "合定额", "basis": "甲条例 第二条"}, {"text": "不影响他人", "basis": "甲条例 第二条"}]
    guide = {"setting_basis": [{"basis": "甲法 第一条"}], "conditions": conditions}
    version = ItemVersion(item=Item(power_kind=PowerKind.LICENCE), guide=guide)
    told = [(ground.words, ground.note) for ground in grounds_of(version, DENY)[1:]]
    assert told == [("甲条例 第二条", "合定额；不影响他人")]
    assert [(g.words, g.ticked) for g in grounds_of(version, GRANT)] == [("甲法 第一条", True)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"ground": "1", "reason": "不行"}, "写明理由，不少于 10 字"), ({"reason": REASON}, "选或写作出决定的法律依据")],
)
def test_a_denial_needs_reason_and_basis(city: City, as_: Login, fields: dict[str, str], told: str) -> None:
    no = to_decide(city)
    response = as_("deputy").post(f"/cases/{no}/deny/", form(no, step="file", **fields))
    assert response.status_code == 422
    assert told in words(response)
    assert case_of(no).state == "deciding"


def test_an_instant_case_is_decided_on_the_spot_and_stands_among_the_done(city: City, as_: Login) -> None:
    no = submit(city.submission(city.instant), city.ctx("clerk", date(2026, 3, 6))).no
    accept(Acceptance(on(no)), city.ctx("clerk", date(2026, 3, 6)))
    client = as_("deputy")
    assert [row.case.no for row in client.get("/worklist/").context["rows"]] == [no]
    client.post(f"/cases/{no}/decide/", form(no, other="《社会保险法》第五十八条"))
    assert [row.case.no for row in client.get("/worklist/?tab=done").context["rows"]] == [no]


def test_a_proposed_refusal_is_decided_by_somebody_else(city: City, as_: Login) -> None:
    no = submitted(city, date(2026, 3, 6))
    propose_refusal(RefusalProposal(on(no), "不属于本机关职权，应向省厅申请。"), city.ctx("clerk", date(2026, 3, 6)))
    client = as_("deputy")
    assert "不属于本机关职权，应向省厅申请。" in words(client.get(f"/cases/{no}/refusal/"))
    posted = form(
        no, step="file", reason="不属于本机关职权，应向省厅申请。", other="《行政许可法》第三十二条", office="省水利厅"
    )
    assert "已作出不予受理决定" in words(client.post(f"/cases/{no}/refusal/", posted, follow=True))
    assert case_of(no).outcome == "refused"


def test_or_sent_back_to_the_window(city: City, as_: Login) -> None:
    no = submitted(city, date(2026, 3, 6))
    propose_refusal(RefusalProposal(on(no), "不属于本机关职权"), city.ctx("clerk", date(2026, 3, 6)))
    client = as_("deputy")
    assert client.post(f"/cases/{no}/refusal/", form(no, step="return")).status_code == 422
    page = words(client.post(f"/cases/{no}/refusal/", form(no, step="return", opinion="属于本机关职权。"), follow=True))
    assert "已退回窗口" in page
    assert case_of(no).state == "received"


def test_where_the_quota_is_used_up_the_case_leads_to_the_denial(city: City, as_: Login) -> None:
    under_rules(city, quota=1)
    first, second = to_decide(city), to_decide(city)
    decide(Decision(on(first), True, "", "《水法》"), city.ctx("deputy", date(2026, 3, 6)))
    answer = as_("deputy").get(f"/cases/{second}/")
    assert "数量限制是 1 个，已经用完" in words(answer)
    assert "第五十七条" in words(answer)
    assert f'href="/cases/{second}/deny/' in answer.content.decode()
    grounds = [str(ground) for ground in grounds_of(city.promised, DENY)]
    asked = form(second, step="file", ground=["2"], reason="数量限制 1 个，已经按受理先后准予先受理的申请。")
    assert "第五十七条" in grounds[1]
    assert as_("deputy").post(f"/cases/{second}/deny/", asked).status_code == 302
    assert (case_of(second).state, case_of(second).outcome) == ("decided", "denied")


def test_who_may_neither_grant_nor_deny_gets_no_link(city: City, as_: Login) -> None:
    no = to_decide(city)
    assert f"/cases/{no}/deny/" not in as_("reviewer").get(f"/cases/{no}/").content.decode()
