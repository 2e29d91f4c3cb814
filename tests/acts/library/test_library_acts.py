"""电子证照库: types, identifiers, suspension, codes for sharing, consent and reminders; what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.acts.certificate.lives import DAY, certificate, issued, of
from tests.acts.city import City
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.library.keep_type import TypeKeeping, keep_type
from yichuang.acts.library.resume import Resuming, resume
from yichuang.acts.library.share import Grant, share
from yichuang.acts.library.suspend import Suspending, suspend
from yichuang.acts.library.sweeping import identify_missing, tell_expiries
from yichuang.acts.library.take_back import TakingBackCode, take_back
from yichuang.acts.library.use import Use, use
from yichuang.records.certificates.access import NoCertificate
from yichuang.records.certificates.models import Certificate, ExpiryNotice, Sharing
from yichuang.records.org.directory import directory, forget
from yichuang.rules.identifiers import check_licence
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
CODE = "11620800MB0A10013N001"
TYPE = TypeKeeping("990100", CODE, "取水许可证", "any", None, 5, "A")


def refused(act: Callable[..., Filed], wish: object, ctx: Context) -> str:
    """Return the code of the refusal."""
    with pytest.raises(Refused) as fault:
        act(wish, ctx)
    return fault.value.code


def typed(city: City, wish: TypeKeeping = TYPE) -> Filed:
    """Enter a type."""
    filed = keep_type(wish, city.ctx("manager", DAY))
    forget()
    return filed


def held(city: City) -> Certificate:
    """Issue a certificate that is the resident's own."""
    issued(city)
    row = certificate()
    type(row.case).objects.filter(region_code="990100").update(owner=city.people["resident"])
    return row


def suspended(city: City, **more: object) -> Filed:
    """Suspend the certificate."""
    wish = Suspending(of(), "conditions_lost", "取水设施损坏", "当面陈述，要求限期修复")
    return suspend(replace(wish, **more), city.ctx("agency", DAY))  # type: ignore[arg-type]


def test_a_type_gives_identifiers_with_a_check_character(city: City) -> None:
    issued(city)
    assert certificate().identifier == ""
    typed(city)
    assert identify_missing("990100", city.ctx("system", DAY), 10, []) == 1
    assert check_licence(certificate().identifier).ok
    assert certificate().identifier.split(".")[5:7] == [CODE, "990100"]
    assert [finding for finding in examine("990100", directory()) if finding.code != "number_gap"] == []


def test_a_type_keeps_its_code_and_is_the_only_one_of_its_name(city: City) -> None:
    filed = typed(city)
    assert refused(keep_type, replace(TYPE, code="X"), city.ctx("manager")) == "type_code_malformed"
    assert refused(keep_type, replace(TYPE, code=CODE[:-1] + "2"), city.ctx("manager")) == "type_taken"
    other = replace(TYPE, type_id=filed.subject_id, code=CODE[:-1] + "2")
    assert refused(keep_type, other, city.ctx("manager")) == "type_code_fixed"
    assert refused(keep_type, replace(TYPE, name=" "), city.ctx("manager")) == "type_name_missing"
    assert refused(keep_type, TYPE, city.ctx("reviewer")) == "not_yours"
    keep_type(replace(TYPE, type_id=filed.subject_id, valid_years=3, version=1), city.ctx("manager"))


def test_suspended_is_not_in_force_and_resumed_is(city: City) -> None:
    issued(city)
    assert refused(suspend, Suspending(of(), "x", "a", "b"), city.ctx("agency", DAY)) == "suspension_ground"
    wish = Suspending(of(), "penalty", "a", "b")
    assert refused(suspend, wish, city.ctx("agency", DAY)) == "decision_no_missing"
    assert refused(suspend, replace(wish, decision_no="1", heard=""), city.ctx("agency", DAY)) == "holder_not_heard"
    assert refused(resume, Resuming(of(), "修好"), city.ctx("agency", DAY)) == "not_suspended"
    suspended(city)
    assert certificate().status == "suspended"
    assert refused(resume, Resuming(of(), " "), city.ctx("agency", DAY)) == "reason_missing"
    resume(Resuming(of(), "已修复"), city.ctx("agency", DAY))
    assert certificate().status == "valid"
    assert [finding for finding in examine("990100", directory()) if finding.code != "number_gap"] == []


def test_only_the_holder_shares_and_takes_back(city: City) -> None:
    held(city)
    wish = Grant(of(), "投标资格审查", "嘉宁建设", 7)
    with pytest.raises(NoCertificate):
        share(wish, city.ctx("stranger", DAY))
    assert refused(share, wish, city.ctx("agency", DAY)) == "not_yours"
    for name, value in (("purpose", " "), ("recipient", ""), ("days", 8)):
        found = refused(share, replace(wish, **{name: value}), city.ctx("resident", DAY))  # type: ignore[arg-type]
        assert found == f"share_{name}"
    share(wish, city.ctx("resident", DAY))
    sharing = Sharing.objects.get(region_code="990100")
    take_back(TakingBackCode(of(), sharing.id), city.ctx("resident", DAY))
    assert refused(take_back, TakingBackCode(of(), sharing.id), city.ctx("resident", DAY)) == "share_revoked"


def test_a_certificate_stands_for_the_material_of_its_name_while_it_is_in_force(city: City) -> None:
    held(city)
    wish = Use(of(), "TESTpromised", {"key": "permit", "name": "取水许可证（副本）"})
    use(wish, city.ctx("resident", DAY))
    other = replace(wish, slot={"key": "form", "name": "取水许可证申请书"})
    assert refused(use, other, city.ctx("resident", DAY)) == "certificate_other_type"
    suspended(city)
    assert refused(use, wish, city.ctx("resident", DAY)) == "certificate_not_in_force"
    assert refused(share, Grant(of(), "贷款", "银行", 1), city.ctx("reviewer", DAY)) == "not_yours"


def test_each_step_before_the_end_is_told_once(city: City) -> None:
    held(city)
    end = certificate().valid_to
    assert end is not None
    ctx = [city.ctx("system", end - timedelta(days=left)) for left in (91, 90, 89, 30, 7, 0)]
    assert [tell_expiries("990100", one, 10, []) for one in ctx] == [0, 1, 0, 1, 1, 0]
    assert sorted(ExpiryNotice.objects.values_list("days", flat=True)) == [7, 30, 90]
    assert tell_expiries("990100", city.ctx("system", end + timedelta(days=1)), 10, []) == 0
    assert date(2031, 1, 1) < end
