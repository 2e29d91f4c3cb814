"""The source documents, where they lie beside the checkout (or in YICHUANG_SOURCES_DIR)."""

import os
import re
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "sources"
DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")}
ARTICLE = re.compile(r"第([零一二三四五六七八九十百千]+)[条條]\s*(.*)")
ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")


def folder() -> Path | None:
    """Return the folder of source documents, or None where it is not at hand."""
    found = Path(os.environ.get("YICHUANG_SOURCES_DIR", BESIDE))
    return found if found.is_dir() else None


def number(word: str) -> int:
    """Read a Chinese numeral below 10000."""
    total, digit = 0, 0
    for sign in word:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
    return total + digit


def lines(name: str) -> list[str]:
    """Return the stripped lines of a document that are not empty."""
    root = folder()
    path = root / f"{name}.txt"
    text = (path if path.exists() else root / "law" / f"{name}.md").read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.strip("\u200b \u3000\t\ufeff"))]


def articles(source: list[str]) -> dict[str, list[str]]:
    """Return article number → paragraphs; the items of a list stay with the paragraph they belong to."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in source:
        head = ARTICLE.match(line)
        if head and str(number(head[1])) not in found:
            current = found[str(number(head[1]))] = [head[2]]
        elif line.startswith(("#", "[")):
            current = None
        elif current is not None and ITEM.match(line):
            current[-1] += "\n" + line
        elif current is not None:
            current.append(line)
    return found
