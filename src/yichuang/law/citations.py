"""Turn a basis such as XKF-32.1(4) into the words officials write (依据的写法)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from yichuang.law.shapes import Level, Source, Unknown

_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"(\d+)(?:\.(\d+))?(?:\((\d+)\))?(?:\.\.(\d+))?")
_OUTLINE = re.compile(r"(附件)?([一二三四五六七八九十]+)?(\([一二三四五六七八九十]+\))?(\d+)?(?:\.(\d+))?")
_HEADING = re.compile(r"[\u4e00-\u9fff“”、+]{2,}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document: section (article number or heading), paragraph, item (0: not named), in words."""

    source: str
    section: str
    words: str
    paragraph: int = 0
    item: int = 0


def numeral(number: int) -> str:
    """Return a Chinese numeral, 1 to 9999: 12 is 十二, 105 is 一百零五."""
    if number < 1 or number > 9999:
        raise ValueError(number)
    out, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if zero and out else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


def parts(basis: str) -> tuple[str, ...]:
    """Split a basis that names several places: "XKF-42.1, MFD-201..203"."""
    return tuple(part.strip() for part in basis.split(",") if part.strip())


def place(part: str, sources: Mapping[str, Source]) -> Place:
    """Read one place. Raises Unknown for a source or a place nobody knows."""
    name, _, rest = part.partition("-")
    source = sources.get(part) or sources.get(name)
    if source is None:
        raise Unknown("source", name, tuple(get_close_matches(name, sources, 3)))
    if source.id == part or source.form == "whole" or not rest:
        return Place(source.id, "", "")
    found = _FORMS[source.form](source.id, rest)
    if found is None:
        raise Unknown("place", part)
    return found


def _article(source: str, rest: str) -> Place | None:
    """Read 32.1(4) or 201..203."""
    found = _ARTICLE.fullmatch(rest)
    if found is None:
        return None
    number, paragraph, item, last = (int(group or 0) for group in found.groups())
    words = f"第{numeral(number)}条"
    words += f"第{numeral(paragraph)}款" if paragraph else ""
    words += f"第({numeral(item)})项" if item else ""
    words += f"至第{numeral(last)}条" if last else ""
    return Place(source, str(number), words, paragraph, item)


def _outline(source: str, rest: str) -> Place | None:
    """Read 二(一)1.2, 附件一(三)3, or the heading itself."""
    found = _OUTLINE.fullmatch(rest)
    if found is None:
        return Place(source, rest, f"“{rest}”") if _HEADING.fullmatch(rest) else None
    annex, part, chapter, point, paragraph = found.groups("")
    words = annex + (f"第{part}部分" if part else "") + chapter + (f"第{point}点" if point else "")
    words += f"第{numeral(int(paragraph))}段" if paragraph else ""
    return Place(source, annex + part + chapter + point, words, int(paragraph or 0))


def _decimal(source: str, rest: str) -> Place | None:
    """Read 3.1."""
    return Place(source, rest, f"第{rest}节") if re.fullmatch(r"\d+(?:\.\d+)*", rest) else None


_FORMS = {"articles": _article, "outline": _outline, "decimal": _decimal}
FORMS = (*_FORMS, "whole")


def cite(basis: str, sources: Mapping[str, Source]) -> str:
    """Return the citation in Chinese; a source named twice in a row is named once. Raises Unknown."""
    said, before = [], ""
    for part in parts(basis):
        where = place(part, sources)
        said.append(where.words if where.words and where.source == before else _say(where, sources))
        before = where.source
    return "、".join(said)


def _say(where: Place, sources: Mapping[str, Source]) -> str:
    source = sources[where.source]
    title = source.title if source.level is Level.PLATFORM else f"《{source.title}》"
    return title + (f"({source.number})" if source.number else "") + where.words
