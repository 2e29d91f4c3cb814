"""窗口资料: the papers that lie at the window for one item: guide, notice, handbook, forms and samples."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from yichuang.law.book import book
from yichuang.records.catalogue.models import ItemVersion
from yichuang.rules.norms import Norms

_WORD = "counter_documents"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its name and where it is printed."""

    name: str
    url: str


def counter_papers(code: str, version: ItemVersion, norms: Norms) -> list[Paper]:
    """Return the papers of the window: those that the place names, all of them where it names none.

    Basis: S0b-4.1
    """
    norm = norms.get(_WORD)
    say = book().parameter(_WORD).options
    asked: Collection[str] = norm.value if norm is not None and isinstance(norm.value, tuple) else tuple(say)
    base = f"/items/{code}"
    found = [
        ("service_guide", f"{base}/print/", bool(version.guide.get("conditions") or version.materials)),
        ("item_notice", f"{base}/notice/", bool(version.materials)),
        ("licence_handbook", f"{base}/handbook/", bool(version.materials)),
    ]
    papers = [Paper(say[word], url) for word, url, told in found if word in asked and told]
    if "sample_form" in asked:
        papers += [
            Paper(f"{say['sample_form']}：{slot['name']}", f"{base}/blank/{slot['key']}/")
            for slot in version.materials
            if slot.get("blank_form")
        ]
    return papers
