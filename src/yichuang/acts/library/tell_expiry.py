"""到期提醒: the holder is told, once for each step, that a certificate ends soon."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.library_act import library_act
from yichuang.law.book import book
from yichuang.records.certificates.library import told_of
from yichuang.records.certificates.models import Certificate, CertificateStatus, ExpiryNotice
from yichuang.records.ids import new_id
from yichuang.rules.after.renewal import reminder
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ExpiryTelling:
    """Of which certificate."""

    of: Of


@library_act(verb="certificate.expiry_told")
def tell_expiry(row: Certificate, wish: ExpiryTelling, ctx: Context) -> Work:
    """Put the reminder that is due on the holder's page.  Basis: XKF-50.1"""
    norms = book().norms(ctx.directory.profile(row.issuer_id), ctx.today)
    days = reminder(row.valid_to, ctx.today, norms) if row.valid_to else None
    if days is None or row.status != CertificateStatus.VALID or told_of(row, days):
        raise Refused("nothing_to_tell", "XKF-50.1")
    values = {
        "id": new_id(), "region_code": row.region_code, "certificate_id": row.id, "days": days,
        "valid_to": row.valid_to, "told_on": ctx.today,
    }  # fmt: skip
    return Work(add=(Row(ExpiryNotice, values),), facts={"days": days})
