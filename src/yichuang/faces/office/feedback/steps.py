"""The steps that somebody may take now (可以办的步骤), each with what is written, or why it can't be taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from yichuang.acts.context import Context
from yichuang.faces.common.access import CENTRE, OFFICE, WINDOW
from yichuang.faces.common.sentences import sentence
from yichuang.records.feedback.access import regions_of
from yichuang.rules.verdict import Refused

WHO = WINDOW | OFFICE | CENTRE
ANY = "预先核对"
CALLS = (("satisfied", "满意"), ("unsatisfied", "仍不满意"), ("unreached", "联系不上"))
_SILENT = frozenset(
    {
        "not_yours", "concern_state", "rating_step_order", "rating_loop_over", "wrong_state", "no_hotline_sheet",
        "nothing_proposed", "published_already", "publication_without_item", "reopened_already", "nothing_to_show",
    }
)  # fmt: skip
_CHOSEN_LATER = frozenset(
    {"concern_department", "referral_nowhere", "referral_accused", "link_missing", "person_unnamed"}
)  # the form itself asks for it
Wish = Callable[[str, str, QueryDict], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of step: its act, its words, the choice it asks for, and how the wish is made."""

    act: Any
    title: str
    button: str
    label: str
    wish: Wish
    field: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step on the page; `why` is "" where it can be taken."""

    name: str
    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The steps as they are laid out: the next one, others, and those that can't be taken now with the reason."""

    first: Offer | None
    others: tuple[Offer, ...]
    barred: tuple[Offer, ...]


def laid(found: Sequence[Offer]) -> Laid:
    """Lay the steps out: the first that can be taken stands open."""
    may = [offer for offer in found if not offer.why]
    barred = tuple(offer for offer in found if offer.why)
    return Laid(may[0] if may else None, tuple(may[1:]), barred)


def asking(request: HttpRequest) -> Context:
    """Return the circumstances in which an act is asked beforehand: nothing will be filed."""
    return Context(request.officer, request.at, request.directory)


def offers(kinds: Mapping[str, Kind], on: Any, no: str, request: HttpRequest) -> Iterator[Offer]:
    """Yield the steps that the officer may take, or could at another time."""
    for name, kind in kinds.items():
        why = ""
        told = QueryDict(mutable=True)
        if kind.field:
            told[kind.field] = kind.choices[0][0] if kind.choices else ""
        try:
            kind.act.judged(on, kind.wish(no, ANY, told), asking(request))
        except Refused as refused:
            if refused.code in _SILENT:
                continue
            why = "" if refused.code in _CHOSEN_LATER else sentence(refused, request.today)
        yield Offer(name, kind, why)


def speaks_with_them(found: Sequence[Offer], names: Collection[str]) -> bool:
    """Say whether the officer may take one of these steps now, for which he speaks with the people concerned."""
    return any(offer.name in names and not offer.why for offer in found)


def region_here(request: HttpRequest) -> str:
    """Return the region asked for, else the first one in which the officer works."""
    regions = regions_of(request.officer)
    asked = request.GET.get("region", "")
    return asked if asked in regions else regions[0] if regions else ""
