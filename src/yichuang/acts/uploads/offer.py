"""出示上传二维码: the clerk shows a code; one phone may hand in files for one material for a quarter of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Place
from yichuang.acts.uploads.chain import post_for
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.uploads.models import SUBJECT, UploadLink
from yichuang.records.uploads.queries import case_waits
from yichuang.rules.uploads.phone import ends_at
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Offer:
    """For which material, of which form at the desk or of which case; the token is told to nobody but the phone."""

    region_code: str
    link_id: UUID
    token: str
    item_name: str
    material_key: str
    material_name: str
    desk: str = ""
    case_no: str = ""


def offer(wish: Offer, ctx: Context) -> Filed:
    """Put a link on record; only the hash of its token stands there.

    Raises: Refused, KeyReused.  Basis: XKF-33, GRXX-6.1, GRXX-51
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = post_for("upload.offered", wish.region_code, ctx)
    if wish.case_no and not case_waits(wish.region_code, wish.case_no):
        raise Refused("upload_not_waited_for", "XKF-33")
    filing = Filing(
        place=Place(UploadLink, SUBJECT, wish.region_code, wish.link_id),
        verb="upload.offered",
        set={
            "token_hash": lookup_hash(wish.token), "clerk_id": ctx.officer.user_id, "desk": wish.desk[:64],
            "case_no": wish.case_no, "item_name": wish.item_name[:200], "material_key": wish.material_key[:40],
            "material_name": wish.material_name[:200], "made_at": ctx.at, "expires_at": ends_at(ctx.at),
            "ended_at": None, "phone_hash": "", "arrived": 0,
        },
        answer={"link": str(wish.link_id), "no": ""},
        post_id=grant.post_id,
        acting_for_id=grant.acting_for,
        create=True,
    )  # fmt: skip
    return file(filing, ctx)
