"""代办记录: what the agent did for the project; nobody has to answer."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.projects.frame import OnProject, chain, read
from yichuang.acts.projects.sharing import cooperation, known_stage, worded
from yichuang.records.projects.models import CooperationKind
from yichuang.rules import permissions


@dataclass(frozen=True, slots=True)
class AgentNote:
    """Which project and stage, and what is noted."""

    on: OnProject
    stage: str
    words: str


def note(wish: AgentNote, ctx: Context) -> Filed:
    """Put a note of the project's own agent on record.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: S3-二(五)3
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    permissions.may("project.noted", ctx.officer, found.place(of_agent=True)).raise_if_refused()
    stage, words = known_stage(found, wish.stage), worded(wish.words)
    filing = Filing(
        place=chain(found),
        verb="project.noted",
        set={},
        add=(cooperation(found, CooperationKind.NOTE.value, stage, words, ctx),),
        facts={"stage": stage},
        answer={"code": found.row.code},
    )
    return file(filing, ctx)
