"""受理: the application is complete and in lawful form. The decision clock starts; a sealed, dated voucher says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.intake.refusing import none_proposed
from yichuang.acts.levels.eligible import may_be_accepted
from yichuang.acts.papers.acceptance import acceptance_notice
from yichuang.acts.tolerance.deferral import deferral, promised_keys
from yichuang.records.cases.models import CaseState, Material, MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused

_OPEN = (MaterialVerdict.CORRECT, MaterialVerdict.UNSEEN)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Verdicts on materials by key (符合 unless said otherwise).

    `promised`: the applicant undertakes in writing to bring what is marked 容缺 in time. `handed`: the clerk gave the
    acceptance slip to who came, on the spot (当面交付); who applied online finds it with his case.
    """

    on: On
    verdicts: Mapping[str, str] = field(default_factory=dict)
    promised: bool = False
    handed: bool = False


@case_act(verb="case.accepted", materials=True)
def accept(case: CaseFile, wish: Acceptance, ctx: Context) -> Work:
    """Accept the application; refused while a required material still stands at "to be corrected".

    A late acceptance changes nothing about the clock: it was accepted by silence (see the fold). What is marked
    容缺 may come later; where the applicant promised instead of proving (告知承诺), the case goes straight to its
    decision.
    The ledger tells whether the slip was handed over at the counter (受理单送达).
    Basis: XKF-32.1(5), XKF-32.2, S0b-6(1), S0f-3.1, YSHJ-40.3, S3-附件二(二)1
    """
    may_be_accepted(case, ctx)
    none_proposed(case)
    verdicts = {m.key: wish.verdicts.get(m.key, MaterialVerdict.OK.value) for m in case.materials}
    spared = promised_keys(case)
    open_ones = [m.name for m in case.materials if m.required and m.key not in spared and verdicts[m.key] in _OPEN]
    if open_ones:
        raise Refused("materials_open", "XKF-32.1(4)", {"materials": "、".join(open_ones)})
    late = [m for m in case.materials if verdicts[m.key] == MaterialVerdict.DEFERRED]
    until, notices = deferral(case, late, ctx, promised=wish.promised)
    fact, instant = ClockFact(FactKind.ACCEPTED, ctx.today), case.kind == CaseKind.INSTANT
    straight = case.undertaken and not instant
    changes = tuple(
        Change(Material, m.id, {"verdict": verdicts[m.key]} | ({"defect": ""} if m in late else {}))
        for m in case.materials
        if m.verdict != verdicts[m.key] or (m in late and m.defect)
    )
    slip = not instant or norms_of(case).flag("instant_needs_slip")
    return Work(
        state=CaseState.DECIDING.value if straight else "",
        clock=(fact,),
        set={"clerk_id": ctx.officer.user_id} | ({"tolerance_by": until} if until else {}),
        change=changes,
        add=(open_stage(case, StageKind.DECISION.value, ctx),) if straight else (),
        papers=(*((acceptance_notice(case, fact, ctx),) if slip else ()), *notices),
        facts={"slip": "handed"} if slip and wish.handed else {},
    )
