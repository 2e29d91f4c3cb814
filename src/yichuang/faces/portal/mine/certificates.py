"""我的证照: what was issued to the visitor, until when, and the way to renewal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import USER, allow
from yichuang.law.book import book
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.access import own_certificates
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.certificates.queries import cases_behind, open_renewals, successors_of
from yichuang.rules.after.renewal import RenewalDays, is_over, may_renew, reminder, renewal_days


@dataclass(frozen=True, slots=True)
class Card:
    """One certificate as its holder sees it."""

    row: Certificate
    light: str
    words: str
    left: int | None
    reminder: int | None
    days: RenewalDays | None
    renewal: str
    successor: Certificate | None
    renew_url: str

    @property
    def late(self) -> bool:
        """Say whether the day to apply in time is over while the certificate still lasts."""
        return bool(self.renew_url and self.days and self.left is not None and self.reminder and self._past)

    @property
    def _past(self) -> bool:
        apart = (self.row.valid_to - self.days.apply_by).days if self.days and self.row.valid_to else 0
        return self.left is not None and self.left < apart


@allow(USER)
@require_GET
def certificates(request: HttpRequest) -> HttpResponse:
    """Show the visitor's own certificates, those that run out first on top."""
    rows = own_certificates(request.officer, list(request.directory.centres))[:_MOST]
    around = _Around(
        cases_behind(rows),
        open_renewals({row.region_code for row in rows}, [row.id for row in rows]),
        successors_of(rows),
    )
    told = {"cards": [_card(row, around, request) for row in rows], "crumbs": [("我的", "/my/"), ("我的证照", "")]}
    return render(request, "portal/mine/certificates.html", told)


_MOST = 50


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to all certificates of the page, read at once."""

    cases: Mapping[UUID, Case]
    renewals: Mapping[UUID, str]
    successors: Mapping[UUID, Certificate]


def _card(row: Certificate, around: _Around, request: HttpRequest) -> Card:
    today, case = request.today, around.cases.get(row.case_id) if row.case_id else None
    left = (row.valid_to - today).days if row.valid_to else None
    renewal, days, step, url = "", None, None, ""
    if case is not None and row.status == CertificateStatus.VALID and row.valid_to:
        norms = book().norms(case.profile, today)
        days = renewal_days(row.valid_to, norms, request.directory.calendar(case.profile))
        step, renewal = reminder(row.valid_to, today, norms), around.renewals.get(row.id, "")
        url = _renew_url(row, case, today, renewal)
    light, words = _standing(row, today, step)
    return Card(row, light, words, left, step, days, renewal, around.successors.get(row.id), url)


def _renew_url(row: Certificate, case: Case, today: date, renewal: str) -> str:
    """Return where to ask for renewal, "" where it can't be asked for now."""
    item = version_of(case.item_version_id).item
    if item.status != ItemStatus.OPEN or not may_renew(row.valid_to, row.status, today, open_case=renewal).allowed:
        return ""
    return f"/apply/{item.code}/?renews={row.id}"


def _standing(row: Certificate, today: date, step: int | None) -> tuple[str, str]:
    if row.status != CertificateStatus.VALID:
        return "no", str(CertificateStatus(row.status).label)
    if is_over(row.valid_to, today):
        return "no", "已到期"
    return ("yellow", "快到期") if step else ("done", "有效")
