"""工作鉴定: at the end of a posting the centre certifies how somebody worked; his unit uses it for promotion."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act, words_of
from yichuang.acts.staffing.paper import number_of, paper_frame
from yichuang.records.documents.models import DocumentKind
from yichuang.records.ids import new_id
from yichuang.records.org.models import Role
from yichuang.records.staffing.models import Appraisal, StaffFile
from yichuang.rules.staff import fitness
from yichuang.rules.staff.scoring import GRADES
from yichuang.rules.verdict import Refused

_BASIS = "S1-四1"


@dataclass(frozen=True, slots=True)
class AppraisalWish:
    """Of which posting, how somebody worked, and the grade."""

    region_code: str
    posting_id: UUID
    words: str
    grade: str


@staff_act(verb="staff.appraised")
def appraise(wish: AppraisalWish, ctx: Context) -> Entered:
    """Number and sign the appraisal; it is printed from its frozen fields.

    Raises: NotInRoster, Refused (the posting runs, appraised already, nothing written, no grade).  Basis: S1-四1
    """
    post = next((one for one in ctx.directory.roster.posts if one.id == wish.posting_id), None)
    if post is None or post.region_code != wish.region_code or not post.at_window:
        raise NotInRoster(str(wish.posting_id))
    due = fitness.appraisal_due(post.starts_on, post.ends_on, norms_here(wish.region_code, ctx))
    done = Appraisal.objects.filter(region_code=wish.region_code, posting_id=post.id).exists()
    fitness.may_appraise(due, ctx.today, done=done).raise_if_refused()
    if wish.grade not in GRADES:
        raise Refused("grade_missing", _BASIS)
    known = StaffFile.objects.filter(region_code=wish.region_code, user=post.user_id).first()
    fields = paper_frame(wish.region_code, ctx, _BASIS) | {
        "person": ctx.directory.names.get(post.user_id, ""), "home_unit": known.home_unit if known else "",
        "role": dict(Role.choices)[post.role], "starts_on": post.starts_on.isoformat(),
        "ends_on": min(post.ends_on or due or ctx.today, ctx.today).isoformat(), "grade": wish.grade,
        "words": words_of(wish.words, 1000, Refused("appraisal_empty", _BASIS)),
    }  # fmt: skip
    number, identity = number_of(DocumentKind.APPRAISAL, wish.region_code, ctx), new_id()
    row = Row(
        Appraisal,
        {
            "id": identity, "region_code": wish.region_code, "user_id": post.user_id, "posting_id": post.id,
            "no": number, "on": ctx.today, "template": "appraisal@2026-11", "fields": fields, "drawn_at": ctx.at,
            "signed_by_id": ctx.officer.user_id,
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(identity), "no": number})
