"""The short excerpts of cited articles that are shipped, so that a norm can show its words (条文摘录)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from yichuang.law.citations import Place, numeral
from yichuang.law.reading import read

Texts = Mapping[str, Mapping[str, tuple[str, ...]]]


def load_texts(folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return source id → section → paragraphs. Raises LawError."""
    return {
        path.stem: {str(section): tuple(paragraphs) for section, paragraphs in read(path).items()}
        for path in sorted(folder.glob("*.yaml"))
    }


def text_of(where: Place, texts: Texts) -> str | None:
    """Return the words at one place, or None where the text is not at hand."""
    paragraphs = texts.get(where.source, {}).get(where.section)
    if paragraphs is None or where.paragraph > len(paragraphs):
        return None
    if not where.paragraph:
        return "\n".join(paragraphs)
    chosen = paragraphs[where.paragraph - 1]
    return _item(chosen, where.item) if where.item else chosen


def _item(paragraph: str, number: int) -> str | None:
    """Return the opening words of a paragraph with one of its items."""
    mark = re.compile(rf"[（(]{numeral(number)}[）)]")
    lines = paragraph.split("\n")
    item = next((line for line in lines[1:] if mark.match(line)), None)
    return None if item is None else f"{lines[0]}\n{item}"
