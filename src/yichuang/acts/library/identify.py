"""赋码: a certificate that was issued before its type stood in the catalogue gets its identifier."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.types import identifier_for
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Identification:
    """Which certificate."""

    of: Of


@library_act(verb="certificate.identified")
def identify(row: Certificate, wish: Identification, ctx: Context) -> Work:
    """Give the identifier, once.  Basis: ZXZW-10"""
    department = ctx.directory.departments[row.issuer_id]
    found = identifier_for(row.type_name, department, row.id, ctx.directory)
    if row.identifier or not found:
        raise Refused("not_identified", "ZXZW-10")
    return Work(set={"identifier": found})
