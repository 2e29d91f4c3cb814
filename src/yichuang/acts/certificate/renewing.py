"""延续申请: an application that asks to renew a certificate; its rows, and what its certificate will say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.law.book import book
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.models import Renewal
from yichuang.records.certificates.queries import certificate_in, item_of, open_renewal, renewal_of
from yichuang.records.ids import new_id
from yichuang.rules.after.renewal import may_renew, renewal_days, renewed_until
from yichuang.rules.verdict import Refused

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


@dataclass(frozen=True, slots=True)
class RenewalPlace:
    """Where a new case stands: what its rows need."""

    region_code: str
    case_id: UUID
    department_id: UUID
    profile: str
    holder_id: UUID | None


def renewal_rows(place: RenewalPlace, wish: Submission, ctx: Context) -> tuple[Row, ...]:
    """Return what makes the new case a renewal: the link to the certificate, and the step that waits for its end.

    Raises: Refused.  Basis: XKF-50.1, XKF-50.2
    """
    if wish.renews is None:
        return ()
    held = certificate_in(place.region_code, wish.renews)
    if held is None or held.holder_id != place.holder_id or item_of(held) != wish.version.item.id:
        raise Refused("renewal_foreign", "XKF-50.1")
    other = open_renewal(place.region_code, held.id)
    may_renew(held.valid_to, held.status, ctx.today, open_case=other).raise_if_refused()
    norms, calendar = book().norms(place.profile, ctx.today), ctx.directory.calendar(place.profile)
    base = {"region_code": place.region_code, "case_id": place.case_id}
    renewal = {
        "id": new_id(), "certificate_id": held.id, "expires_on": held.valid_to, "applied_on": ctx.today,
        "apply_by": renewal_days(held.valid_to, norms, calendar).apply_by,
    }  # fmt: skip
    stage = {
        "id": new_id(), "kind": StageKind.RENEWAL.value, "department_id": place.department_id, "assignee_id": None,
        "asked_by_id": None, "opened_at": ctx.at, "picked_up_on": None, "starts_on": None, "due_on": held.valid_to,
        "done_at": None, "conclusion": "", "effect": "", "question": "", "opinion": "", "particulars": {},
        "checks": [],
    }  # fmt: skip
    return Row(Renewal, base | renewal), Row(Stage, base | stage)


def renewed(case: CaseFile, years: int | None, plain: date | None) -> dict[str, Any]:
    """Return which certificate the new one continues, and until when it lasts; `plain` is the end otherwise.

    Basis: XKF-50.2
    """
    if not any(stage.kind == StageKind.RENEWAL for stage in case.stages):
        return {"renews_id": None, "valid_to": plain}
    renewal = renewal_of(case.region_code, case.id)
    if renewal is None:
        return {"renews_id": None, "valid_to": plain}
    return {"renews_id": renewal.certificate_id, "valid_to": renewed_until(renewal.expires_on, years)}
