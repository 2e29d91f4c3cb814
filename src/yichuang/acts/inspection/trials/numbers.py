"""人数、次数、签批和效力: which norm binds which stored number or word (数量和签批量具)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.db.models import Case as Choice
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value, When

from yichuang.acts.inspection.trials.days import paid_by
from yichuang.acts.inspection.trials.shapes import MINE, Gauge, entries, last_at, last_role
from yichuang.records.archive.models import ArchiveItem
from yichuang.records.cases.models import Case, CaseOutcome, ClockEvent, Effect, Stage, StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.certificates.models import Certificate, Proposal
from yichuang.records.delivery.models import DeliveryMethod, Dispatch
from yichuang.records.fees.models import Fee
from yichuang.records.hearings.models import Inspection
from yichuang.rules.dry_run.gauging import Way
from yichuang.rules.facts import FactKind
from yichuang.rules.fees.charging import CONSTRUCTION_LAND, GENERAL

_EXTENDED, _PAUSED = Q(kind=FactKind.EXTENDED.value), Q(kind=FactKind.PAUSED.value)
_JOINT = Q(case__kind=CaseKind.JOINT.value)
_DECIDED = Q(outcome__in=(CaseOutcome.GRANTED.value, CaseOutcome.DENIED.value))
_LATE = {"due": "due_on", "done": "done_at", "word": "effect"}

_events = ClockEvent.objects.filter(**MINE, kind=FactKind.EXTENDED.value).order_by().values("case_id")
_TIMES = Subquery(_events.annotate(number=Count("id")).values("number"))
_signed = Stage.objects.filter(**MINE, kind=StageKind.DECISION.value, assignee__isnull=False)
_reviewed = Stage.objects.filter(**MINE, kind=StageKind.REVIEW.value, assignee=OuterRef("of_signer"))
_signers = _signed.values("assignee")[:1]
_supplemented = ClockEvent.objects.filter(**MINE, kind=FactKind.SUPPLEMENTED.value).order_by("-seq")


def _effect(kind: StageKind, effect: Effect) -> Gauge:
    """Return the answers that came too late or by this effect."""
    columns = _LATE if effect is Effect.SILENCE else {"word": "effect"}
    where = Q(kind=kind.value) & (Q(due_on__isnull=False) if effect is Effect.SILENCE else Q(effect=effect.value))
    return Gauge(Way.EFFECT, Stage, columns, where)


def _grounds(act: str) -> Gauge:
    return Gauge(Way.AMONG, Proposal, {"word": "ground"}, Q(act=act))


def _unpaid(limit: str) -> Gauge:
    return Gauge(Way.EFFECT, Fee, {"due": "pay_by", "done": "paid_on"}, Q(pay_by__isnull=False), paid_by(limit))


NUMBERS: Mapping[str, Gauge] = MappingProxyType(
    {
        "extension_count": Gauge(Way.MOST, Case, {"number": _TIMES}, Q(extension_days__gt=0)),
        "extension_limit": Gauge(Way.MOST, ClockEvent, {"number": "days"}, _EXTENDED & ~_JOINT),
        "joint_extension_limit": Gauge(Way.MOST, ClockEvent, {"number": "days"}, _EXTENDED & _JOINT),
        "extension_approver": Gauge(Way.AMONG, ClockEvent, {"word": "by"}, _EXTENDED & ~_JOINT),
        "joint_extension_approver": Gauge(Way.AMONG, ClockEvent, {"word": "by"}, _EXTENDED & _JOINT),
        "pause_approver": Gauge(Way.AMONG, ClockEvent, {"word": "by"}, _PAUSED),
        "pause_kinds": Gauge(Way.AMONG, ClockEvent, {"word": "pause"}, _PAUSED),
        "second_review_min_officers": Gauge(Way.LEAST, Inspection, {"number": "officers"}, Q(kind="substance")),
        "inspection_min_officers": Gauge(Way.LEAST, Inspection, {"number": "officers"}, ~Q(kind="substance")),
        "left_delivery_witnesses": Gauge(
            Way.LEAST, Dispatch, {"number": "witnesses"}, Q(way=DeliveryMethod.LEFT.value)
        ),
        "decision_signer": Gauge(Way.RANK, Case, {"word": last_role("case.decided")}, _DECIDED),
        "denial_approver": Gauge(
            Way.RANK, Case, {"word": last_role("case.decided")}, Q(outcome=CaseOutcome.DENIED.value)
        ),
        "correction_expiry_approver": Gauge(
            Way.RANK, Case, {"word": last_role("case.refused")},
            Q(outcome=CaseOutcome.REFUSED.value, correction_due_on__isnull=False),
        ),
        "separate_signatures": Gauge(
            Way.LEAST, Case,
            {"signer": Subquery(_signers), "number": Choice(When(Exists(_reviewed), then=Value(1)), default=Value(2))},
            _DECIDED,
        ),
        "decision_conclusions": Gauge(Way.AMONG, Case, {"word": "outcome"}, _DECIDED),
        "filing_conclusions": Gauge(Way.AMONG, Case, {"word": "outcome"}, Q(outcome__in=("filed", "not_filed"))),
        "case_kinds": Gauge(Way.AMONG, Case, {"word": "kind"}),
        "fee_basis_levels": Gauge(Way.AMONG, Fee, {"word": "level"}),
        "archive_retentions": Gauge(Way.AMONG, ArchiveItem, {"word": "retention"}),
        "revocation_grounds": _grounds("revoked"),
        "withdrawal_grounds": _grounds("withdrawn"),
        "cancellation_grounds": _grounds("cancelled"),
        "deregistration_grounds": _grounds("deregistered"),
        "change_grounds": _grounds("changed"),
        "silence_codept": _effect(StageKind.CO_REVIEW, Effect.SILENCE),
        "consultation_silence_effect": _effect(StageKind.CONSULTATION, Effect.SILENCE),
        "absence_codept": _effect(StageKind.CO_REVIEW, Effect.ABSENCE),
        "irregular_codept": _effect(StageKind.CO_REVIEW, Effect.IRREGULAR),
        "behalf_signing": Gauge(Way.EFFECT, Stage, {"word": "effect"}, Q(effect=Effect.BEHALF.value)),
        "supplement_silence_effect": Gauge(
            Way.EFFECT, Case, {"due": "correction_due_on", "done": Subquery(_supplemented.values("on")[:1])},
            Q(correction_due_on__isnull=False),
        ),
        "tolerance_failure_effect": Gauge(
            Way.EFFECT, Case, {"start": last_at("case.tolerance_failed", "case.tolerance_expired")},
            Q(Exists(entries("case.tolerance_failed", "case.tolerance_expired"))),
        ),
        "unpaid_effect": _unpaid(GENERAL),
        "construction_land_unpaid_effect": _unpaid(CONSTRUCTION_LAND),
        "renewal_silence_effect": Gauge(Way.EFFECT, Certificate, {"start": "deemed_on"}, Q(deemed_on__isnull=False)),
        "proxy_application": Gauge(Way.EFFECT, Case, {}, ~Q(agent={})),
    }
)  # fmt: skip
