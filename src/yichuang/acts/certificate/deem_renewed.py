"""视为准予延续: the office did not decide before the permit ran out; the sweep records what the law says of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.reading import load
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.queries import renewal_in
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.after.renewal import next_day, renewed_until
from yichuang.rules.periods import deemed_renewed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RenewalSilence:
    """The certificate, and the renewal on which the office kept silent."""

    of: Of
    renewal_id: UUID


@certificate_act(verb="certificate.deemed_renewed")
def deem_renewed(held: Held, wish: RenewalSilence, ctx: Context) -> Work:
    """Record that the permit counts as renewed from the day after its end on. A missed night changes nothing.

    Basis: XKF-50.2
    """
    row, renewal = held.row, renewal_in(held.row.region_code, wish.renewal_id)
    if renewal is None or renewal.certificate_id != row.id or renewal.expires_on != row.valid_to:
        raise Refused("not_deemed_renewed", "XKF-50.2")
    asking = load(row.region_code, case_id=renewal.case_id)
    if asking is None or asking.accepted_on is None or asking.closed_on or renewal.applied_on > renewal.apply_by:
        raise Refused("not_deemed_renewed", "XKF-50.2")
    silent = deemed_renewed(
        expires_on=renewal.expires_on, applied_on=renewal.applied_on, decided_on=asking.decided_on, today=ctx.today,
        norms=norms_of(asking),
    )  # fmt: skip
    if not silent:
        raise Refused("not_deemed_renewed", "XKF-50.2")
    since = next_day(renewal.expires_on)
    until = renewed_until(renewal.expires_on, version_of(held.case.item_version_id).certificate.get("valid_years"))
    paper = slip(
        DocumentKind.RENEWED, f"{asking.no}-延", about(held.case, ctx), ctx, basis="XKF-50.2", certificate_no=row.no,
        certificate_name=row.type_name, was_valid_to=renewal.expires_on, since=since, valid_to=until,
        applied_on=renewal.applied_on, case_no=asking.no,
    )  # fmt: skip
    return Work(
        set={"valid_to": until, "deemed_on": since},
        papers=(paper,),
        facts={"since": since, "until": until, "renewal_case": asking.no},
    )
