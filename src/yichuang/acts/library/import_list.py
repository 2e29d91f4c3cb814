"""存量证照导入: a list without faults is put on record part by part; the same list twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place, Row
from yichuang.acts.library.listed_rows import rows_of
from yichuang.acts.library.reading_list import Preview
from yichuang.records.certificates.lists.known import imported_before
from yichuang.records.certificates.models import IMPORT, Certificate, CertificateImport
from yichuang.records.ids import new_id
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused

PART = 200  # rows of one filing: others who write wait for so many at most


@dataclass(frozen=True, slots=True)
class ListImport:
    """Which list, read and judged before, into which region."""

    region_code: str
    file_name: str
    read: Preview


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it: the last filing, how many certificates this run added, how many were on record meanwhile."""

    filed: Filed
    added: int
    skipped: int


def import_list(wish: ListImport, ctx: Context) -> Imported:
    """Put the certificates of a list on record, part by part: each part whole, others write in between.

    A run that was cut off is taken up again by the same list; what is on record already stays as it is.
    Raises: Refused (faults in the list, imported before, nothing in it, not allowed), Conflict (runs elsewhere, too).
    Basis: ZXZW-10, ZXZW-11
    """
    begun = judged(wish, ctx)
    run = _Run(wish, ctx, begun)
    for chunk in wish.read.spool.chunks(PART):
        rows = rows_of(wish.region_code, [row for _, row in chunk])
        fresh = sum(row.model is Certificate for row in rows)
        run.skipped += len(chunk) - fresh
        if fresh:
            run.put(rows, fresh)
    done = run.added
    run.put((), 0, finished_on=ctx.today)
    assert run.filed is not None
    return Imported(run.filed, done, max(run.skipped - wish.read.known, 0))


def judged(wish: ListImport, ctx: Context) -> CertificateImport | None:
    """Refuse a list that may not or need not be imported; return the run of it that was cut off. Raises: Refused."""
    permissions.may("certificate.imported", ctx.officer, _place(wish)).raise_if_refused()
    before = imported_before(wish.region_code, wish.read.digest)
    if before is not None and before.finished:
        raise Refused("import_known", "ZXZW-10", {"on": before.imported_on, "rows": before.rows})
    if wish.read.fault_count:
        raise Refused("import_faulty", "ZXZW-10", {"faults": wish.read.fault_count})
    if not wish.read.rows:
        raise Refused("import_empty", "ZXZW-10")
    if not wish.read.fresh and before is None:
        raise Refused("import_all_known", "ZXZW-10", {"rows": wish.read.rows})
    return before


class _Run:
    """One run over a list: where its chain stands, and what it added."""

    def __init__(self, wish: ListImport, ctx: Context, begun: CertificateImport | None) -> None:
        self._wish, self._ctx = wish, ctx
        self._before = (begun.done or 0) if begun else 0
        self._grant = permissions.grant_for("certificate.imported", ctx.officer, _place(wish))
        self._place = Place(CertificateImport, IMPORT, wish.region_code, begun.id if begun else new_id())
        if begun:
            chain = {"version": begun.version, "seq": begun.ledger_seq, "prev_hash": begun.ledger_hash}
            self._place = self._place._replace(**chain)
        self.added = self.skipped = 0
        self.filed: Filed | None = None

    def put(self, rows: tuple[Row, ...], fresh: int, **more: object) -> None:
        """File one part. Raises: Conflict where another run of the same list came first."""
        self.added += fresh
        place, create = self._place, not self._place.version
        filing = Filing(
            place=place, verb="certificate.imported", add=rows, create=create,
            set={**(self._head() if create else {}), "done": self._before + self.added, **more},
            facts={"part": place.version}, answer={"import": str(place.id)},
            post_id=self._grant.post_id if self._grant else None,
        )  # fmt: skip
        key = f"import:{self._wish.read.digest[:48]}:{place.version}"
        self.filed = file(filing, replace(self._ctx, key=key))
        if self.filed.repeated:
            raise Conflict("certificate.imported")
        self._place = place._replace(version=self.filed.seq, seq=self.filed.seq, prev_hash=self.filed.hash)

    def _head(self) -> dict[str, object]:
        read = self._wish.read
        return {
            "file_name": self._wish.file_name[:200], "file_digest": read.digest, "rows": read.fresh,
            "known": read.known, "imported_on": self._ctx.today, "finished_on": None,
        }  # fmt: skip


def _place(wish: ListImport) -> CasePlace:
    return CasePlace(wish.region_code, UUID(int=0))
