"""A patrol with its photo stands as evidence of an alert; its digest is in the ledger."""

from datetime import date
from uuid import UUID

import pytest

from tests.acts.city import City
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.people.patrol import PatrolWish, patrol
from yichuang.acts.supervision.watching import watch
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.staffing.access import patrols_on
from yichuang.records.supervision.models import Alert

pytestmark = pytest.mark.django_db
HERE, LATE, PHOTO = "990100", date(2026, 4, 1), "ab" * 32


def seen(city: City, alert_id: UUID) -> PatrolWish:
    return PatrolWish(HERE, "away", city.window.id, None, "十点一刻无人", PHOTO, "a.jpg", alert_id)


def test_a_patrol_proves_an_alert(city: City) -> None:
    under_review(city)
    watch(HERE, city.ctx("system", LATE))
    alert = Alert.objects.filter(region_code=HERE).order_by("id")[0]
    patrol(seen(city, alert.id), city.ctx("manager", LATE))
    assert [(row.photo, row.kind) for row in patrols_on(HERE, alert.id)] == [(PHOTO, "away")]
    assert PHOTO in str(Entry.objects.get(region_code=HERE, verb="staff.patrolled").facts)
    assert list(examine(HERE, directory())) == []


def test_an_alert_that_is_not_there_is_refused(city: City) -> None:
    refused("patrol_no_alert", lambda: patrol(seen(city, UUID(int=3)), city.ctx("manager", LATE)))
