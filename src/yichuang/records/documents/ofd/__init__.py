"""OFD (GB/T 33190) beside PDF: the same pages as text and path objects, fonts embedded. No seal (GB/T 38540)."""

from yichuang.records.documents.ofd.drawing import OfdFault, pages_of
from yichuang.records.documents.ofd.package import About, package

__all__ = ["About", "OfdFault", "ofd_of"]


def ofd_of(pdf: bytes, about: About) -> bytes:
    """Return the OFD of a PDF that our press made: same file, same bytes.  Raises: OfdFault."""
    pages, typefaces = pages_of(pdf)
    return package(pages, typefaces, about)
