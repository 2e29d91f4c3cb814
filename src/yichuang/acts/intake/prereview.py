"""预审: the window looks at an online application before acceptance. No legal state, only a note."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile


@dataclass(frozen=True, slots=True)
class PreReview:
    """What the window noted."""

    on: On
    note: str = ""


@case_act(verb="case.prereviewed")
def prereview(case: CaseFile, wish: PreReview, ctx: Context) -> Work:
    """Note that the window has looked at the application; clocks are not touched.

    Basis: XKF-33
    """
    return Work(set={"prereviewed_on": ctx.today, "clerk_id": ctx.officer.user_id}, payload={"note": wish.note})
