"""维护证照类型: an administrator enters a type of certificate, or changes what is said of it; its code stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.records.cases.access import NotFound
from yichuang.records.certificates.models import TYPE, CertificateType, HolderKind, TrustLevel
from yichuang.records.certificates.types import type_in, types_of
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.org.models import raise_facts_version
from yichuang.rules import permissions
from yichuang.rules.library.identifying import may_code
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused

_MOST_YEARS = 100


@dataclass(frozen=True, slots=True)
class TypeKeeping:
    """Which type of which region (None: a new one), and what is said of it."""

    region_code: str
    code: str
    name: str
    holder_kind: str
    issuer_id: UUID | None
    valid_years: int | None
    trust: str
    open: bool = True
    type_id: UUID | None = None
    version: int | None = None


def keep_type(wish: TypeKeeping, ctx: Context) -> Filed:
    """Put a type on record.

    Raises: Refused (a faulty code, a name or code that is taken, not allowed), NotFound, Conflict, KeyReused.
    Basis: ZXZW-10
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row = _row(wish)
    if row is not None and wish.version not in (None, row.version):
        raise Conflict("certificate_type.kept")
    columns = judged(wish, row, ctx)
    type_id = row.id if row else new_id()
    chain = (row.version, row.ledger_seq, row.ledger_hash or GENESIS) if row else (0, 0, GENESIS)
    grant = permissions.grant_for("certificate_type.kept", ctx.officer, _place(wish))
    filing = Filing(
        place=Place(CertificateType, TYPE, wish.region_code, type_id, *chain),
        verb="certificate_type.kept",
        set=columns,
        answer={"type": str(type_id)},
        post_id=grant.post_id if grant else None,
        create=row is None,
    )
    filed = file(filing, ctx)
    raise_facts_version()
    return filed


def judged(wish: TypeKeeping, row: CertificateType | None, ctx: Context) -> Mapping[str, Any]:
    """Return the columns of the type. Raises: Refused."""
    permissions.may("certificate_type.kept", ctx.officer, _place(wish)).raise_if_refused()
    may_code(wish.code).raise_if_refused()
    if row is not None and row.code != wish.code:
        raise Refused("type_code_fixed", "ZXZW-10", {"told": row.code})
    if not wish.name.strip():
        raise Refused("type_name_missing", "ZXZW-10")
    others = [one for one in types_of(wish.region_code, ctx.directory).values() if row is None or one.id != row.id]
    if any(wish.name.strip() == one.name or wish.code == one.code for one in others):
        raise Refused("type_taken", "ZXZW-10", {"name": wish.name.strip()})
    if wish.holder_kind not in HolderKind.values or wish.trust not in TrustLevel.values:
        raise Refused("type_unknown_word", "ZXZW-10")
    if wish.valid_years is not None and not 1 <= wish.valid_years <= _MOST_YEARS:
        raise Refused("type_years", "ZXZW-10", {"most": _MOST_YEARS})
    if wish.issuer_id is not None and not _here(wish, ctx):
        raise Refused("type_issuer", "ZXZW-10")
    return {
        "code": wish.code, "name": wish.name.strip(), "holder_kind": wish.holder_kind, "issuer_id": wish.issuer_id,
        "valid_years": wish.valid_years, "template": "certificate", "trust": wish.trust, "open": wish.open,
    }  # fmt: skip


def _row(wish: TypeKeeping) -> CertificateType | None:
    if wish.type_id is None:
        return None
    row = type_in(wish.region_code, wish.type_id)
    if row is None:
        raise NotFound(str(wish.type_id))
    return row


def _here(wish: TypeKeeping, ctx: Context) -> bool:
    found = ctx.directory.departments.get(wish.issuer_id) if wish.issuer_id else None
    return found is not None and found.centre.region.code == wish.region_code


def _place(wish: TypeKeeping) -> CasePlace:
    return CasePlace(wish.region_code, UUID(int=0))
