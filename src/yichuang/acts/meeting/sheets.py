"""会审结论书: the parts of a joint case that end with a meeting have a conclusion sheet each, as those of the desks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.joint.conclusion_sheet import conclusion_sheet, default_sheet
from yichuang.acts.meeting.minutes import Ending
from yichuang.acts.papers.paper import Paper
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.joint.conclusions import Concluded

_NORMS = {"absence": "absence_codept", "irregular": "irregular_codept"}


def sheets(case: CaseFile, ended: Sequence[tuple[Ending, StageView]], ctx: Context) -> Iterator[Paper]:
    """Yield the sheets: signed on the spot by the delegate, or the lead's record of what absence brought about.

    The applicant reads and copies them like any other; the minutes themselves stay inside the house.
    Basis: S0h-三.8, S0h-二(三)1, S0h-二(三)3
    """
    for one, part in ended:
        if not one.end.conclusion:
            continue
        norm = _NORMS.get(one.end.effect)
        if norm is None:
            yield conclusion_sheet(case, part, Concluded(one.end.conclusion, one.seat.opinion), ctx)
        else:
            yield default_sheet(case, part, one.end.effect, norms_of(case).basis(norm), ctx, met=True)
