"""How the result of a case is called where it is decided and followed (决定的说法)."""

from __future__ import annotations

from yichuang.records.catalogue.models import PowerKind


def result_words(power: str) -> tuple[str, str]:
    """Return how a grant and a denial are called: only a licence (行政许可) in the words of its law."""
    return ("准予许可", "不予许可") if power == PowerKind.LICENCE else ("予以办理", "不予办理")
