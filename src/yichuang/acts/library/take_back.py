"""收回授权: the holder takes a code back; from this moment on it opens nothing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.library_act import library_act
from yichuang.records.cases.access import NotFound
from yichuang.records.certificates.library import sharing_in
from yichuang.records.certificates.models import Certificate, Sharing
from yichuang.rules.library.sharing import may_take_back


@dataclass(frozen=True, slots=True)
class TakingBackCode:
    """Which code of the certificate."""

    of: Of
    sharing_id: UUID


@library_act(verb="certificate.sharing_ended")
def take_back(row: Certificate, wish: TakingBackCode, ctx: Context) -> Work:
    """Take a code back.  Basis: GRXX-15"""
    sharing = sharing_in(row.region_code, wish.sharing_id)
    if sharing is None or sharing.certificate_id != row.id:
        raise NotFound(str(wish.sharing_id))
    may_take_back(sharing.revoked_at).raise_if_refused()
    return Work(change=(Change(Sharing, sharing.id, {"revoked_at": ctx.at}),))
