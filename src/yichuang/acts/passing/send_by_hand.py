"""人工递送: the network can't carry the file, so somebody carries it, with a list that both sides sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import handed_in
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.staff.carrying import may_send
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Carriage:
    """Which file goes to which department, who carries it, and why the network could not."""

    on: On
    to: UUID
    carrier: str
    why: str


@case_act(verb="case.sent_by_hand", materials=True)
def send_by_hand(case: CaseFile, wish: Carriage, ctx: Context) -> Work:
    """Issue the list of what is carried (交接清单); it stays open until the real times have been keyed in.

    Basis: S4-二(四)2
    """
    if case.stage(StageKind.BY_HAND) is not None:
        raise Refused("carried_already", "S4-二(四)2")
    to, sender = ctx.directory.departments.get(wish.to), from_of(case, ctx)
    elsewhere = to is not None and to.name != sender
    may_send(wish.carrier, wish.why, elsewhere=elsewhere).raise_if_refused()
    assert to is not None
    carried = {"carrier": wish.carrier.strip(), "why": wish.why.strip(), "sender": sender}
    sheet = numbered(
        DocumentKind.TRANSFER_LIST, about(case, ctx), ctx, to=to.name, materials=handed_in(case), **carried
    )
    named = replace(sheet, public=False, fields={**sheet.fields, "agency": sender})
    row = open_stage(
        case, StageKind.BY_HAND.value, ctx, department_id=to.id, due_on=None, asked_by_id=ctx.officer.user_id,
        question=carried["why"], particulars=carried,
    )  # fmt: skip
    return Work(add=(row,), papers=(named,), payload=carried | {"to": to.name})


def from_of(case: CaseFile, ctx: Context) -> str:
    """Return who hands the file over: the officer's department, the centre where he sits at a window."""
    own = [grant.department_id for grant in ctx.officer.grants if grant.department_id in ctx.directory.departments]
    window = ctx.officer.grant(frozenset({"window_clerk"}), region_code=case.region_code)
    if window is None and own:
        return str(ctx.directory.departments[own[0]].name)
    return str(ctx.directory.departments[case.department_id].centre.name)
