"""依据: a guide names laws briefly (水法 第七条); people read 《中华人民共和国水法》第七条."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_OF_THE_REPUBLIC = re.compile(r"(?<!办)法$")
_MORE_OF_THE_REPUBLIC = frozenset({"船舶登记条例", "道路运输条例"})
_DOCUMENT = re.compile(r"^(?P<title>[^（；，、]+?(?:法|条例|规定|办法))(?P<aside>（[^）]*）)*(?: (?P<article>第.+))?$")
_NO_TITLE = re.compile(r"^(?:地方|国家|历史|户外广告管理地方|社会保障卡管理办法和|条例废止|法律、)")
_KEPT = ("basis", "quote", "checked", "note", "in_force", "sample")

#: Source ids of laws and norms that the law room holds; their articles are resolved there.
SOURCE_IDS: Mapping[str, str] = {
    "取水许可和水资源费征收管理条例": "QSTL",
    "行政许可法": "XKF",
    "行政复议法": "FYF",
    "行政诉讼法": "SSF",
    "安全生产许可证条例": "AQTL",
    "省国土资源厅窗口办文办法": "S0b",
}
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


def cited(words: str) -> str:
    """Return a citation as it is printed."""
    found = _DOCUMENT.match(words)
    if found is None or _NO_TITLE.match(words):
        return words
    title = found["title"]
    if _OF_THE_REPUBLIC.search(title) or title in _MORE_OF_THE_REPUBLIC:
        title = f"中华人民共和国{title}"
    aside = words[len(found["title"]) :].partition(" ")[0]
    return f"《{title}》{aside}{found['article'] or ''}"


def citation(row: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what is kept of a citation: basis, quotation, and how far it was checked."""
    kept = {name: row[name] for name in _KEPT if row and row.get(name) not in (None, "")}
    return kept | ({"basis": cited(kept["basis"])} if "basis" in kept else {})


def source_id(words: str) -> str:
    """Return the law room's id of a citation (QSTL-19), or its printed form where that law is not held."""
    title, _, article = words.partition(" ")
    name = SOURCE_IDS.get(title)
    number = _number(article.removeprefix("第").removesuffix("条")) if name else 0
    return f"{name}-{number}" if number else cited(words)


def _number(words: str) -> int:
    """Return 十九 as 19, 一百零五 as 105; 0 for anything else."""
    total = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in "百十":
            total += (digit or 1) * (100 if character == "百" else 10)
            digit = 0
        else:
            return 0
    return total + digit


def has_article(words: str) -> bool:
    """Return whether a citation names an article (条) of a document."""
    return "》" in words and "第" in words.rpartition("》")[2]
