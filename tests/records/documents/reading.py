"""Reading papers back with another engine than the one that made them."""

import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page without blanks: lines break where they like."""
    texts = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return ["".join(text.replace("\u200b", "").split()) for text in texts]


def text_of(pdf: bytes) -> str:
    """Return the words of all pages."""
    return "".join(pages_of(pdf))
