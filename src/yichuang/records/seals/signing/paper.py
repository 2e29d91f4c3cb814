"""Sealing a paper (签章): a certification signature that allows no change, with the seal's picture at its place.

PAdES B-LT: signature, time-stamp of the signature, certificates and revocation lists in one update of the file.
B-LTA: one more time-stamp over all of it, for what is kept for decades.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, VisibleSigSettings
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import cms_embedder
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp, SignatureObject
from pyhanko.stamp import BaseStamp, BaseStampStyle

from yichuang.records.seals.signing import cms
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.faults import SealFault
from yichuang.records.seals.signing.stamps import Stamps

FIELD = "Seal"
SHA256 = "sha256"


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a paper the seal stands: page from 0, lower left corner and side, in points."""

    page: int
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Sealing:
    """What is put on a paper: who signs, who stamps the time, the picture, and the evidence for later."""

    signatory: Signatory
    stamps: Stamps
    picture: bytes  # a PDF of one page
    name: str
    reason: str
    at: datetime
    crls: tuple[bytes, ...] = ()
    more: tuple[bytes, ...] = ()  # certificates of the time-stamp authority
    archival: bool = False


class SealingFault(SealFault):
    """A paper could not be sealed; the words say why."""


def sealed(pdf: bytes, place: Place, wish: Sealing) -> bytes:
    """Return the sealed paper.  Raises: SealingFault, StampFault, KeyFault."""
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        _evidence(writer, wish)
        box = (round(place.x), round(place.y), round(place.x + place.side), round(place.y + place.side))
        spec = SigFieldSpec(
            FIELD, on_page=place.page, box=box, readable_field_name=wish.name,
            visible_sig_settings=VisibleSigSettings(rotate_with_page=True, scale_with_page_zoom=True),
        )  # fmt: skip
        room = wish.signatory.room + wish.stamps.room
        held = SignatureObject(wish.at, SigSeedSubFilter.PADES, name=wish.name, reason=wish.reason, bytes_reserved=room)
        frame = cms_embedder.SigObjSetup(
            held,
            cms_embedder.SigMDPSetup(SHA256, certify=True, docmdp_perms=MDPPerm.NO_CHANGES),
            cms_embedder.SigAppearanceSetup(_Style(picture=wish.picture), wish.at, wish.name),
        )
        signed = _filled(writer, FIELD, spec, frame, lambda digest: _signature(digest, wish))
        return _stamped(signed, wish) if wish.archival else signed
    except (SigningError, ValueError, KeyError) as fault:
        raise SealingFault(str(fault)) from fault


def _signature(digest: bytes, wish: Sealing) -> bytes:
    signatory = wish.signatory
    attributes = cms.signed_attributes(signatory, digest, cms.PLAIN)
    signature = signatory.key.sign(attributes)
    token = wish.stamps.token(sha256(signature).digest(), wish.at)
    return cms.signed(signatory, attributes, signature, cms.plain(), cms.time_stamp(token))


def _stamped(pdf: bytes, wish: Sealing) -> bytes:
    """Put a time-stamp over the whole file (B-LTA)."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    frame = cms_embedder.SigObjSetup(DocumentTimestamp(bytes_reserved=wish.stamps.room))
    return _filled(writer, "Time", SigFieldSpec("Time"), frame, lambda digest: wish.stamps.token(digest, wish.at))


def _filled(writer: Any, field: str, spec: SigFieldSpec, frame: Any, make: Any) -> bytes:
    steps = cms_embedder.PdfCMSEmbedder(new_field_spec=spec).write_cms(field, writer)
    next(steps)
    steps.send(frame)
    prepared, output = steps.send(cms_embedder.SigIOSetup(SHA256))
    steps.send(make(prepared.document_digest))
    found: bytes = output.getvalue()
    return found


def _evidence(writer: Any, wish: Sealing) -> None:
    """Put certificates and revocation lists beside the signature (DSS), in the same update."""
    signatory = wish.signatory
    certificates = dict.fromkeys((signatory.certificate, *signatory.chain, *wish.more))

    def streams(found: Any) -> generic.ArrayObject:
        return generic.ArrayObject(writer.add_object(generic.StreamObject(stream_data=one)) for one in found)

    told = {pdf_name("/Type"): pdf_name("/DSS"), pdf_name("/Certs"): streams(certificates)}
    if wish.crls:
        told[pdf_name("/CRLs")] = streams(wish.crls)
    writer.root[pdf_name("/DSS")] = writer.add_object(generic.DictionaryObject(told))
    writer.ensure_output_version(version=(1, 7))
    if writer.output_version < (2, 0):
        writer.register_extension(ESIC_EXTENSION_1)
    writer.update_root()


@dataclass(frozen=True)
class _Style(BaseStampStyle):
    """The seal as it is drawn (印模)."""

    picture: bytes = b""

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> BaseStamp:
        """Return the stamp for one file."""
        return _Stamp(writer, self, box)


class _Stamp(BaseStamp):
    """The seal's picture, scaled into the field."""

    def render(self) -> bytes:
        """Return the drawing commands."""
        drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self.style.picture)))
        self.set_resource(ResourceType.XOBJECT, pdf_name("/Seal"), drawn)
        left, low, right, high = (float(side) for side in drawn.get_object()["/BBox"])
        scale = self.box.width / (right - left)
        return b"q %g 0 0 %g %g %g cm /Seal Do Q" % (scale, self.box.height / (high - low), -left, -low)
