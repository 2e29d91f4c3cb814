"""What the law asks before a decision (决定之前): parties, hearing, inspection, quota, renewal; and what follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yichuang.acts.certificate.banning import warned
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.hearing.request_hearing import applicant_waived
from yichuang.acts.norms import norms_of
from yichuang.records.cases.models import CaseOutcome, Conclusion, Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.regime import Regime, regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.queries import asked_in_time
from yichuang.records.certificates.quota import quota_of
from yichuang.records.hearings.queries import inspections_of
from yichuang.rules.hearing import gates
from yichuang.rules.hearing.quota import may_grant
from yichuang.rules.verdict import Refused

if TYPE_CHECKING:
    from yichuang.acts.decision.decide import Decision


@dataclass(frozen=True, slots=True)
class Before:
    """What the procedure adds to the decision: rows, changes, and what the paper tells of it."""

    add: tuple[Row, ...] = ()
    change: tuple[Change, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


def before_decision(case: CaseFile, wish: Decision, ctx: Context) -> Before:
    """Refuse a decision for which the procedure is not finished.

    Raises: Refused.  Basis: XKF-36, XKF-46, XKF-48.2, XKF-34.3, XKF-55, XKF-57, XKF-50.2, XKF-78
    """
    norms, regime = norms_of(case), regime_of(version_of(case.item_version_id))
    told, heard = steps_of(case, StageKind.INTERESTED), steps_of(case, StageKind.HEARING)
    asked = gates.Asked(waived=applicant_waived(case), hearing=bool(heard))
    gates.parties_heard(told, norms, ctx.today, flagged=regime.interested, asked=asked).raise_if_refused()
    gates.hearing_held(heard, required=regime.hearing).raise_if_refused()
    if case.outcome != CaseOutcome.UPWARD:  # what a higher body replies is its own
        gates.record_followed(heard, wish.reason).raise_if_refused()
    _inspected(case, wish, regime)
    if wish.grant and regime.quota:
        may_grant(quota_of(case, regime.quota), norms).raise_if_refused()
    fields: dict[str, Any] = {"hearing_on": _hearing_day(case)}
    add: tuple[Row, ...] = ()
    if wish.false_material and not wish.grant:
        add, told_too = warned(case, ctx)
        fields |= told_too
    return Before(add, _renewal(case, wish, ctx), fields)


def steps_of(case: CaseFile, kind: str) -> tuple[gates.Step, ...]:
    """Return the steps of that kind as the gates see them."""
    return tuple(
        gates.Step(stage.done, stage.due_on, stage.conclusion != Conclusion.DISAGREE, stage.effect == Effect.WAIVED)
        for stage in case.stages
        if stage.kind == kind
    )


def _inspected(case: CaseFile, wish: Decision, regime: Regime) -> None:
    substance, tests = steps_of(case, StageKind.SUBSTANCE), steps_of(case, StageKind.TESTING)
    gates.inspected(substance, required=regime.substance, grant=wish.grant, basis="XKF-34.3").raise_if_refused()
    required = bool(regime.inspections)
    gates.inspected(tests, required=required, grant=wish.grant, basis="XKF-55.1").raise_if_refused()
    if not wish.grant and any(not step.passed for step in tests):
        failed = [row.standard for row in inspections_of(case.region_code, case.id) if not row.passed]
        gates.standard_cited(failed, f"{wish.reason}\n{wish.basis_words}").raise_if_refused()


def _hearing_day(case: CaseFile) -> Any:
    held = case.last(StageKind.HEARING)
    return held.starts_on if held else None


def _renewal(case: CaseFile, wish: Decision, ctx: Context) -> tuple[Change, ...]:
    """Close the step of a renewal; after the permit ran out undecided it can't be denied any more.

    Silence renews what was asked for in time, and nothing else: a late application is decided either way.
    Basis: XKF-50.1, XKF-50.2
    """
    stage = case.stage(StageKind.RENEWAL)
    if stage is None:
        return ()
    silent = stage.due_on is not None and ctx.today > stage.due_on and asked_in_time(case)
    if silent and not wish.grant:
        raise Refused("deemed_renewed", "XKF-50.2", {"on": stage.due_on})
    effect = Effect.SILENCE if silent else Effect.GIVEN
    conclusion = Conclusion.AGREE if wish.grant else Conclusion.DISAGREE
    done = {"done_at": ctx.at, "conclusion": conclusion.value, "effect": effect.value}
    return (Change(Stage, stage.id, done),)
