"""制作文书: a numbered paper gets its bytes, once, after the commit that numbered it. Late or twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Conflict
from yichuang.acts.papers.sealing import pressed, use_of
from yichuang.acts.papers.stamping import Pressed
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.signature import signature_of
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.documents.queries import unmade, unmade_in, unmade_of
from yichuang.records.documents.rendering import RenderingFault
from yichuang.records.filestore import store
from yichuang.records.org.directory import directory
from yichuang.records.seals.signing.faults import SealFault
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Making:
    """Which paper of which case. What was pressed once is kept: a seal is used once, however often it is filed."""

    on: On
    document_id: UUID
    kept: list[Pressed] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Made:
    """How many papers were made, and why others were not, in words for a log."""

    count: int = 0
    faults: tuple[str, ...] = ()

    def __add__(self, other: Made) -> Made:
        return Made(self.count + other.count, self.faults + other.faults)


@case_act(verb="case.document_made")
def make_document(case: CaseFile, wish: Making, ctx: Context) -> Work:
    """Render and seal one paper, put its bytes into the store, and record their digest and the use of the seal.

    The bytes are synced before the filing that names them. Raises: NotFound when the paper is made already, Refused
    when its seal may not be used, SealFault, RenderingFault, MissingGlyph.  Basis: XKF-38, XKF-32.2, ZXZW-9
    """
    document = unmade(case.region_code, case.id, wish.document_id)
    if document is None:
        raise NotFound(str(wish.document_id))
    if not wish.kept:
        wish.kept.append(pressed(document, case, ctx))
    stored = store().put(wish.kept[0].content)
    if document.kind == DocumentKind.CERTIFICATE and wish.kept[0].seal is not None:
        signature_of(stored.digest)  # so that whoever looks it up first does not wait
    row = {"digest": stored.digest, "size": stored.size, "rendered_at": ctx.at}
    uses = use_of(wish.kept[0], document, stored.digest, ctx)
    return Work(add=uses, change=(Change(Document, document.id, row),), facts={"document": document.id})


def make_documents(region_code: str, case_no: str, ctx: Context) -> Made:
    """Make every paper of a case that has none yet. One that fails does not stop the others."""
    return _each([(case_no, document_id) for document_id in unmade_of(region_code, case_no)], ctx)


def make_missing(ctx: Context, limit: int, region_code: str = "") -> Made:
    """Make up to `limit` papers of one region, or of each, oldest first; those that fail do not use up the limit."""
    made = Made()
    for region in [region_code] if region_code else list(ctx.directory.centres):
        made += _each(unmade_in(region, ctx.at), ctx, limit)
    return made


def _each(papers: Iterable[tuple[str, UUID]], ctx: Context, limit: int | None = None) -> Made:
    made = Made()
    for case_no, document_id in papers:
        if limit is not None and made.count >= limit:
            break
        try:
            made += Made(_make(case_no, document_id, ctx))
        except (RenderingFault, SealFault, Refused, Conflict, OSError) as fault:
            made += Made(0, (f"{case_no} {document_id}: {fault}",))
    return made


def _make(case_no: str, document_id: UUID, ctx: Context) -> int:
    """Make one paper under a key of its own; again with fresh facts when the case moved on meanwhile."""
    ctx = replace(ctx, officer=SYSTEM, key=f"document:{document_id}", request_digest="")
    making = Making(On(case_no), document_id)
    for left in reversed(range(_TRIES)):
        try:
            return 0 if make_document(making, ctx).repeated else 1
        except NotFound:
            return 0
        except Conflict:
            if not left:
                raise
            ctx = replace(ctx, directory=directory())
    return 0
