"""参数列表: what is in force in one jurisdiction today, to search and to filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.law.words import UNITS, said
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import READS_LAW, allow
from yichuang.law.book import LawBook, book
from yichuang.law.shapes import Parameter, Value

READERS = tuple(sorted(READS_LAW))
ONLY = {"local": "本地另有规定", "departs": "偏离上位规定", "unchecked": "待核对原文", "none": "这里没有规定"}
_WORDS_MAX = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter as it applies here today; `elsewhere` are those that have it when nobody here has."""

    parameter: Parameter
    value: Value | None
    said: str
    whose: str
    cited: str
    elsewhere: tuple[str, ...]


def profile_of(request: HttpRequest) -> str:
    """Return the jurisdiction asked for, else that of the centre the officer watches."""
    asked = request.GET.get("profile", "")
    centre = request.directory.centres.get(region_of(request, READERS))
    mine = centre.profile if centre and centre.profile in book().profiles() else "cn"
    return asked if asked in book().profiles() else mine


@allow(*READERS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every parameter of one jurisdiction. No query: the law is in memory."""
    law, profile = book(), profile_of(request)
    told = {name: request.GET.get(name, "").strip()[:_WORDS_MAX] for name in ("q", "unit", "only")}
    told["unit"] = told["unit"] if told["unit"] in {str(unit) for unit in UNITS} else ""
    told["only"] = told["only"] if told["only"] in ONLY else ""
    lines = [line for line in _lines(law, profile, request) if _wanted(line, told, profile)]
    context: dict[str, Any] = {
        "lines": lines,
        "all": len(law.parameters()),
        "profile": law.profiles()[profile],
        "profiles": list(law.profiles().values()),
        "units": [(str(unit), words) for unit, words in UNITS.items()],
        "only": list(ONLY.items()),
        "told": told,
        "filtered": any(told.values()),
    }
    return render(request, "centre/law/list.html", frame(request, READERS) | context)


def _lines(law: LawBook, profile: str, request: HttpRequest) -> Iterator[Line]:
    for parameter in law.parameters().values():
        value = law.value(parameter.name, profile, request.today)
        names = dict.fromkeys(one.profile for one in parameter.values) if value is None else {}
        yield Line(
            parameter,
            value,
            said(parameter, value),
            law.profiles()[value.profile].name if value else "",
            law.cite(value.basis) if value else "",
            tuple(law.profiles()[name].name for name in names),
        )


def _wanted(line: Line, told: dict[str, str], profile: str) -> bool:
    parameter, value = line.parameter, line.value
    words = f"{parameter.name} {parameter.term} {parameter.meaning} {line.cited} {line.said}".lower()
    tests = {
        "": True,
        "local": value is not None and value.profile != "cn",
        "departs": value is not None and bool(value.departs_from),
        "unchecked": value is not None and not value.checked,
        "none": value is None,
    }
    units = {str(parameter.unit), str(value.unit) if value else ""}
    return tests[told["only"]] and (not told["unit"] or told["unit"] in units) and told["q"].lower() in words
