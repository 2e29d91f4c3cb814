"""监察: what the rules found and what was done about it; checks drawn by lot and their records."""

from yichuang.records.supervision.models.alerts import Alert, Measure, MeasureKind, Watch, measure_kinds
from yichuang.records.supervision.models.calls import CallMeasure
from yichuang.records.supervision.models.checks import (
    SUBJECT,
    CheckKind,
    CheckRecord,
    CheckResult,
    CheckState,
    SpotCheck,
    check_kinds,
    check_results,
    check_states,
)

__all__ = [
    "SUBJECT", "Alert", "CallMeasure", "CheckKind", "CheckRecord", "CheckResult", "CheckState", "Measure",
    "MeasureKind", "SpotCheck", "Watch", "check_kinds", "check_results", "check_states", "measure_kinds",
]  # fmt: skip
