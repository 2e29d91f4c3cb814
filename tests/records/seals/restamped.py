"""Forgeries under a good time-stamp (存档时间戳): what a reader takes for evidence, and a seal made by the clock.

Anybody gets a time-stamp from the authority; it says when, not that what it stands on is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import cms_embedder
from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp

from tests.records.seals.offices import PASSWORD, Office, rendered
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.keys import from_file
from yichuang.records.seals.signing.paper import sealed

Change = Callable[[IncrementalPdfFileWriter], None]


def restamped(good: Office) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of papers changed after the seal, each with a good time-stamp over all of it."""
    paper = good.paper()
    for change in (_title, _metadata, _certificates, _lists, _extension, _orphan, _page_words):
        writer, out = IncrementalPdfFileWriter(BytesIO(paper)), BytesIO()
        change(writer)
        writer.write(out)
        yield f"stamped over {change.__name__}", _stamped(IncrementalPdfFileWriter(BytesIO(out.getvalue())), good)
        writer = IncrementalPdfFileWriter(BytesIO(paper))
        change(writer)
        yield f"stamped with {change.__name__}", _stamped(writer, good)
    stamps = from_file(good.authority.stamps, PASSWORD)
    clock = Signatory(stamps.key, stamps.certificate, stamps.chain)
    yield "sealed with the key of the clock", sealed(*rendered(), replace(good.sealing(), signatory=clock))


def _stamped(writer: IncrementalPdfFileWriter, good: Office) -> bytes:
    wish = good.sealing()
    steps = cms_embedder.PdfCMSEmbedder(new_field_spec=SigFieldSpec("Time")).write_cms("Time", writer)
    next(steps)
    steps.send(cms_embedder.SigObjSetup(DocumentTimestamp(bytes_reserved=wish.stamps.room)))
    digest, output = steps.send(cms_embedder.SigIOSetup("sha256"))
    steps.send(wish.stamps.token(digest.document_digest, wish.at))
    return bytes(output.getvalue())


def _title(writer: IncrementalPdfFileWriter) -> None:
    told = writer.trailer["/Info"]
    told[pdf_name("/Title")] = generic.pdf_string("准予行政许可决定书 嘉水许准〔2026〕88号")
    writer.update_container(told)


def _metadata(writer: IncrementalPdfFileWriter) -> None:
    words = writer.root["/Metadata"].data.replace("准予".encode(), "不予".encode())
    kinds = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    writer.root[pdf_name("/Metadata")] = writer.add_object(generic.StreamObject(kinds, stream_data=words))
    writer.update_root()


def _certificates(writer: IncrementalPdfFileWriter) -> None:
    held = writer.root["/DSS"]["/Certs"]
    held.append(writer.add_object(generic.StreamObject(stream_data=b"junk" * 50)))
    writer.update_container(held)


def _lists(writer: IncrementalPdfFileWriter) -> None:
    held = writer.root["/DSS"]
    del held["/CRLs"]
    writer.update_container(held)


def _extension(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Extensions")] = generic.DictionaryObject({pdf_name("/X"): generic.DictionaryObject()})
    writer.update_root()


def _orphan(writer: IncrementalPdfFileWriter) -> None:
    writer.add_object(generic.StreamObject(stream_data="不予许可".encode() * 100))
    writer.update_root()


def _page_words(writer: IncrementalPdfFileWriter) -> None:
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=b"q 1 g 0 0 300 300 re f Q")))
