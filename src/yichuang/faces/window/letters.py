"""A letter before it exists (文书预览): what the act would write, asked of the act itself. It has no number yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import Work
from yichuang.faces.common.labels import term_words
from yichuang.records.documents.models import LICENCE, DocumentKind, title_of

_CONCLUSIONS: Mapping[str, str] = {
    DocumentKind.NOT_NEEDED: "本机关经审查，现告知不受理",
    DocumentKind.REFUSAL: "本机关经审查，决定不予受理",
    DocumentKind.GRANT: "本机关经审查，决定准予",
    DocumentKind.DENIAL: "本机关经审查，决定不予许可",
    DocumentKind.WITHDRAWAL: "根据您（单位）的要求，确认撤回",
}

# What is no licence is done or not done (予以办理、不予办理).
_OTHER_CONCLUSIONS: Mapping[str, str] = {
    **_CONCLUSIONS,
    DocumentKind.GRANT: "经审查，决定予以办理",
    DocumentKind.DENIAL: "经审查，决定不予办理",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What `window/part/letter.html` draws."""

    kind: str
    fields: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Return the name of the letter."""
        return title_of(self.kind, self.fields)

    @property
    def conclusion(self) -> str:
        """Return what the letter tells before its reasons."""
        own = _CONCLUSIONS if self.fields.get("power", LICENCE) == LICENCE else _OTHER_CONCLUSIONS
        return own.get(self.kind, "现告知如下")

    @property
    def review_limit(self) -> str:
        """Return the term of 行政复议 in words."""
        return _term(self.fields.get("review_limit"))

    @property
    def court_limit(self) -> str:
        """Return the term of 行政诉讼 in words."""
        return _term(self.fields.get("court_limit"))


def letter_of(work: Work) -> Letter | None:
    """Return the first paper of an act, None where it has none."""
    return next((Letter(paper.kind, paper.fields) for paper in work.papers), None)


def _term(told: Mapping[str, Any] | None) -> str:
    return term_words(told["number"], told["unit"]) if told else ""
