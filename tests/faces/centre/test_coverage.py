"""电子证照覆盖: shares, targets that begin on their day, and the page that shows both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from django.test import Client

from tests.acts.certificate.lives import certificate, issued
from tests.acts.city import City
from yichuang.faces.centre.certificates.coverage import _percent
from yichuang.law.book import book
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre
from yichuang.rules.library.coverage import meets, share

TODAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("day", "new", "whole"),
    [(date(2017, 12, 30), None, None), (date(2017, 12, 31), False, None), (date(2020, 12, 31), False, True)],
)
def test_targets_of_putian_begin_on_their_days(day: date, new: bool | None, whole: bool | None) -> None:
    norms = book().norms("cn.350300", day)
    assert meets(share(199, 200), norms.get("certificate_coverage_new")) is new
    assert meets(share(5, 5), norms.get("certificate_coverage_all")) is whole


def test_nothing_issued_has_no_share_and_nothing_is_rounded_up() -> None:
    assert share(0, 0) is None
    assert (_percent(Fraction(1999, 2000)), _percent(Fraction(1)), _percent(None)) == ("99.9%", "100%", "—")


@pytest.mark.django_db
def test_the_page_names_what_has_no_type(
    centre: City, enter: Callable[[str], Client], on_day: Callable[[date], None]
) -> None:  # fmt: skip
    issued(centre)
    row = certificate()
    Centre.objects.update(profile="cn.350300")
    forget()
    on_day(TODAY)
    page = enter("supervisor").get("/centre/certificate-coverage/").content.decode()
    assert f"类型目录里没有：{row.type_name}" in page
    assert "未达标" in page
    assert "起（S3-二(四)2）" in page
    assert enter("archivist").get("/centre/certificate-coverage/").status_code == 403
