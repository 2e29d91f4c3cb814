"""What of a paper an administrator may word (本机关用语): which places there are, and how long they may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SOURCE_MAX = 40_000


@dataclass(frozen=True, slots=True)
class Place:
    """One place for words of the agency's own."""

    name: str
    label: str
    hint: str
    longest: int
    lines: int = 1


PLACES = (
    Place("letterhead", "抬头", "替换文书最上方的机关名称；不填就是机关名称", 40),
    Place("extra", "附加段落", "排在法定内容之后，每行一段", 800, 4),
    Place("closing", "结束语", "排在落款之前，例如“特此通知”", 200, 2),
    Place("contact", "联系方式", "排在联系电话和查询办法之后", 200, 2),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """An edition as it is rendered: words for the places, or a whole source made for one standard version."""

    texts: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    base: str = ""


STANDARD = Wording()
