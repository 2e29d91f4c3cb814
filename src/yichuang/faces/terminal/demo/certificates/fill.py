"""The library of certificates in the demonstration: types before the first case, what became of some afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.library.keep_type import TypeKeeping, keep_type
from yichuang.acts.library.share import Grant, share
from yichuang.acts.library.suspend import Suspending, suspend
from yichuang.acts.library.sweeping import tell_expiries
from yichuang.faces.terminal.demo.data import read
from yichuang.records.applicants.models import Applicant
from yichuang.records.certificates.models import Certificate
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Department, Posting, Role, User
from yichuang.rules.officers import SYSTEM

_ZONE = ZoneInfo("Asia/Shanghai")
_HOME = "990100"


def build_types(now: datetime) -> None:
    """Enter the types of the home centre, each defined by the department that issues it."""
    then, manager = now - timedelta(days=178), _manager()
    for number, row in enumerate(read("certificates/types")["types"], 1):
        department = Department.objects.get(centre__region__code=_HOME, slug=row["department"])
        wish = TypeKeeping(
            _HOME, f"{department.uscc}{number:03d}", row["name"], row["holder"], department.id, row.get("years"), "A"
        )
        keep_type(wish, _ctx(manager, then))
        forget()


def build_library(now: datetime) -> None:
    """Let the company share a certificate, suspend another one, and tell what ends soon."""
    company = User.objects.get(username="company")
    mine = Applicant.objects.filter(region_code=_HOME, user=company).values("id")
    held = Certificate.objects.filter(region_code=_HOME, status="valid", valid_to__gt=now).order_by("id")
    own = held.filter(holder_id__in=mine).first()
    if own is not None:
        wish = Grant(Of(_HOME, own.id), "办理项目贷款", "嘉宁农商银行安岭支行", 30)
        share(wish, _ctx(company.id, now - timedelta(days=1)))
    other = (
        held.exclude(holder_id__in=mine).filter(no__contains="启").first() or held.exclude(holder_id__in=mine).last()
    )
    if other is not None:
        head = Posting.objects.filter(role=Role.AGENCY_HEAD, department_id=other.issuer_id).first()
        reason = "现场检查发现主要设备超过检定周期，不再具备许可时的条件。"
        facts = Suspending(Of(_HOME, other.id), "conditions_lost", reason, "当面陈述，承诺 30 日内整改。")
        if head is not None:
            suspend(facts, _ctx(head.user_id, now - timedelta(days=2)))
    tell_expiries(_HOME, Context(SYSTEM, now, directory()), 50, [])


def _manager() -> UUID:
    return Posting.objects.get(role=Role.CENTRE_MANAGER, centre__region__code=_HOME).user_id


def _ctx(user_id: UUID, at: datetime) -> Context:
    place = directory()
    officer = place.officer(user_id, at.astimezone(_ZONE).date())
    return Context(officer, at, place, new_id().hex)
