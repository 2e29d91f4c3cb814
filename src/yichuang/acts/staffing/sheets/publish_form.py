"""发布考核表样: the items by which windows or people are assessed from a day on; an older version is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act, words_of
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import SheetForm, SheetSubject
from yichuang.rules.staff.scoring import ItemOf, may_publish
from yichuang.rules.verdict import Refused

_BASIS = "S1-四2"


@dataclass(frozen=True, slots=True)
class FormWish:
    """For whom, which period, from when on, under which title, with which items."""

    region_code: str
    subject: str
    period: str
    title: str
    effective_on: date
    items: tuple[ItemOf, ...]


@staff_act(verb="staff.form_published")
def publish_form(wish: FormWish, ctx: Context) -> Entered:
    """Put a version of a form on record.

    Raises: Refused (subject, period, title, items, marks that do not make a hundred, sources, a day that is past).
    Basis: S1-四2
    """
    if wish.subject not in SheetSubject.values:
        raise Refused("form_subject", _BASIS)
    if wish.period not in norms_here(wish.region_code, ctx).choices("assessment_periods"):
        raise Refused("period_not_used", _BASIS)
    may_publish(wish.items).raise_if_refused()
    known = SheetForm.objects.filter(region_code=wish.region_code, subject=wish.subject, period=wish.period)
    latest = known.order_by("-number").first()
    if latest is not None and wish.effective_on < latest.effective_on:
        raise Refused("form_too_early", _BASIS)
    row = Row(
        SheetForm,
        {
            "id": new_id(), "region_code": wish.region_code, "subject": wish.subject, "period": wish.period,
            "number": latest.number + 1 if latest else 1,
            "title": words_of(wish.title, 60, Refused("form_title_missing", _BASIS)),
            "items": [asdict(item) for item in wish.items], "effective_on": wish.effective_on,
            "published_by_id": ctx.officer.user_id, "published_at": ctx.at,
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(row.values["id"])})
