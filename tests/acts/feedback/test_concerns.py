"""Concerns: filed, accepted, referred, answered, called back, reopened; hotline sheets; and what is refused."""

from datetime import date, datetime

import pytest

from tests.acts.city import ZONE, City
from tests.acts.feedback.walks import RATED, REGION, concern
from tests.acts.test_refusals import refused
from yichuang.acts.concerns.accept import Acceptance, accept_concern
from yichuang.acts.concerns.acknowledge import acknowledge_concern
from yichuang.acts.concerns.answer import answer_concern
from yichuang.acts.concerns.call_back import ConcernCall, call_back_concern
from yichuang.acts.concerns.extend import extend_concern
from yichuang.acts.concerns.hand_back import hand_back_concern
from yichuang.acts.concerns.link import ConcernLink, link_concern
from yichuang.acts.concerns.propose import Publication, propose_publication
from yichuang.acts.concerns.publish import publish_answer
from yichuang.acts.concerns.refer import Referral, refer_concern
from yichuang.acts.concerns.refuse import refuse_concern
from yichuang.acts.concerns.reopen import reopen_concern
from yichuang.acts.concerns.steps import OnConcern
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.access import concern_for, proven_concern
from yichuang.records.feedback.concerns import reports_after, year_counts
from yichuang.records.feedback.models import Concern
from yichuang.records.feedback.reaching import speaker_of
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Window

pytestmark = pytest.mark.django_db
SECOND = date(2026, 3, 12)


def row(no: str) -> Concern:
    return Concern.objects.get(region_code=REGION, no=no)


def accepted(city: City, **more: object) -> str:
    no = concern(city, **more)
    accept_concern(Acceptance(no), city.ctx("manager", RATED))
    return no


def answered(city: City, **more: object) -> str:
    no = accepted(city, **more)
    answer_concern(OnConcern(no, "已增开窗口"), city.ctx("reviewer", SECOND))
    return no


def test_it_works_for_a_complaint(city: City) -> None:
    no = concern(city)
    assert (no, row(no).state, row(no).due_on) == ("JN-C2026-00001", "filed", date(2026, 3, 12))
    accept_concern(Acceptance(no), city.ctx("clerk", RATED))
    assert (row(no).state, row(no).due_on) == ("open", date(2026, 3, 24))
    extend_concern(OnConcern(no, "需要调取录像"), city.ctx("agency", SECOND))
    assert row(no).due_on == date(2026, 3, 31)
    answer_concern(OnConcern(no, "已增开窗口"), city.ctx("reviewer", SECOND))
    call_back_concern(ConcernCall(no, "满意", result="satisfied"), city.ctx("manager", date(2026, 3, 13)))
    assert (row(no).state, row(no).satisfied) == ("done", "satisfied")
    assert list(examine(REGION, directory())) == []


def test_asked_at_the_wrong_window_it_is_referred_and_stays_open(city: City) -> None:
    """R137: a referral, not "closed"; the receiving window acknowledges."""
    other = Window.objects.create(centre=city.centre, no="B01", name="社保")
    no = concern(city, "clerk", "inquiry", source="window", window_id=city.window.id)
    assert row(no).first_asked_id == city.people["clerk"].id
    refer_concern(Referral(no, "社保事项在 B01", window_id=other.id), city.ctx("clerk", RATED))
    assert (row(no).state, row(no).due_on) == ("referred", date(2026, 3, 13))
    refused("concern_state", lambda: answer_concern(OnConcern(no, "x"), city.ctx("manager", RATED)))
    refused("referral_not_addressed", lambda: acknowledge_concern(OnConcern(no), city.ctx("clerk", RATED)))
    refer_back = Referral(no, "x", window_id=other.id)
    refused("concern_state", lambda: refer_concern(refer_back, city.ctx("clerk", RATED)))


def test_who_receives_a_referral_takes_it_up(city: City) -> None:
    no = concern(city, "manager", "inquiry", source="phone", department_id=None)
    refused("concern_department", lambda: refer_concern(Referral(no, "x"), city.ctx("manager", RATED)))
    refer_concern(Referral(no, "水利事项", department_id=city.department.id), city.ctx("manager", RATED))
    acknowledge_concern(OnConcern(no), city.ctx("reviewer", RATED))
    assert row(no).state == "open"
    nowhere = Referral(no, "x", department_id=city.department.id)
    refused("referral_nowhere", lambda: refer_concern(nowhere, city.ctx("reviewer", RATED)))


def test_a_complaint_is_not_referred_to_the_window_complained_of(city: City) -> None:
    no = accepted(city, target="window", target_window_id=city.window.id)
    back = Referral(no, "请窗口说明", window_id=city.window.id)
    refused("referral_accused", lambda: refer_concern(back, city.ctx("manager", RATED)))


def test_the_one_complained_of_sees_nothing_and_does_nothing(city: City) -> None:
    no = accepted(city, person_id=city.people["reviewer"].id)
    with pytest.raises(NotFound):
        answer_concern(OnConcern(no, "没有的事"), city.ctx("reviewer", SECOND))
    refused("complained_of", lambda: answer_concern.judged(row(no), OnConcern(no, "x"), city.ctx("reviewer", SECOND)))


def test_other_people_are_not_shown(city: City) -> None:
    no = concern(city, anonymous=False, name="孙玉兰", phone="13800002207")
    assert "孙" not in row(no).name
    assert speaker_of(row(no)) == ("孙玉兰", "13800002207")
    with pytest.raises(NotFound):
        concern_for(no, city.officer("stranger"), directory())
    assert proven_concern(no.lower(), "ab12cd34", directory()).no == no
    with pytest.raises(NotFound):
        proven_concern(no, "AB12CD35", directory())


def test_filing_is_refused(city: City) -> None:
    refused("concern_contact", lambda: concern(city, anonymous=False))
    refused("concern_kind", lambda: concern(city, kind="wish"))
    refused("praise_medium", lambda: concern(city, kind="praise"))
    refused("not_yours", lambda: concern(city, "resident", source="phone"))
    refused("hotline_no_missing", lambda: concern(city, "clerk", source="hotline"))


def test_a_complaint_may_not_be_accepted(city: City) -> None:
    no = concern(city, department_id=None)
    refused("concern_department", lambda: accept_concern(Acceptance(no), city.ctx("manager", RATED)))
    refused("concern_words_missing", lambda: refuse_concern(OnConcern(no), city.ctx("manager", RATED)))
    refuse_concern(OnConcern(no, "已经进入行政诉讼"), city.ctx("manager", RATED))
    refused("concern_state", lambda: accept_concern(Acceptance(no), city.ctx("manager", RATED)))


def test_a_call_back_is_made_by_another(city: City) -> None:
    no = accepted(city)
    answer_concern(OnConcern(no, "已增开窗口"), city.ctx("manager", SECOND))
    call = ConcernCall(no, "满意", result="satisfied")
    refused("called_back_by_answerer", lambda: call_back_concern(call, city.ctx("manager", SECOND)))
    refused("call_result_unknown", lambda: call_back_concern(ConcernCall(no, "x"), city.ctx("clerk", SECOND)))


def test_it_is_opened_again_once_and_in_time(city: City) -> None:
    no = answered(city, owner_id=city.people["resident"].id)
    again = OnConcern(no, "还是要等")
    refused("reopen_late", lambda: reopen_concern(again, city.ctx("resident", date(2026, 4, 14))))
    reopen_concern(again, city.ctx("resident", date(2026, 4, 10)))
    assert (row(no).state, row(no).due_on) == ("open", date(2026, 4, 24))
    answer_concern(OnConcern(no, "再增开一个"), city.ctx("reviewer", date(2026, 4, 13)))
    refused("reopened_already", lambda: reopen_concern(again, city.ctx("resident", date(2026, 4, 14))))


def test_more_time_is_given_once_and_in_time(city: City) -> None:
    no = accepted(city)
    more = OnConcern(no, "需要调取录像")
    refused("concern_extension_late", lambda: extend_concern(more, city.ctx("agency", date(2026, 3, 25))))
    extend_concern(more, city.ctx("agency", SECOND))
    refused("concern_extended_already", lambda: extend_concern(more, city.ctx("agency", SECOND)))
    refused("not_yours", lambda: extend_concern(more, city.ctx("reviewer", SECOND)))


def test_a_hotline_sheet_comes_once_and_is_told_back(city: City) -> None:
    no = concern(city, "clerk", "inquiry", source="hotline", hotline_no="12345-1")
    assert concern(city, "clerk", "inquiry", source="hotline", hotline_no="12345-1") == no
    assert row(no).due_on == date(2026, 3, 17)
    answer_concern(OnConcern(no, "请带身份证"), city.ctx("reviewer", SECOND))
    told = reports_after([REGION], None, 10)
    assert [(one.hotline_no, one.state) for one in told] == [("12345-1", "answered")]
    assert reports_after([REGION], told[0].id, 10) == []


def test_a_sheet_goes_back_within_its_hours(city: City) -> None:
    no = concern(city, "clerk", "complaint", source="hotline", hotline_no="12345-2")
    away = OnConcern(no, "不属于本中心")
    refused("hand_back_late", lambda: hand_back_concern(away, city.ctx("manager", date(2026, 3, 11), hour=11)))
    hand_back_concern(away, city.ctx("manager", date(2026, 3, 11), hour=10))
    assert row(no).state == "handed_back"
    other = OnConcern(concern(city), "不属于本中心")
    refused("no_hotline_sheet", lambda: hand_back_concern(other, city.ctx("manager", RATED)))


def test_it_is_linked_to_what_is_there(city: City) -> None:
    """R184: a hotline sheet is tied to an item or a case."""
    no = concern(city, "clerk", "inquiry", source="hotline", hotline_no="12345-3")
    desk = city.ctx("clerk", RATED)
    refused("link_missing", lambda: link_concern(ConcernLink(no), desk))
    refused("link_unknown", lambda: link_concern(ConcernLink(no, case_no="JN-2026-000099"), desk))
    link_concern(ConcernLink(no, item_id=city.promised.item_id, about_no=concern(city)), city.ctx("clerk", RATED))
    assert row(no).item_id == city.promised.item_id


def test_an_answer_is_published_by_a_second_person(city: City) -> None:
    no = concern(city, kind="inquiry", item_id=city.promised.item_id)
    answer_concern(OnConcern(no, "孙女士，请带身份证"), city.ctx("reviewer", SECOND))
    refused("nothing_proposed", lambda: publish_answer(OnConcern(no), city.ctx("manager", SECOND)))
    propose_publication(Publication(no, "请带身份证", question="要带什么"), city.ctx("manager", SECOND))
    refused("published_by_proposer", lambda: publish_answer(OnConcern(no), city.ctx("manager", SECOND)))
    publish_answer(OnConcern(no), city.ctx("agency", SECOND))
    refused("published_already", lambda: publish_answer(OnConcern(no), city.ctx("agency", SECOND)))


def test_only_what_has_an_item_is_published(city: City) -> None:
    no = concern(city, kind="inquiry")
    answer_concern(OnConcern(no, "请带身份证"), city.ctx("reviewer", SECOND))
    wish = Publication(no, "请带身份证", question="要带什么")
    refused("publication_without_item", lambda: propose_publication(wish, city.ctx("manager", SECOND)))


def test_the_year_in_numbers(city: City) -> None:
    """R091: inquiries, cards, banners, complaints."""
    for medium in ("card", "card", "banner"):
        concern(city, "clerk", "praise", source="window", medium=medium)
    concern(city, kind="inquiry")
    year = [datetime(one, 1, 1, tzinfo=ZONE) for one in (2026, 2027)]
    told = year_counts(REGION, *year)
    assert (told["inquiries"], told["cards"], told["banners"], told["complaints"]) == (1, 2, 1, 0)
