"""一个事项: its versions, what each says, what the check-up finds; two of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.items.listing import term_said
from yichuang.faces.centre.items.reading import EDITORS, READERS, in_force, item_of, norms_for, version_asked
from yichuang.faces.centre.items.sheet import saved
from yichuang.faces.centre.scope import frame
from yichuang.faces.common.access import allow
from yichuang.faces.common.labels import KINDS, UNITS
from yichuang.faces.common.sentences import article
from yichuang.records.catalogue.life import shape_of
from yichuang.records.catalogue.lint import Finding, Level, lint
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.review_rules import told_of
from yichuang.rules.catalogue_life.comparing import Comparison, Line, compare

MEASURES: Mapping[str, tuple[str, str]] = {
    "steps": ("办理环节", "个"),
    "materials": ("要交的材料", "份"),
    "exempt": ("免提交的材料", "份"),
    "statutory": ("法定时限", ""),
    "promised": ("承诺时限", ""),
    "trips": ("跑动次数", "次"),
    "points": ("审查要点", "条"),
}


@allow(*READERS)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the versions of an item and one of them with its check-up."""
    item, versions = item_of(request, code)
    now = in_force(versions, request.today)
    chosen = version_asked(versions, request.GET.get("v", ""), now or versions[0])
    shape = shape_of(chosen)
    context: dict[str, Any] = {
        "item": item,
        "versions": [(one, standing(one, now, request.today)) for one in versions],
        "chosen": chosen,
        "standing": standing(chosen, now, request.today),
        "before": next((one for one in versions if one.number == chosen.number - 1), None),
        "shape": shape,
        "statutory": term_said(shape.statutory),
        "promised": term_said(shape.promised),
        "statutory_basis": article(chosen.statutory_basis)[0] if chosen.statutory_basis else "",
        "findings": findings_of(item, chosen, request),
        "rules": told_of(chosen),
        "points": chosen.review_rules.get("review") or (),
        "may_edit": bool(request.officer.roles() & set(EDITORS)),
    }
    return render(request, "centre/items/page.html", frame(request, READERS) | context)


def standing(version: ItemVersion, now: ItemVersion | None, today: Any) -> str:
    """Return now, later or past."""
    if now is not None and version.id == now.id:
        return "now"
    return "later" if version.effective_on > today else "past"


def findings_of(item: Item, version: ItemVersion, request: HttpRequest) -> list[tuple[Finding, bool, str]]:
    """Return the findings of the check-up: finding, whether it blocks, the article in words."""
    day = max(version.effective_on, request.today)
    found = lint(version, norms_for(item, request.directory, day))
    return [(one, one.level is Level.ERROR, article(one.basis)[0]) for one in found]


@allow(*READERS)
@require_safe
def comparison(request: HttpRequest, code: str) -> HttpResponse:
    """Show two versions side by side, or give them as a table."""
    item, versions = item_of(request, code)
    newest = versions[0]
    after = version_asked(versions, request.GET.get("to", ""), newest)
    earlier = next((one for one in versions if one.number < after.number), after)
    before = version_asked(versions, request.GET.get("from", ""), earlier)
    found = compare(shape_of(before), shape_of(after))
    rows = measures(found)
    if request.GET.get("format") == "csv":
        head = ("项目", f"第 {before.number} 版", f"第 {after.number} 版", "增减")
        told = [(row["name"], row["before"], row["after"], row["change"]) for row in rows]
        return saved(f"compare-{before.number}-{after.number}", head, told)
    context = {"item": item, "versions": versions, "before": before, "after": after} | compared(found)
    return render(request, "centre/items/compare.html", frame(request, READERS) | context)


def compared(found: Comparison) -> dict[str, Any]:
    """Return a comparison as the template shows it."""
    return {
        "found": found,
        "rows": measures(found),
        "kinds_changed": tuple(KINDS[kind][1] for kind in found.kinds) if found.kinds[0] != found.kinds[1] else (),
    }


def measures(found: Comparison) -> list[dict[str, Any]]:
    """Return the measures in words with their difference."""
    return [_measure(line) for line in found.lines]


def _measure(line: Line) -> dict[str, Any]:
    name, unit = MEASURES[line.name]
    unit = unit or UNITS.get(line.unit, "")
    sides = ("—" if side is None else f"{side} {unit}".strip() for side in (line.before, line.after))
    before, after = sides
    change = line.change
    said = "—" if change is None else "不变" if not change else f"{'+' if change > 0 else '−'}{abs(change)}"
    css = "" if not change or line.name == "points" else "less" if (change < 0) != (line.name == "exempt") else "more"
    return {"name": name, "before": before, "after": after, "change": said, "css": css}
