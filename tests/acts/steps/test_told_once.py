"""What a correction notice tells at once where a norm lists it, and nowhere else."""

from datetime import date

import pytest

from tests.acts.city import build_city, on
from tests.acts.lives import submitted
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.records.documents.models import Document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("profile", "sections"), [("cn.350300", 5), ("cn", 0)])
def test_the_sections_are_those_of_the_norm(profile: str, sections: int) -> None:
    city = build_city(profile)
    wish = CorrectionNotice(on(submitted(city)), {"map": "缺少比例尺"}, date(2026, 3, 16))
    notify_correction(wish, city.ctx("clerk", date(2026, 3, 3)))
    paper = Document.objects.get(region_code="990100", kind="correction")
    assert len(paper.fields.get("sections", ())) == sections
    assert ("next_steps" in paper.fields) is bool(sections)
