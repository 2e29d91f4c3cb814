"""Numbers of applicants: masked for everybody, in full only with a purpose, and that is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.acts.city import PERSON, City
from tests.acts.lives import submitted
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.submit import submit
from yichuang.records.applicants.access import Reading, applicant_of, contact, given_in, reveal
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import ReadLog
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def applicant(city: City) -> Applicant:
    submitted(city)
    return applicant_of("990100", Applicant.objects.get(region_code="990100").id)


def test_it_works(city: City) -> None:
    row = applicant(city)
    assert reveal(row, Reading("phone", "电话联系申请人"), city.officer("reviewer"), AT) == "13800002207"
    log = ReadLog.objects.get(region_code="990100")
    assert (log.applicant_id, log.field, log.purpose, log.at) == (row.id, "phone", "电话联系申请人", AT)


def test_numbers_are_masked(city: City) -> None:
    shown = contact(applicant(city))
    assert (shown.identity, shown.phone, shown.address) == ("350***********1234", "138****2207", "******")


def test_a_later_case_shows_what_was_given_in_it(city: City) -> None:
    row = applicant(city)
    wish = replace(city.submission(city.promised), person=replace(PERSON, phone="13911112222", address=""))
    case = Case.objects.get(region_code="990100", no=submit(wish, city.ctx("clerk")).no)
    given = given_in(case.form, case.id)
    assert (contact(row, given).phone, contact(row, given).address) == ("139****2222", "******")
    assert reveal(row, Reading("phone", "电话联系申请人"), city.officer("reviewer"), AT, given) == "13911112222"
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize(("field", "purpose"), [("phone", ""), ("phone", " 看看 "), ("salary", "电话联系申请人")])
def test_without_field_and_purpose_it_is_refused(city: City, field: str, purpose: str) -> None:
    with pytest.raises(Refused):
        reveal(applicant(city), Reading(field, purpose), city.officer("reviewer"), AT)
    assert not ReadLog.objects.filter(region_code="990100").exists()


@pytest.mark.parametrize("who", ["resident", "stranger", "system"])
def test_who_holds_no_post_there_reads_nothing(city: City, who: str) -> None:
    with pytest.raises(Refused, match="not_yours"):
        reveal(applicant(city), Reading("phone", "电话联系申请人"), city.officer(who), AT)
