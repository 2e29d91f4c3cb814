"""窗口调用证照: the applicant stands at the window and agrees; a certificate of the library stands for a material."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.reusing import code_of
from yichuang.rules.library.reusing import may_use, satisfies
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Call:
    """For which item and material, and whether its holder agreed."""

    of: Of
    item: str
    slot: Mapping[str, Any]
    agreed: bool = False


@library_act(verb="certificate.called")
def call(row: Certificate, wish: Call, ctx: Context) -> Work:
    """Put on record that the clerk called the certificate up with its holder's consent.

    Basis: ZXZW-11, GRXX-13(1), GRXX-23
    """
    if not wish.agreed:
        raise Refused("certificate_not_agreed", "GRXX-13(1)")
    if not satisfies(wish.slot, row.type_name, code_of(row)):
        raise Refused("certificate_other_type", "ZXZW-11", {"name": row.type_name, "wanted": wish.slot.get("name", "")})
    may_use(row.status, row.valid_to, ctx.today).raise_if_refused()
    return Work(facts={"item": wish.item, "material": wish.slot.get("key", "")})
