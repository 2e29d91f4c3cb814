"""举行听证: what was said is put on record, read by those who took part and signed; the decision rests on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.models import Conclusion, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import open_hearing
from yichuang.rules.hearing.hearings import may_hold
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class HearingRecord:
    """The record (笔录), and who took part: name, part, and whether he or she signed."""

    on: On
    record: str
    attendants: Sequence[Mapping[str, object]] = ()


@case_act(verb="case.hearing_held")
def hold_hearing(case: CaseFile, wish: HearingRecord, ctx: Context) -> Work:
    """Record the hearing as held; whoever refuses to sign is named with it, but somebody must have signed.

    Basis: XKF-48.1(4), XKF-48.1(5)
    """
    hearing = open_hearing(case.region_code, case.id)
    if hearing is None:
        raise Refused("hearing_not_called", "XKF-48.1(1)")
    attendants = [dict(person) for person in wish.attendants]
    signed = any(person.get("signed") for person in attendants)
    may_hold(hearing.on, ctx.today, record=wish.record, signed=signed).raise_if_refused()
    paper = slip(
        DocumentKind.HEARING_RECORD, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, day=hearing.on,
        time=hearing.time, place=hearing.place, topic=hearing.topic, public_hearing=hearing.public,
        chair=ctx.directory.names.get(hearing.chair_id, "") if hearing.chair_id else "", record=wish.record,
        attendants=attendants,
    )  # fmt: skip
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": Conclusion.AGREE.value}
    held = {"held_on": hearing.on, "record": wish.record, "signed": attendants}
    return Work(
        change=(Change(Hearing, hearing.id, held), Change(Stage, hearing.stage_id, done)),
        papers=(paper,),
        facts={"held_on": hearing.on, "attendants": len(attendants)},
    )
