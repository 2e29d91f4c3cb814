"""自行届满的期限: norms whose term runs out by itself, and how long things are kept (届满量具)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.db.models import Q, Subquery

from yichuang.acts.inspection.trials.shapes import MINE, Gauge, last_at
from yichuang.records.applicants.models import Ban, BanKind
from yichuang.records.archive.models import ArchiveItem, Retention
from yichuang.records.cases.models import Case, CaseOutcome
from yichuang.records.delivery.models import Delivery, DeliveryMethod, Dispatch
from yichuang.rules.dry_run.gauging import Way


def _ban(kind: BanKind) -> Gauge:
    mine = Ban.objects.filter(**MINE, kind=kind.value).order_by("since")
    columns = {"start": Subquery(mine.values("since")[:1]), "due": Subquery(mine.values("until")[:1])}
    return Gauge(Way.BAN, Case, columns, Q(outcome__in=(CaseOutcome.DENIED.value, CaseOutcome.GRANTED.value)))


def _kept(retention: Retention) -> Gauge:
    columns = {"start": "case__closed_on", "due": "keep_until"}
    return Gauge(Way.KEPT, ArchiveItem, columns, Q(retention=retention.value, disposed_on__isnull=True))


_REMEDY = Gauge(Way.TERM, Delivery, {"start": "delivered_at"})

TERMS: Mapping[str, Gauge] = MappingProxyType(
    {
        "public_delivery_limit": Gauge(
            Way.TERM, Dispatch, {"start": "since", "due": "due_on"}, Q(way=DeliveryMethod.NOTICE.value)
        ),
        "remedy_review_limit": _REMEDY,
        "remedy_court_limit": _REMEDY,
        "false_material_ban": _ban(BanKind.FALSE_MATERIAL),
        "fraud_ban": _ban(BanKind.FRAUD),
        "archive_within": Gauge(
            Way.DUTY, Case, {"start": "closed_on", "done": last_at("case.archived")}, Q(state="closed")
        ),
        "archive_years_long": _kept(Retention.LONG),
        "archive_years_short": _kept(Retention.SHORT),
    }
)  # fmt: skip
