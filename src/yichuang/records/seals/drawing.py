"""The picture of a seal (印模): drawn by Typst with the fonts of the papers, once for each seal. No Django."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from yichuang.records.documents import pressing

SOURCE = Path(__file__).parent / "typst" / "seal.typ"
SAMPLE = "示例"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a seal shows: the body around the star, its kind below, and 示例 on what is no real seal."""

    arc: str
    line: str = ""
    mark: str = ""


@lru_cache(maxsize=128)
def drawn(imprint: Imprint) -> bytes:
    """Return the seal as a PDF of one page.  Raises: pressing.Fault."""
    return bytes(_made(imprint, format="pdf", pdf_standards=["a-2b"]))


def picture(imprint: Imprint, *, ppi: int = 144) -> bytes:
    """Return the seal as a PNG.  Raises: pressing.Fault."""
    return bytes(_made(imprint, format="png", ppi=ppi))


def _made(imprint: Imprint, **how: Any) -> Any:
    told = json.dumps({"arc": imprint.arc, "line": imprint.line, "mark": imprint.mark}, ensure_ascii=False)
    return pressing.press(str(SOURCE), {"imprint": told}, 0, how)
