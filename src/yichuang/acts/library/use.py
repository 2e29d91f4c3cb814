"""同意免提交: the holder agrees that a certificate of the library stands for a material of his application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.models import Certificate
from yichuang.rules.library.reusing import may_use, satisfies
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Use:
    """For which item and material the certificate is to stand."""

    of: Of
    item: str
    slot: Mapping[str, Any]


@library_act(verb="certificate.used")
def use(row: Certificate, wish: Use, ctx: Context) -> Work:
    """Put the holder's consent on record; what the case carries is the certificate, not a copy of a paper.

    Basis: ZXZW-11, GRXX-13(1), GRXX-23
    """
    code = row.identifier.split(".")[5] if row.identifier else ""
    if not satisfies(wish.slot, row.type_name, code):
        raise Refused("certificate_other_type", "ZXZW-11", {"name": row.type_name, "wanted": wish.slot.get("name", "")})
    may_use(row.status, row.valid_to, ctx.today).raise_if_refused()
    return Work(facts={"item": wish.item, "material": wish.slot.get("key", "")})
