"""What is special about a case (特别事项): fees, outstanding materials, a promise, the green channel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.ask import FeeAsked, ask_fee
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.confirm import Confirmation, confirm_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.stage import scheme
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.recover import Recovery, recover
from yichuang.acts.tolerance.revoke_grant import GrantRevocation, found_false, revoke_grant
from yichuang.faces.office.cases.offers import barred_by
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.records.catalogue.options import is_filing
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import Fee
from yichuang.records.fees.queries import fees_of
from yichuang.rules import transitions
from yichuang.rules.permissions import grant_for


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its page, its words, and why not now ("" when it can be done)."""

    name: str
    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows; `owed` is the sum of the fees in fen."""

    fees: list[Fee]
    missing: list[MaterialView]
    steps: list[Step]
    filing: bool
    late: bool
    check_by: date | None = None  # the last day to look into what was promised
    check_provisional: bool = False  # 暂定: its year has no holiday notice yet

    @property
    def owed(self) -> int:
        """Return the sum in fen."""
        return sum(fee.amount for fee in self.fees)


_Wish = Callable[[CaseFile], Any]
_STEPS: tuple[tuple[Any, str, str, _Wish, Callable[[CaseFile], bool]], ...] = (
    (conclude_filing, "filing", "备案结论", lambda c: FilingConclusion(On(c.no), True), lambda c: _files(c)),
    (ask_fee, "fee-ask", "送财务核定缴费", lambda c: FeeAsked(On(c.no)), lambda c: _asks(c)),
    (assess_fee, "fee-assess", "核定缴费", lambda c: Assessment(On(c.no), _first(c), 1), lambda c: _assesses(c)),
    (confirm_fee, "fee-confirm", "确认缴费到账", lambda c: Confirmation(On(c.no)), lambda c: _pays(c, finance=True)),
    (lapse_fee, "fee-lapse", "逾期未缴费处理", lambda c: Lapse(On(c.no)), lambda c: _pays(c, finance=False)),
    (fail_tolerance, "tolerance-fail", "容缺逾期处理", lambda c: Failure(On(c.no)), lambda c: bool(c.tolerance_by)),
    (
        check_undertaking, "promise-check", "核查承诺", lambda c: UndertakingCheck(On(c.no), True, "—"),
        lambda c: c.undertaken and c.last(StageKind.AFTER_CHECK) is None,
    ),
    (
        revoke_grant, "revoke-grant", "撤销准予决定", lambda c: GrantRevocation(On(c.no), "—", "—"),
        lambda c: found_false(c) is not None,
    ),
    (recover, "recover", "登记收回结果", lambda c: Recovery(On(c.no), "—"), lambda c: _to_recover(c)),
    (expedite, "expedite", "列入绿色通道", lambda c: Expedition(On(c.no), "—"), lambda c: not c.expedited),
)  # fmt: skip


def panel_of(case: CaseFile, ctx: Context) -> Panel:
    """Return the panel of a case; the steps are those that its state knows and the officer's post holds."""
    missing = [m for m in case.materials if m.verdict == MaterialVerdict.DEFERRED]
    late = case.tolerance_by is not None and ctx.today > case.tolerance_by
    fees = fees_of(case.region_code, case.id) if any(s.kind == StageKind.PAYMENT for s in case.stages) else []
    owed, filing = case.stage(StageKind.AFTER_CHECK), is_filing(version_of(case.item_version_id))
    by = owed.due_on if owed else None
    provisional = by is not None and ctx.directory.calendar(case.profile).provisional(by)
    return Panel(fees, missing, _steps(case, ctx), filing, late, by, provisional)


def _steps(case: CaseFile, ctx: Context) -> list[Step]:
    found = []
    for act, name, label, wish, concerns in _STEPS:
        known = transitions.find(act.verb, case.state, case.kind) is not None
        if known and concerns(case) and grant_for(act.verb, ctx.officer, place_of(case)):
            found.append(Step(name, label, barred_by(act, case, wish(case), ctx)))
    return found


def _files(case: CaseFile) -> bool:
    return is_filing(version_of(case.item_version_id))


def _asks(case: CaseFile) -> bool:
    return bool(scheme(case).assessor) and not _stands(case)


def _assesses(case: CaseFile) -> bool:
    stage = case.stage(StageKind.PAYMENT)
    if stage is not None:
        return stage.picked_up_on is None
    return bool(scheme(case).charges) and not scheme(case).assessor and not _stands(case)


def _pays(case: CaseFile, *, finance: bool) -> bool:
    stage = case.stage(StageKind.PAYMENT)
    return stage is not None and stage.starts_on is not None and (bool(scheme(case).assessor) or not finance)


def _stands(case: CaseFile) -> bool:
    return any(stage.kind == StageKind.PAYMENT for stage in case.stages)


def _to_recover(case: CaseFile) -> bool:
    return case.stage(StageKind.RECOVERY) is not None and case.tolerance_by is None and found_false(case) is None


def _first(case: CaseFile) -> dict[str, int]:
    return {charge.name: 1 for charge in scheme(case).charges[:1]}
