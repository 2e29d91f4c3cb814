"""告知承诺, 当场更正, 绿色通道, and instant items without a slip."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted
from tests.acts.special.world import PROMISE, case, city_of, equip, instant
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.intake.submit import submit
from yichuang.acts.supervision.watching import watch
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.recover import Recovery, recover
from yichuang.acts.tolerance.revoke_grant import GrantRevocation, revoke_grant
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.models import Material, Stage
from yichuang.records.cases.notices import Span, decided
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory
from yichuang.records.supervision.models import Alert

pytestmark = pytest.mark.django_db
FILE = {"digest": "0" * 64, "name": "图.pdf", "media_type": "application/pdf", "size": 3}


@pytest.fixture
def promising(db: None) -> City:
    return city_of("cn", undertaking=PROMISE)


def promised(city: City) -> str:
    no = submitted(city)
    undertake(Undertaken(on(no), "孙玉兰"), city.ctx("resident"))
    accept(Acceptance(on(no), {"form": "ok", "map": "unseen"}), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))
    return no


def test_decided_on_the_spot_on_a_promise(promising: City) -> None:
    no = promised(promising)
    assert (case(no).state, case(no).undertaken, case(no).decided_on) == ("decided", True, date(2026, 3, 2))
    assert Document.objects.get(region_code="990100", kind="undertaking").fields["spared"] == ["位置图"]
    check_undertaking(UndertakingCheck(on(no), True, "现场核实"), promising.ctx("reviewer", date(2026, 4, 1)))
    again = promising.ctx("reviewer", date(2026, 4, 2))
    refused("undertaking_checked", lambda: check_undertaking(UndertakingCheck(on(no), True, "再核"), again))
    assert list(examine("990100", directory())) == []


def test_a_promise_is_checked_within_thirty_working_days_of_the_decision(db: None) -> None:
    city = city_of("cn", undertaking=PROMISE | {"check_within": 30})
    no, last = promised(city), date(2026, 4, 14)
    owed = Stage.objects.get(region_code="990100", kind="after_check")
    assert (owed.due_on, owed.done_at) == (last, None)
    watch("990100", city.ctx("system", last))
    assert not Alert.objects.filter(region_code="990100", rule="step_late").exists()
    watch("990100", city.ctx("system", date(2026, 4, 15)))
    late = Alert.objects.get(region_code="990100", rule="step_late")
    assert (late.on, late.basis, late.evidence) == (
        date(2026, 4, 15), "YSHJ-40.3", {"due": "2026-04-14", "step": "after_check"}
    )  # fmt: skip
    check_undertaking(UndertakingCheck(on(no), True, "现场核实"), city.ctx("reviewer", date(2026, 4, 16)))
    watch("990100", city.ctx("system", date(2026, 4, 16)))
    late.refresh_from_db()
    assert (late.ended_on, Stage.objects.filter(kind="after_check", region_code="990100").count()) == (
        date(2026, 4, 16), 1
    )  # fmt: skip
    assert list(examine("990100", directory())) == []


def test_a_false_promise_is_marked_for_revocation(promising: City) -> None:
    no = promised(promising)
    refused("opinion_missing", lambda: check_undertaking(UndertakingCheck(on(no), False, ""), promising.ctx("agency")))
    check_undertaking(UndertakingCheck(on(no), False, "没有安装计量设施"), promising.ctx("reviewer"))
    assert Stage.objects.filter(region_code="990100", kind="recovery", done_at=None).count() == 1
    refused("grant_stands", lambda: recover(Recovery(on(no), "尚未制证"), promising.ctx("reviewer")))
    refused("recovery_running", lambda: issue(Issue(on(no)), promising.ctx("clerk")))
    revoke_grant(GrantRevocation(on(no), "没有安装计量设施", "放弃陈述"), promising.ctx("agency"))
    assert (case(no).state, case(no).outcome, case(no).closed_on) == ("closed", "revoked", date(2026, 3, 2))
    assert [one.no for one in decided("990100", Span(date(2026, 3, 2), date(2026, 3, 2)), "granted")] == [no]
    refused("recovery_none", lambda: recover(Recovery(on(no), "再登记"), promising.ctx("reviewer")))
    assert list(examine("990100", directory())) == []


def test_what_a_revocation_of_the_grant_needs(promising: City) -> None:
    no, wish = promised(promising), GrantRevocation(on(""), "没有安装计量设施", "放弃陈述")
    wish = replace(wish, on=on(no))
    refused("promise_not_false", lambda: revoke_grant(wish, promising.ctx("agency")))
    check_undertaking(UndertakingCheck(on(no), False, "没有安装"), promising.ctx("agency"))
    refused("reason_missing", lambda: revoke_grant(replace(wish, reason=" "), promising.ctx("agency")))
    refused("holder_not_heard", lambda: revoke_grant(replace(wish, heard=" "), promising.ctx("agency")))
    refused("same_person", lambda: revoke_grant(wish, promising.ctx("agency")))
    refused("not_yours", lambda: revoke_grant(wish, promising.ctx("clerk")))


def test_promises_that_can_not_be_signed(promising: City) -> None:
    no = submitted(promising)
    refused("undertaking_signer", lambda: undertake(Undertaken(on(no), " "), promising.ctx("clerk")))
    undertake(Undertaken(on(no), "孙玉兰"), promising.ctx("clerk"))
    refused("undertaking_signed", lambda: undertake(Undertaken(on(no), "孙玉兰"), promising.ctx("clerk")))


def test_an_item_without_promise(city: City) -> None:
    equip(city)
    no = submitted(city)
    refused("undertaking_none", lambda: undertake(Undertaken(on(no), "孙玉兰"), city.ctx("clerk")))
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decided = instant(city)
    accept(Acceptance(on(decided)), city.ctx("clerk"))
    decide(Decision(on(decided), True, "", "依据"), city.ctx("chief"))
    wish = UndertakingCheck(on(decided), True, "核")
    refused("undertaking_missing", lambda: check_undertaking(wish, city.ctx("reviewer")))


def test_a_slip_is_put_right_at_once(city: City) -> None:
    no = submitted(city)
    answer_by = case(no).answer_by
    correct_now(CorrectionNow(on(no), {"amount": 15}, {"map": [FILE]}), city.ctx("clerk"))
    row = case(no)
    assert open_values(row.form, row.id)["amount"] == 15
    assert open_values(row.form, row.id)["purpose"] == "生活用水"
    assert (row.state, row.answer_by, row.accepted_on) == ("received", answer_by, None)
    assert Material.objects.get(region_code="990100", key="map").files == [FILE]
    assert list(examine("990100", directory())) == []


def test_nothing_to_put_right(city: City) -> None:
    no = submitted(city)
    refused("nothing_corrected", lambda: correct_now(CorrectionNow(on(no), {"amount": 12}), city.ctx("resident")))
    late = city.ctx("clerk", date(2026, 3, 10))
    refused("deemed_accepted", lambda: correct_now(CorrectionNow(on(no), {"amount": 13}), late))


def test_the_green_channel_moves_no_date(city: City) -> None:
    no = submitted(city)
    before = case(no)
    refused("reason_missing", lambda: expedite(Expedition(on(no), " "), city.ctx("chief")))
    expedite(Expedition(on(no), "市重点项目"), city.ctx("chief"))
    after = case(no)
    assert after.expedited
    assert (after.light_on, after.answer_by, after.due_on) == (before.light_on, before.answer_by, before.due_on)
    refused("expedited_already", lambda: expedite(Expedition(on(no), "再列"), city.ctx("chief")))


@pytest.mark.parametrize(("profile", "slips"), [("cn", 1), ("cn.350300", 0)])
def test_an_instant_item_needs_no_slip_in_putian(db: None, profile: str, slips: int) -> None:
    city = city_of(profile)
    accept(Acceptance(on(instant(city))), city.ctx("clerk"))
    assert Document.objects.filter(region_code="990100", kind="acceptance").count() == slips


@pytest.mark.parametrize(("answer", "said"), [
    ({"person_name": "王五"}, "applicant_stays"),
    ({"person_id": "350300199001011234"}, "applicant_stays"),
    ({"person_name": "孙玉兰"}, "nothing_corrected"),
])  # fmt: skip
def test_who_applies_is_not_corrected(city: City, answer: dict[str, str], said: str) -> None:
    own = {"person_name": "孙玉兰", "person_id": "350300198511151234", "contact_name": "孙玉兰"}
    wish = city.submission(city.promised, channel="online", user_id=city.people["resident"].id)
    no = submit(replace(wish, form={**wish.form, **own}), city.ctx("resident")).no
    refused(said, lambda: correct_now(CorrectionNow(on(no), answer), city.ctx("resident")))
    correct_now(CorrectionNow(on(no), {"contact_name": "王五"}), city.ctx("resident"))
