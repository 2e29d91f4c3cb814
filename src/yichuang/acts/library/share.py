"""授权查看证照: its holder makes a code by which somebody else may see a certificate for a purpose and a while."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.library_act import library_act
from yichuang.records.applicants.vault import lookup_hash, seal
from yichuang.records.certificates.library import open_sharings
from yichuang.records.certificates.models import Certificate, Sharing
from yichuang.records.ids import new_id
from yichuang.rules.library.sharing import ends_at, may_share, new_code
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

_MOST = 20  # of ours: codes of one certificate that are good at the same time
_WORDS = 100


@dataclass(frozen=True, slots=True)
class Grant:
    """For what, to whom, and for how many days."""

    of: Of
    purpose: str
    recipient: str
    days: int


@library_act(verb="certificate.shared")
def share(row: Certificate, wish: Grant, ctx: Context) -> Work:
    """Make a code; it stands sealed, so that only its maker reads it again.

    Basis: GRXX-6.1, GRXX-23, GRXX-51
    """
    purpose, recipient = typed(wish.purpose, "用途", _WORDS), typed(wish.recipient, "给谁看", _WORDS)
    may_share(row.status, purpose, recipient, wish.days).raise_if_refused()
    if len(open_sharings(row.region_code, row.id, ctx.at)) >= _MOST:
        raise Refused("share_many", "GRXX-6.1", {"most": _MOST})
    row_id, code = new_id(), new_code(secrets.randbelow)
    values = {
        "id": row_id, "region_code": row.region_code, "certificate_id": row.id, "user_id": ctx.officer.user_id,
        "code_hash": lookup_hash(code), "code_cipher": seal(code, row_id), "purpose": purpose,
        "recipient": recipient, "made_at": ctx.at, "expires_at": ends_at(ctx.at, wish.days),
        "revoked_at": None,
    }  # fmt: skip
    return Work(add=(Row(Sharing, values),), facts={"days": wish.days})
