"""送会签、征求意见、征询: other departments are asked, each in a stage of its own, with a day to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.consulting.asked import due_of, own_day
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.consulting import asking
from yichuang.rules.consulting.reach import may_reach
from yichuang.rules.permissions import OFFICE, WINDOW
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask what: `kind` of rules.consulting.asking; `due_on` where no norm names the day."""

    on: On
    kind: str
    departments: tuple[UUID, ...]
    question: str
    due_on: date | None = None
    in_turn: bool = False


@case_act(verb="case.asked")
def ask(case: CaseFile, wish: Ask, ctx: Context) -> Work:
    """Open a stage at each department asked; in turn, the later ones wait. A consultation goes out as a letter.

    Basis: S0b-8, S0b-12, S0b-13
    """
    lead_only(case, wish.kind, ctx)
    norms = norms_of(case)
    asked = asking.Asking(wish.kind, wish.departments, wish.question, wish.due_on, wish.in_turn)
    waiting = {(stage.kind, stage.department_id) for stage in case.stages if not stage.done}
    known = asking.AskedCase(case.state, case.department_id, case.received_on, own_day(case), waiting)
    asking.may_ask(asked, known, norms, ctx.today).raise_if_refused()
    if any(department not in ctx.directory.departments for department in wish.departments):
        raise Refused("ask_nobody", "XKF-34.1")
    regions = [ctx.directory.departments[department].centre.region for department in wish.departments]
    may_reach(case.region_code, ((region.code, region.level) for region in regions)).raise_if_refused()
    due_on = due_of(case, wish.kind, ctx, wish.due_on)
    return Work(
        add=tuple(_rows(case, wish, ctx, due_on)),
        papers=_letter(case, wish, ctx, due_on),
        facts={"asked": wish.kind, "due_on": due_on},
    )


def lead_only(case: CaseFile, kind: str, ctx: Context) -> None:
    """Refuse whoever is neither of the lead department nor, for the opinion whether to accept, of the window."""
    of_lead = ctx.officer.grant(OFFICE, region_code=case.region_code, department_id=case.department_id)
    at_window = ctx.officer.grant(WINDOW, region_code=case.region_code)
    if of_lead is None and (kind != asking.ACCEPT_OPINION or at_window is None):
        raise Refused("ask_by_lead", asking.BASIS.get(kind, "XKF-34.1"))


def _rows(case: CaseFile, wish: Ask, ctx: Context, due_on: date | None) -> Iterator[Row]:
    for number, department in enumerate(wish.departments):
        waits = wish.in_turn and number > 0
        yield open_stage(
            case, wish.kind, ctx, department_id=department, asked_by_id=ctx.officer.user_id,
            question=wish.question.strip(), starts_on=None if waits else ctx.today,
            due_on=wish.due_on if waits else due_on,
        )  # fmt: skip


def _letter(case: CaseFile, wish: Ask, ctx: Context, due_on: date | None) -> tuple[Paper, ...]:
    """Return the letter to all departments that are consulted (征求意见函), with what silence means."""
    if wish.kind != asking.CONSULTATION:
        return ()
    effect = norms_of(case).get("consultation_silence_effect")
    letter = numbered(
        DocumentKind.CONSULTATION_LETTER, about(case, ctx), ctx, basis="S0b-13" if effect else "",
        to=[ctx.directory.departments[department].name for department in wish.departments],
        question=wish.question.strip(), due_on=due_on, silence=str(effect.value) if effect else "",
    )  # fmt: skip
    return (replace(letter, public=False),)
