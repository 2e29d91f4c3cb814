"""Inspections: two officers, a standard, photographs; what they find decides; and the quota."""

from datetime import date, timedelta

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import finding, inspected, under_rules, waiting_for_decision
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.inspecting.inspect import inspect
from yichuang.acts.inspection.doctor import examine
from yichuang.records.hearings.models import Inspection
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)
GRANT = (True, "", "《水法》")


def test_it_works(city: City) -> None:
    under_rules(city, inspections=["inspection"], photos=True)
    no = under_review(city)
    inspected(city, no)
    waiting_for_decision(city, no)
    decide(Decision(on(no), *GRANT), city.ctx("agency", FRIDAY))
    assert Inspection.objects.get(region_code="990100").due_on == date(2026, 3, 9)
    assert list(examine("990100", directory())) == []


def test_no_step_without_photographs(city: City) -> None:
    under_rules(city, inspections=["inspection"], photos=True)
    no = under_review(city)
    refused("photos_missing", lambda: inspected(city, no, files=()))
    plan = {"digest": "b" * 64, "name": "图.pdf", "media_type": "application/pdf", "size": 9}
    refused("photos_missing", lambda: inspected(city, no, files=(plan,)))


def test_no_inspection_by_one_officer(city: City) -> None:
    no, alone = under_review(city), (city.people["reviewer"].id,)
    refused("inspectors_too_few", lambda: inspected(city, no, officers=alone * 2))
    refused("inspectors_too_few", lambda: inspected(city, no, officers=alone, kind="substance"))
    refused("inspector_unknown", lambda: inspected(city, no, officers=(*alone, new_id())))
    refused("inspector_unknown", lambda: inspected(city, no, officers=(*alone, city.people["resident"].id)))
    refused("standard_missing", lambda: inspected(city, no, standard=""))
    refused("inspection_unknown", lambda: inspected(city, no, kind="visit"))
    refused("inspection_day", lambda: inspected(city, no, day=date(2026, 3, 4)))
    wish = finding(city, no)
    refused("not_yours", lambda: inspect(wish, city.ctx("clerk")))


def test_the_decision_waits_for_the_inspection(city: City) -> None:
    under_rules(city, inspections=["inspection"])
    no = waiting_for_decision(city)
    refused("inspection_missing", lambda: decide(Decision(on(no), *GRANT), city.ctx("agency", FRIDAY)))


def test_substance_is_checked_by_two(city: City) -> None:
    under_rules(city, substance=True)
    no = under_review(city)
    inspected(city, no, kind="substance", standard="", files=())
    waiting_for_decision(city, no)
    decide(Decision(on(no), *GRANT), city.ctx("agency", FRIDAY))


def test_a_denial_names_the_standard(city: City) -> None:
    no = under_review(city)
    inspected(city, no, passed=False)
    waiting_for_decision(city, no)
    refused("inspection_failed", lambda: decide(Decision(on(no), *GRANT), city.ctx("agency", FRIDAY)))
    vague = Decision(on(no), False, "检验不合格", "《水法》")
    refused("standard_not_cited", lambda: decide(vague, city.ctx("agency", FRIDAY)))
    decide(Decision(on(no), False, "检验不符合 GB 50015", "《水法》"), city.ctx("agency", FRIDAY))


def test_a_late_inspection_is_told(city: City) -> None:
    no = under_review(city)
    wish = finding(city, no, day=date(2026, 3, 10))
    inspect(wish, city.ctx("reviewer", date(2026, 3, 10)))
    assert Entry.objects.get(region_code="990100", verb="case.inspected").facts["late"] is True


def test_who_was_accepted_first_is_decided_first(city: City) -> None:
    under_rules(city, quota=1)
    first, second = waiting_for_decision(city), waiting_for_decision(city)
    refused("quota_earlier", lambda: decide(Decision(on(second), *GRANT), city.ctx("agency", FRIDAY)))
    decide(Decision(on(first), *GRANT), city.ctx("agency", FRIDAY))
    refused("quota_used", lambda: decide(Decision(on(second), *GRANT), city.ctx("agency", FRIDAY)))
    denied = Decision(on(second), False, "名额已满", "《水法》")
    decide(denied, city.ctx("agency", FRIDAY + timedelta(days=3)))
