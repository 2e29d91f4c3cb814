"""受理: the application is complete and in lawful form. The decision clock starts; a sealed, dated voucher says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.acceptance import acceptance_notice
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Verdicts on materials by key (符合 unless said otherwise)."""

    on: On
    verdicts: Mapping[str, str] = field(default_factory=dict)


@case_act(verb="case.accepted", materials=True)
def accept(case: CaseFile, wish: Acceptance, ctx: Context) -> Work:
    """Accept the application; refused while a required material still stands at "to be corrected".

    A late acceptance changes nothing about the clock: it was accepted by silence (see the fold).
    Basis: XKF-32.1(5), XKF-32.2
    """
    verdicts = {m.key: wish.verdicts.get(m.key, MaterialVerdict.OK.value) for m in case.materials}
    open_ones = [
        m.name
        for m in case.materials
        if m.required and verdicts[m.key] in (MaterialVerdict.CORRECT, MaterialVerdict.UNSEEN)
    ]
    if open_ones:
        raise Refused("materials_open", "XKF-32.1(4)", {"materials": "、".join(open_ones)})
    fact = ClockFact(FactKind.ACCEPTED, ctx.today)
    changes = tuple(
        Change(Material, m.id, {"verdict": verdicts[m.key]}) for m in case.materials if m.verdict != verdicts[m.key]
    )
    return Work(
        clock=(fact,),
        set={"clerk_id": ctx.officer.user_id},
        change=changes,
        papers=(acceptance_notice(case, fact, ctx),),
    )
