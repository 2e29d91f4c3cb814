"""More than a hundred ways to forge a sealed paper (篡改样本): each must be found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import cms_embedder
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from tests.records.seals.codes import forged_codes
from tests.records.seals.offices import AT, Office, office, rendered
from tests.records.seals.restamped import restamped
from yichuang.records.seals.signing import cms
from yichuang.records.seals.signing.authority import Revocation
from yichuang.records.seals.signing.keys import from_file
from yichuang.records.seals.signing.paper import sealed

FLIPS, IN_GAP = 64, 12
Forgery = tuple[str, bytes]


def forgeries(good: Office, folder: Path) -> Iterator[Forgery]:
    """Yield name and bytes of every forgery of a paper of this office."""
    for archival in (False, True):
        paper = good.paper(archival=archival)
        yield from _flipped(paper, archival)
        yield from _longer(paper)
        yield from _updated(paper, good)
    yield from _others(good, folder)
    yield from restamped(good)
    yield from forged_codes(good, folder)


def _flipped(paper: bytes, archival: bool) -> Iterator[Forgery]:
    """One bit, anywhere; and some in the gap that a signature does not cover."""
    chance = random.Random(20261123 + archival)
    gap = paper.index(b"/Contents <") + 11
    end = paper.index(b">", gap)
    places = [chance.randrange(len(paper)) for _ in range(FLIPS // 2)]
    places += [chance.randrange(gap, end) for _ in range(IN_GAP // 2)]
    for place in places:
        changed = bytearray(paper)
        changed[place] ^= 1 << chance.randrange(8)
        yield f"flip {place}", bytes(changed)


def _longer(paper: bytes) -> Iterator[Forgery]:
    yield "a blank behind", paper + b" "
    yield "a line behind", paper + b"\n"
    yield "junk behind", paper + bytes(range(256))
    yield "an end behind", paper + b"\n%%EOF\n"
    yield "itself behind", paper + paper
    yield "a byte before", b"\n" + paper
    yield "cut by a byte", paper[:-1]
    yield "cut in half", paper[: len(paper) // 2]
    yield "without its last update", paper[: paper.rindex(b"%%EOF", 0, -10) + 6]
    yield "nothing", b"%PDF-1.7\n"


def _updated(paper: bytes, good: Office) -> Iterator[Forgery]:
    """Incremental updates: other words on the page, something over it, another title, one more signature."""
    yield "another page", _with(paper, _words)
    yield "something over it", _with(paper, _cover)
    yield "another title", _with(paper, _title)
    yield "an empty update", _with(paper, lambda writer: writer.update_root())
    yield "the seal taken off", _with(paper, _unsealed)
    yield "another picture of the seal", _with(paper, _picture)
    yield "signed again by the same seal", _signed(paper, good, certify=False)


def _others(good: Office, folder: Path) -> Iterator[Forgery]:
    """Sealed well, but by somebody else, at another time, or not as papers are sealed here."""
    own = office(folder / "own", AT)
    yield "an authority of one's own", own.paper()
    yield "one's own, for decades", own.paper(archival=True)
    mixed = replace(own.sealing(), stamps=good.sealing().stamps)
    yield "one's own seal with a good time", sealed(*rendered(), mixed)
    mixed = replace(good.sealing(), stamps=own.sealing().stamps)
    yield "a good seal with a time of one's own", sealed(*rendered(), mixed)
    yield "no time-stamp", _signed(rendered()[0], good, certify=True)
    yield "a signature that allows changes", _signed(rendered()[0], good, certify=False)
    yield "no seal at all", rendered()[0]
    late = AT + timedelta(days=365 * 8)
    yield "after the term of the certificate", good.paper(at=late)
    for held in (True, False):
        bad = office(folder / f"held-{held}", AT)
        serial = _serial(bad)
        bad.authority.publish({serial: Revocation(serial, AT - timedelta(days=3), held)}, AT)
        yield f"revoked, held: {held}", bad.paper()
    yield "another paper under the same number", good.paper(at=AT + timedelta(seconds=1))


def _serial(bad: Office) -> int:
    from cryptography.x509 import load_der_x509_certificate

    return load_der_x509_certificate(from_file(bad.seal, b"nobody's").certificate).serial_number


def _with(paper: bytes, change: object) -> bytes:
    writer, out = IncrementalPdfFileWriter(BytesIO(paper)), BytesIO()
    change(writer)  # type: ignore[operator]
    writer.write(out)
    return out.getvalue()


def _words(writer: IncrementalPdfFileWriter) -> None:
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=b"q 1 0 0 rg 0 0 300 300 re f Q")))


def _cover(writer: IncrementalPdfFileWriter) -> None:
    page = writer.find_page_for_modification(0)[0].get_object()
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 600, 300)))
    cover = {pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Square"), pdf_name("/Rect"): box}
    page["/Annots"].append(writer.add_object(generic.DictionaryObject(cover)))
    writer.update_container(page["/Annots"])


def _title(writer: IncrementalPdfFileWriter) -> None:
    told = writer.trailer["/Info"]
    told[pdf_name("/Title")] = generic.pdf_string("准予行政许可决定书 嘉水许准〔2026〕88号")
    writer.update_container(told)


def _unsealed(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AcroForm"]
    del writer.root["/Perms"]
    writer.update_root()


def _picture(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    drawn = field["/AP"].raw_get("/N")
    other = generic.StreamObject(drawn.get_object(), stream_data=b"0 0 119 119 re f")
    field["/AP"][pdf_name("/N")] = writer.add_object(other)
    writer.update_container(field["/AP"])


def _signed(paper: bytes, good: Office, *, certify: bool) -> bytes:
    """Sign with the good seal, but without a time-stamp, as a signature of one's own."""
    from pyhanko.sign.fields import MDPPerm

    signatory = good.sealing().signatory
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    steps = cms_embedder.PdfCMSEmbedder(new_field_spec=SigFieldSpec("Mine")).write_cms("Mine", writer)
    next(steps)
    mdp = cms_embedder.SigMDPSetup("sha256", certify=certify, docmdp_perms=MDPPerm.NO_CHANGES if certify else None)
    steps.send(cms_embedder.SigObjSetup(SignatureObject(AT, bytes_reserved=12288), mdp))
    digest, output = steps.send(cms_embedder.SigIOSetup("sha256"))
    attributes = cms.signed_attributes(signatory, digest.document_digest, cms.PLAIN)
    steps.send(cms.signed(signatory, attributes, signatory.key.sign(attributes), cms.plain()))
    return bytes(output.getvalue())
