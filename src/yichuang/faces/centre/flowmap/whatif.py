"""/centre/map/<item>/what-if/: a shorter limit, two steps in one, more persons (推演). It changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.flowmap.asked import around, asked, item_of, step_words
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.statistics.trails.queries import past, persons_at
from yichuang.rules.trails.folding import Trail, legs_of
from yichuang.rules.trails.steps import OFFICE
from yichuang.rules.trails.whatif import DRAWS, LEAST, MOST, Answer, Between, Change, Compared, answer

_LIMIT, _PERSONS, _MORE, _SEED = 250, 60, 20, 9999
_FIELDS = (
    ("limit", "期限", _LIMIT),
    ("persons", "现有人数", _PERSONS),
    ("more", "增加人数", _MORE),
    ("seed", "随机种子", _SEED),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the answer: now, then, the difference, each in words with its interval."""

    title: str
    now: str
    then: str
    difference: str
    verdict: str


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the questions, and the answer where something was asked."""
    wanted = asked(request)
    item = item_of(request, wanted.region, code)
    trails, ids = past(wanted.region, item.id, MOST)
    change = _change(request, _steps(trails))
    if change.step:
        here = _number(request, "persons", _PERSONS) or persons_at(wanted.region, ids, change.step) or 1
        change = change._replace(persons=here)
    seed = _number(request, "seed", _SEED) or 1
    faults = list(_faults(request))
    found = _answered(request, trails, change, seed) if _is_asked(change) and not faults else None
    context = around(request, wanted) | {
        "item": item, "cases": len(trails), "least": LEAST, "change": change, "seed": seed, "answer": found,
        "steps": [(step, step_words(step)) for step in _steps(trails)], "limits": _limits(trails),
        "lines": list(_lines(found, change)) if found else [], "told": list(_told(change)),
        "assumed": list(_assumed(change, found)) if found else [], "draws": DRAWS,
        "faults": faults, "blank": not _is_asked(change) and not faults,
    }  # fmt: skip
    return render(request, "centre/flowmap/whatif.html", context)


def _answered(request: HttpRequest, trails: list[Trail], change: Change, seed: int) -> Answer | None:
    calendar = request.directory.calendar("cn")
    return answer([(calendar.upto[calendar.at[one.begun_on]], one) for one in trails], change, seed)


def _faults(request: HttpRequest) -> Iterator[str]:
    """Say which numbers can't be reckoned with."""
    for name, title, most in _FIELDS:
        told = request.GET.get(name, "").strip()
        if told and not (_digits(told) and 1 <= int(told) <= most):
            yield f"{title}请填 1 至 {most} 的整数"


def _digits(told: str) -> bool:
    return told.isascii() and told.isdigit() and len(told) < len("10000")


def _number(request: HttpRequest, name: str, most: int) -> int:
    told = request.GET.get(name, "").strip()
    return min(int(told), most) if _digits(told) else 0


def _change(request: HttpRequest, steps: list[str]) -> Change:
    merged, step = request.GET.get("merged", ""), request.GET.get("step", "")
    step = step if step in steps else ""
    return Change(
        limit=_number(request, "limit", _LIMIT) or None, merged=merged if merged in steps else "", step=step,
        more=(_number(request, "more", _MORE) or 1) if step else 0,
    )  # fmt: skip


def _is_asked(change: Change) -> bool:
    return bool(change.limit or change.merged or change.step)


def _steps(trails: list[Trail]) -> list[str]:
    """Return the steps that the office comes to, in the order in which cases do."""
    return list(dict.fromkeys(leg.after for one in trails for leg in legs_of(one) if leg.nature in OFFICE))


def _limits(trails: list[Trail]) -> str:
    """Return the limits that the cases had, in words."""
    found = sorted({one.limit for one in trails if one.limit is not None})
    return "、".join(f"{days}" for days in found[:4]) or "没有按工作日计的期限"


def _told(change: Change) -> Iterator[str]:
    if change.limit:
        yield f"期限改为 {change.limit} 个工作日"
    if change.merged:
        yield f"“{step_words(change.merged)}”与下一环节合并办理"
    if change.step:
        yield f"“{step_words(change.step)}”由 {change.persons} 人增加到 {change.persons + change.more} 人"


def _lines(found: Answer, change: Change) -> Iterator[Line]:
    if found.late:
        yield _line("超期的比例", found.late, "%", "个百分点")
    yield _line("全程中位数", found.days, "工作日", "工作日")
    yield _line("平均同时在办", found.in_hand, "件", "件")
    if found.queue:
        yield _line(f"平均排队等“{step_words(change.step)}”", found.queue, "件", "件")


def _line(title: str, one: Compared, unit: str, gap: str) -> Line:
    low, high = one.difference.low, one.difference.high
    verdict = "看不出变化" if low <= 0 <= high else "减少" if high < 0 else "增加"
    return Line(title, _shown(one.now, unit), _shown(one.then, unit), _shown(one.difference, gap, sign=True), verdict)


def _shown(one: Between, unit: str, *, sign: bool = False) -> str:
    middle, low, high = (_figure(value, sign=sign) for value in one)
    return f"{middle} {unit}（{low} 至 {high}）"


def _figure(value: float, *, sign: bool) -> str:
    """Return a number with one digit; what comes to nothing has no sign."""
    shown = round(value, 1) or 0.0
    return f"{shown:+.1f}" if sign and shown else f"{shown:.1f}"


def _assumed(change: Change, found: Answer) -> Iterator[str]:
    yield (
        f"办件按记录里真实到来的先后和疏密重新抽取：取最近办结的 {found.cases} 件（不受理、不予受理的不算），"
        f"以周为单位有放回地抽 {DRAWS} 次。"
    )
    yield "每件走的路径、各环节用的工作日照记录不变；只有所改的那一处不同。办件数量、材料质量、人员熟练程度都当作不变。"
    yield "超期按受理到决定、扣除中止和等申请人的工作日计算，没有按工作日计期限的办件不算在内。"
    if change.limit:
        yield "缩短期限以后大家的快慢照旧：不因为期限短了就办得快。真实的结果通常比这里好。"
    if change.merged:
        yield "合并以后用两个环节中较长的一个时间，不是两者相加。"
    if change.step and found.work is not None:
        yield (
            f"在“{step_words(change.step)}”停留的时间分成排队和办理两部分：按先来先办、现有 {change.persons} 人推算，"
            f"办理约占记录时间的 {found.work * 100:.0f}%，其余是排队。当天办完的算半个工作日。"
        )
        yield "新增的人和现有的人一样快，只办这个事项；现有的人手里其他事项不变。"
    yield "区间是 100 次里有 90 次落在其中的范围，只反映抽取的偶然，不包括这些假设本身的误差。"
