"""关联: a concern is tied to an item, a case, or another concern."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern
from yichuang.acts.context import Context
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.feedback.access import concern_for
from yichuang.records.feedback.models import Concern
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ConcernLink(OnConcern):
    """What it is about."""

    item_id: UUID | None = None
    case_no: str = ""
    about_no: str = ""


@concern_act(verb="concern.linked")
def link_concern(row: Concern, wish: ConcernLink, ctx: Context) -> Deed:
    """Put on record what a concern is about; what is not there, or not to be seen by the officer, is refused.

    Raises: Refused (nothing named, no such case or concern).

    Basis: S4-二(三)
    """
    case_no, about_no = wish.case_no.strip().upper(), wish.about_no.strip().upper()
    if not (wish.item_id or case_no or about_no) or about_no == row.no:
        raise Refused("link_missing", "S4-二(三)")
    try:
        if case_no:
            case_no = read_case(case_no, ctx.officer, ctx.directory).no
        if about_no:
            about_no = concern_for(about_no, ctx.officer, ctx.directory).no
    except NotFound:
        raise Refused("link_unknown", "S4-二(三)") from None
    values = {"item_id": wish.item_id or row.item_id, "case_no": case_no or row.case_no}
    return Deed(values | {"about_no": about_no or row.about_no}, " ".join(filter(None, (case_no, about_no))))
