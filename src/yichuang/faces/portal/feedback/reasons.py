"""The reasons that may be ticked (评价指标): from the norms of the place, good ones and bad ones."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.law.book import book
from yichuang.records.feedback.models import Grade

_TITLES = (("好在哪里", "rating_reasons_good"), ("哪里要改", "rating_reasons_bad"))
_WORDS_MAX = 500


def reasons_in(profile: str, request: HttpRequest) -> list[tuple[str, list[str]]]:
    """Return the two lists in words."""
    norms = book().norms(profile, request.today)
    return [(title, [book().parameter(name).say(word) for word in norms.choices(name)]) for title, name in _TITLES]


def told_in(request: HttpRequest, profile: str) -> dict[str, Any]:
    """Return grade, reasons and words as posted; what is none of the offered ones is left out."""
    told = request.POST.get("grade", "")
    offered = {word for _, words in reasons_in(profile, request) for word in words}
    return {
        "grade": int(told) if told in {str(value) for value in Grade.values} else 0,
        "reasons": tuple(word for word in request.POST.getlist("reasons") if word in offered),
        "words": request.POST.get("words", "").strip()[:_WORDS_MAX],
    }


def visitor(request: HttpRequest) -> Context:
    """Return the circumstances in which an act is asked beforehand."""
    return Context(request.officer, request.at, request.directory)
