"""What else the window can do with a case (特别事项), each on a page of its own, or in words why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.hearing.request_hearing import applicant_waived, told_days
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.intake.compare_originals import Originals, comparable, compare_originals
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.passing.end_mandate import PRINCIPAL, MandateEnd, end_mandate
from yichuang.acts.passing.give_mandate import give_mandate
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.window.moves import ANY_REASON, Move, ask
from yichuang.faces.window.special import entrusting
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.options import is_filing, undertaking_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import Fee
from yichuang.records.fees.queries import fees_of
from yichuang.rules.permissions import grant_for
from yichuang.rules.proxy.mandate import mandate_of, may_end
from yichuang.rules.transitions import find

_Row = tuple[Any, Callable[[CaseFile], Any], Move, Callable[[CaseFile], bool]]


def _payment(case: CaseFile) -> StageView | None:
    return case.stage(StageKind.PAYMENT)


def _to_notify(case: CaseFile) -> bool:
    stage = _payment(case)
    return stage is not None and stage.picked_up_on is not None and stage.starts_on is None


def _to_pay(case: CaseFile) -> bool:
    stage = _payment(case)
    return stage is not None and stage.starts_on is not None


def in_time(case: CaseFile) -> Payment:
    """Return a payment of the day when it was told: what was paid in time is entered after the last day too."""
    stage = _payment(case)
    return Payment(On(case.no), ANY_REASON, stage.starts_on if stage else None)


def _all_deferred(case: CaseFile) -> Completion:
    keys = frozenset(m.key for m in case.materials if m.verdict == MaterialVerdict.DEFERRED)
    return Completion(On(case.no), checked=keys)


_ROWS: tuple[_Row, ...] = (
    (notify_fee, lambda c: FeeNotice(On(c.no)), Move("fee-notice", "告知缴费…", css=""), _to_notify),
    (pay_fee, in_time, Move("fee-paid", "登记缴费…", css=""), _to_pay),
    (complete_tolerance, _all_deferred, Move("complete", "容缺补齐…", css=""), lambda c: bool(c.tolerance_by)),
    (
        conclude_filing, lambda c: FilingConclusion(On(c.no), True), Move("filing", "备案结论…", css=""),
        lambda c: is_filing(version_of(c.item_version_id)),
    ),
    (
        undertake, lambda c: Undertaken(On(c.no), ANY_REASON), Move("promise", "签告知承诺书…"),
        lambda c: not c.undertaken and undertaking_of(version_of(c.item_version_id)) is not None,
    ),
    (
        correct_now, lambda c: CorrectionNow(On(c.no), {"_": ANY_REASON}), Move("correct-now", "当场更正…"),
        lambda c: bool(c.no),
    ),
    (
        compare_originals, lambda c: Originals(On(c.no), comparable(c)), Move("originals", "核对原件…"),
        lambda c: bool(comparable(c)),
    ),
    (
        end_mandate, lambda c: MandateEnd(On(c.no), PRINCIPAL, ANY_REASON), Move("mandate", "终止委托…"),
        lambda c: bool(c.agent) and may_end(mandate_of(c.agent)).allowed,
    ),
    (
        give_mandate, entrusting.probe, Move("mandate/new", "登记新的委托…"), lambda c: bool(c.no),
    ),
    (
        waive_hearing, lambda c: HearingWaiver(On(c.no), paper=ANY_REASON), Move("waive", "登记放弃听证…"),
        lambda c: bool(told_days(c, own=True)) and not applicant_waived(c),
    ),
    (expedite, lambda c: Expedition(On(c.no), ANY_REASON), Move("green", "列入绿色通道…"), lambda c: not c.expedited),
)  # fmt: skip


def special_steps(case: CaseFile, ctx: Context) -> tuple[Move, ...]:
    """Return the acts that concern this case in its state and that the officer's post holds."""
    place = place_of(case)
    known = [
        (act, wish, move)
        for act, wish, move, concerns in _ROWS
        if find(act.verb, case.state, case.kind) and concerns(case) and grant_for(act.verb, ctx.officer, place)
    ]
    return tuple(
        replace(move, refused=ask(lambda a=act, w=wish: a.judged(case, w(case), ctx), ctx)[0])
        for act, wish, move in known
    )


def fees_owed(case: CaseFile) -> list[Fee]:
    """Return the fees of a case that has a payment; no query where it has none."""
    paying = any(stage.kind == StageKind.PAYMENT for stage in case.stages)
    return fees_of(case.region_code, case.id) if paying else []
