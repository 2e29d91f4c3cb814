"""Turn a basis such as XKF-32.1(4) into the words officials write (依据的写法)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from yichuang.law.shapes import Level, Source, Unknown

_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"(\d+)(?:\.(\d+))?(?:\((\d+)\))?(?:\.\.(\d+))?")
_PLACE = re.compile(r"(附件)?([一二三四五六七八九十]+)?(\([一二三四五六七八九十]+\))?(\d+)?(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document: section (article number or heading), paragraph, item; 0 where not named."""

    source: str
    section: str
    paragraph: int = 0
    item: int = 0
    last: str = ""


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
        return Place(source.id, "")
    found = _FORMS[source.form].fullmatch(rest)
    if found is None:
        raise Unknown("place", part)
    return _READERS[source.form](source.id, found)


def _article(source: str, found: re.Match[str]) -> Place:
    number, paragraph, item, last = found.groups()
    return Place(source, number, int(paragraph or 0), int(item or 0), last or "")


def _outline(source: str, found: re.Match[str]) -> Place:
    *heading, paragraph = found.groups()
    return Place(source, "".join(filter(None, heading)), int(paragraph or 0))


def _decimal(source: str, found: re.Match[str]) -> Place:
    return Place(source, found[0])


_FORMS = {"articles": _ARTICLE, "outline": _PLACE, "decimal": re.compile(r"\d+(?:\.\d+)*")}
_READERS = {"articles": _article, "outline": _outline, "decimal": _decimal}


def cite(basis: str, sources: Mapping[str, Source]) -> str:
    """Return the citation in Chinese. Raises Unknown."""
    return "、".join(_say(place(part, sources), sources) for part in parts(basis))


def _say(where: Place, sources: Mapping[str, Source]) -> str:
    source = sources[where.source]
    title = source.title if source.level is Level.PLATFORM else f"《{source.title}》"
    title += f"({source.number})" if source.number else ""
    return title + _SAY[source.form](where)


def _say_article(where: Place) -> str:
    if not where.section:
        return ""
    words = f"第{numeral(int(where.section))}条"
    words += f"第{numeral(where.paragraph)}款" if where.paragraph else ""
    words += f"第({numeral(where.item)})项" if where.item else ""
    return words + (f"至第{numeral(int(where.last))}条" if where.last else "")


def _say_outline(where: Place) -> str:
    found = _PLACE.fullmatch(f"{where.section}.{where.paragraph}")
    if not where.section or found is None:
        return ""
    annex, part, chapter, point, _ = found.groups()
    words = (annex or "") + (f"第{part}部分" if part else "") + (chapter or "")
    words += f"第{point}点" if point else ""
    return words + (f"第{numeral(where.paragraph)}段" if where.paragraph else "")


def _say_decimal(where: Place) -> str:
    return f"第{where.section}节" if where.section else ""


_SAY = {
    "articles": _say_article,
    "outline": _say_outline,
    "decimal": _say_decimal,
    "whole": _say_outline,
}
