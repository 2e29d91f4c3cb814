"""/centre/map/<item>/: the map of an item, its paths, how long each passage takes, and where cases wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.flowmap.asked import CSS, Asked, around, asked, item_of, nature_words, step_words
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.charts import bars
from yichuang.records.statistics.trails.queries import chart_of
from yichuang.rules.trails.charting import Chart, Passage, Path, frequent, share_at, waits
from yichuang.rules.trails.drawing import Drawing, Line, Tie, draw
from yichuang.rules.trails.steps import NATURES

SHARES = {"0": "全部流转", "2": "占 2% 以上", "10": "占 10% 以上"}
_PATHS, _WAITS, _MANY = 12, 6, 26


@dataclass(frozen=True, slots=True)
class Row:
    """One passage: its words, numbers, and the address of its cases."""

    before: str
    after: str
    count: int
    middle: int | None
    most: int | None
    days: int
    css: str
    words: str
    query: str


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the map of an item."""
    wanted = asked(request)
    item = item_of(request, wanted.region, code)
    found = chart_of(wanted.region, item.id, wanted.span)
    share = _share(request, found)
    shown = frequent(found, int(share))
    slow = waits(found)[:_WAITS]
    context = around(request, wanted) | {
        "item": item,
        "found": found,
        "kpis": list(_kpis(found)),
        "drawing": _drawing(found, shown) if shown else None,
        "shares": [(value, words, value == share) for value, words in SHARES.items()],
        "hidden": len(found.passages) - len(shown),
        "passages": [_row(one, wanted) for one in found.passages],
        "paths": [_path(one, found, wanted) for one in found.paths[:_PATHS]],
        "more_paths": max(len(found.paths) - _PATHS, 0),
        "waits": list(zip([_row(one, wanted) for one in slow], bars([("", one.days) for one in slow]), strict=True)),
        "spent": list(_spent(found)),
        "standing": [(step_words(step), number, wanted.query(standing=step)) for step, number in _standing(found)],
    }
    return render(request, "centre/flowmap/page.html", context)


def _share(request: HttpRequest, found: Chart) -> str:
    told = request.GET.get("share", "")
    return told if told in SHARES else "2" if len(found.passages) > _MANY else "0"


def _kpis(found: Chart) -> Iterator[tuple[str, str, str]]:
    middle, most = share_at(found.lengths, 50), share_at(found.lengths, 90)
    yield "已办结", f"{found.ended:,}", f"在办 {found.running:,} 件"
    yield "全程中位", "—" if middle is None else f"{middle}", "工作日，一半办件不超过"
    yield "九成办件", "—" if most is None else f"{most}", "工作日之内办完"
    for words, number, kind in (
        ("退回、补正", found.sent_back, "办结的办件里"), ("中止计时", found.stopped, "办结的办件里"),
        ("延期", found.extended, "办结的办件里"),
    ):  # fmt: skip
        yield words, f"{number:,}", f"{kind}占 {_percent(number, found.ended)}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "—"


def _row(one: Passage, wanted: Asked) -> Row:
    return Row(
        step_words(one.before), step_words(one.after), one.count, share_at(one.lengths, 50), share_at(one.lengths, 90),
        one.days, CSS[one.nature], nature_words(one.nature), wanted.query(**{"from": one.before, "to": one.after}),
    )  # fmt: skip


def _path(one: Path, found: Chart, wanted: Asked) -> dict[str, Any]:
    return {
        "steps": [step_words(step) for step in one.steps],
        "count": one.count,
        "share": _percent(one.count, found.ended),
        "middle": share_at(one.lengths, 50),
        "most": share_at(one.lengths, 90),
        "query": wanted.query(path=" ".join(one.steps)),
    }


def _spent(found: Chart) -> Iterator[tuple[str, str, int, str]]:
    whole = sum(found.spent.values())
    for nature, words in NATURES.items():
        yield words, CSS[nature], found.spent[nature], _percent(found.spent[nature], whole)


def _standing(found: Chart) -> list[tuple[str, int]]:
    return sorted(((step, number) for step, number in found.standing.items() if number), key=lambda one: -one[1])


def _drawing(found: Chart, shown: tuple[Passage, ...]) -> dict[str, Any]:
    """Return the drawing with its words: what is frequent is thick, what waits has another colour and dashes."""
    starts = [path.steps[0] for path in found.paths[:1]]
    drawn: Drawing = draw([Tie(one.before, one.after, one.count) for one in shown], starts)
    told = {(one.before, one.after): one for one in shown}
    return {
        "width": round(drawn.width),
        "height": round(drawn.height),
        "boxes": [
            (box.x, box.y, step_words(box.name), _times(box.name, found), found.standing.get(box.name, 0))
            for box in drawn.boxes
        ],
        "lines": [_line(line, told[line.before, line.after]) for line in drawn.lines],
    }


def _times(step: str, found: Chart) -> int:
    """Return how often a step was taken; the first one as often as cases began with it."""
    came = sum(one.count for one in found.passages if one.after == step)
    begun = sum(path.count for path in found.paths if path.steps[0] == step)
    left = sum(one.count for one in found.passages if one.before == step)
    return max(came + begun, left)


def _line(line: Line, one: Passage) -> dict[str, Any]:
    width = min(1.2 + log2(one.count + 1) * 0.55, 7)
    return {
        "path": line.path, "x": line.x, "y": line.y, "css": CSS[one.nature] + (" back" if line.back else ""),
        "width": f"{width:.1f}", "words": f"{one.count:,} 次 {share_at(one.lengths, 50)} 日",
    }  # fmt: skip
