"""收款记录: each sum that came in, as the desk sees it, and a sum as it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.http import HttpRequest

from yichuang.faces.common.casework.papers import document_address
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.access import documents_for
from yichuang.records.documents.models import DocumentKind
from yichuang.records.fees.models import Collection, Refund
from yichuang.records.fees.queries import collections_of, returned
from yichuang.rules.fees.wire import fen_of
from yichuang.rules.verdict import Refused

_MOST_FEN = 10**11


class Sum(NamedTuple):
    """One sum: who took it, how much of it went back, where its receipt is, whether it may be asked back."""

    row: Collection
    cashier: str
    gone: int
    receipt: str
    open: bool


def receipts_of(request: HttpRequest, file: CaseFile) -> dict[str, str]:
    """Return the addresses of a case's receipts, of what came in and of what went back, by their numbers."""
    papers = documents_for(file.no, request.officer, request.directory).filter(kind=DocumentKind.FEE_RECEIPT)
    return {row.no: document_address(file.no, row.id) for row in papers}


def sums(request: HttpRequest, file: CaseFile, back: Sequence[Refund], receipts: Mapping[str, str]) -> list[Sum]:
    """Return what came in for a case, oldest first."""
    gone, names = returned(back), request.directory.names
    on_the_way = {row.collection_id for row in back if row.state in ("asked", "approved")}
    return [
        Sum(
            row,
            names.get(row.cashier_id, "") if row.cashier_id else "",
            gone.get(row.id, 0),
            receipts.get(row.no, ""),
            row.id not in on_the_way and not row.reversed_on and gone.get(row.id, 0) < row.amount,
        )
        for row in collections_of(file.region_code, file.id)
    ]


def fen_typed(request: HttpRequest, name: str) -> int:
    """Return a sum that was typed, 0 for none.  Raises: Refused."""
    words = request.POST.get(name, "").replace(",", "").replace("，", "").strip()
    fen = fen_of(words or "0")
    if fen is None:
        raise Refused("sum_too_large" if words.isascii() and words.isdigit() else "sum_unreadable", "YC")
    if fen > _MOST_FEN:
        raise Refused("sum_too_large", "YC")
    return fen
