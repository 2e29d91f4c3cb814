"""带日期的记录: which norm limits which stored day (期限量具)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.db.models import Case as Choice
from django.db.models import Exists, F, Q, When
from django.db.models.functions import Coalesce, TruncDate

from yichuang.acts.context import ZONE
from yichuang.acts.inspection.trials.shapes import Columns, Gauge, entries, last_at
from yichuang.records.cases.models import Case, CaseOutcome, Stage, StageKind
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.options import fee_scheme
from yichuang.records.certificates.models import Renewal
from yichuang.records.fees.models import Fee
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty
from yichuang.records.meetings.models import Meeting
from yichuang.records.projects.models import Cooperation, CooperationKind
from yichuang.rules.dry_run.gauging import Way
from yichuang.rules.fees.charging import CONSTRUCTION_LAND, GENERAL, WATER

_OPENED = Coalesce(F("starts_on"), TruncDate("opened_at", tzinfo=ZONE))
_STAGE: Columns = {"start": _OPENED, "due": "due_on", "done": "done_at"}
_TOLERANT = ("case.tolerance_completed", "case.tolerance_failed", "case.tolerance_expired")
# Partly completed, what is missing is still owed: it was done when the day was taken off the case.
_COMPLETED = When(tolerance_by__isnull=True, then=last_at(*_TOLERANT))


def _stage(kind: StageKind, **columns: str) -> Gauge:
    return Gauge(Way.DUTY, Stage, {**_STAGE, **columns}, Q(kind=kind.value, due_on__isnull=False))


def _from_acceptance(kind: StageKind, done: str) -> Gauge:
    seen = Q(done_at__isnull=True) | Q(**{f"{done}__isnull": False})
    return Gauge(Way.DUTY, Stage, {"start": "case__accepted_on", "done": done}, Q(kind=kind.value) & seen)


def paid_by(limit: str) -> Callable[[ItemVersion], bool]:
    """Return which item versions are paid for under this limit (缴费期限的种类)."""
    return lambda version: fee_scheme(version).limit == limit


def _payment(limit: str) -> Gauge:
    return Gauge(Way.DUTY, Fee, {"start": "notified_on", "due": "pay_by", "done": "paid_on"}, of_item=paid_by(limit))


DAYS: Mapping[str, Gauge] = MappingProxyType(
    {
        "correction_expiry_decision_limit": Gauge(
            Way.DUTY, Case, {"start": "correction_due_on", "done": last_at("case.refused")},
            Q(correction_due_on__isnull=False) & (Q(state="correcting") | Q(outcome=CaseOutcome.REFUSED.value)),
        ),
        "accept_opinion_limit": _stage(StageKind.ACCEPT_OPINION, start="case__received_on"),
        "hand_over_limit": _from_acceptance(StageKind.REVIEW, "picked_up_on"),
        "tolerance_limit": Gauge(
            Way.DUTY, Case, {"start": "accepted_on", "due": "tolerance_by", "done": Choice(_COMPLETED)},
            Q(tolerance_by__isnull=False) | Q(Exists(entries(*_TOLERANT))),
        ),
        "lower_review_limit": _stage(StageKind.LOWER_REVIEW),
        "forwarding_limit": _stage(StageKind.FORWARDING),
        "codept_limit": _stage(StageKind.CO_REVIEW),
        "codept_pickup_limit": _from_acceptance(StageKind.CO_REVIEW, "picked_up_on"),
        "countersign_limit": _stage(StageKind.COUNTERSIGN),
        "consultation_answer_limit": _stage(StageKind.CONSULTATION),
        "consultation_send_limit": _from_acceptance(StageKind.CONSULTATION, "opened_at"),
        "inspection_limit": Gauge(
            Way.DUTY, Inspection, {"start": "case__accepted_on", "due": "due_on", "done": "on"}, ~Q(kind="substance")
        ),
        "hearing_request_limit": Gauge(
            Way.RIGHT, InterestedParty, {"start": "told_on", "due": "answer_by", "done": "stated_on"}
        ),
        "hearing_limit": Gauge(
            Way.DUTY, Hearing, {"start": "requested_on", "due": "hold_by", "done": "held_on"},
            Q(requested_on__isnull=False),
        ),
        "hearing_notice_limit": Gauge(Way.LEAD, Hearing, {"start": "on", "done": "called_on"}),
        "meeting_notice_limit": Gauge(Way.LEAD, Meeting, {"start": "held_on", "done": "called_at"}),
        "certificate_limit": Gauge(
            Way.DUTY, Case, {"start": "decided_on", "due": "certificate_by", "done": "closed_on"},
            Q(outcome=CaseOutcome.GRANTED.value, certificate_by__isnull=False),
        ),
        "certificate_after_payment_limit": Gauge(
            Way.DUTY, Fee, {"start": "confirmed_on", "due": "case__certificate_by", "done": "case__closed_on"}
        ),
        "payment_notice_limit": Gauge(
            Way.DUTY, Fee, {"start": "assessed_on", "due": "notify_by", "done": "notified_on"}
        ),
        "payment_limit": _payment(GENERAL),
        "construction_land_payment_limit": _payment(CONSTRUCTION_LAND),
        "water_fee_payment_limit": _payment(WATER),
        "coordination_limit": Gauge(
            Way.DUTY, Cooperation, {"start": "asked_at", "due": "due_on", "done": "answered_at"},
            Q(kind__in=(CooperationKind.COORDINATION.value, CooperationKind.URGING.value)),
        ),
        "renewal_apply_before": Gauge(
            Way.LEAD, Renewal, {"start": "expires_on", "due": "apply_by", "done": "applied_on"}
        ),
    }
)  # fmt: skip
