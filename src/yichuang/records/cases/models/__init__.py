"""办件: cases and what belongs to them."""

from yichuang.records.cases.models.case import Case, Draft
from yichuang.records.cases.models.parts import CasePart, ClockEvent, Material, Stage
from yichuang.records.cases.models.words import (
    CaseOutcome,
    CaseState,
    Channel,
    Conclusion,
    Effect,
    MaterialVerdict,
    StageKind,
)

__all__ = [
    "Case",
    "CaseOutcome",
    "CasePart",
    "CaseState",
    "Channel",
    "ClockEvent",
    "Conclusion",
    "Draft",
    "Effect",
    "Material",
    "MaterialVerdict",
    "Stage",
    "StageKind",
]
