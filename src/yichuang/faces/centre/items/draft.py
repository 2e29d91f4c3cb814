"""新版本: the newest version taken over, changed where the form says, checked, and put on record from a day on.

Nothing is kept between the steps but the form itself; the act judges once more.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.catalogue.publish_item import Publication, publish_item
from yichuang.faces.centre.items.adding import STAGE_KINDS, blanks, typed_rows, with_slots, with_stages
from yichuang.faces.centre.items.page import compared, findings_of
from yichuang.faces.centre.items.points import new_points, points_shown, with_points
from yichuang.faces.centre.items.reading import EDITORS, item_of
from yichuang.faces.centre.items.result_typed import result_shown, with_result
from yichuang.faces.centre.items.rules_typed import typed_rules, with_rules
from yichuang.faces.centre.scope import frame
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.labels import KINDS
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import sentence
from yichuang.records.catalogue.life import shape_of
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.rules.catalogue_life.comparing import compare
from yichuang.rules.catalogue_life.effect import may_take_effect
from yichuang.rules.typed import seen
from yichuang.rules.verdict import Refused

_OWN = frozenset({"id", "item"})
_LARGEST, _WORDS_MAX = 999, 300


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was typed, and what of it can't be read."""

    fields: dict[str, Any]
    effective: str
    errors: tuple[str, ...]


@allow(*EDITORS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the form; on POST check what was typed, and publish it when that was asked."""
    item, versions = item_of(request, code, EDITORS)
    latest = versions[0]
    typed = _typed(request, latest) if request.method == "POST" else _taken_over(latest, request.today)
    draft = ItemVersion(item=item, **typed.fields)
    findings = findings_of(item, draft, request)
    wrong = bool(typed.errors) or any(blocks for _, blocks, _ in findings)
    if request.method == "POST" and request.POST.get("do") == "publish" and not wrong:
        return _publish(request, item, typed.fields)
    context: dict[str, Any] = {
        "item": item,
        "latest": latest,
        "draft": draft,
        "effective": typed.effective,
        "errors": typed.errors,
        "findings": findings,
        "wrong": wrong,
        "checked": request.method == "POST",
        "kinds": [(kind, words[1]) for kind, words in KINDS.items()],
        "stages": _kept(latest.stages, draft.stages, "key"),
        "materials": _kept(latest.materials, draft.materials, "key"),
        "new_stages": blanks(typed_rows(request.POST, "stage")),
        "new_slots": blanks(typed_rows(request.POST, "slot")),
        "stage_kinds": list(STAGE_KINDS.items()),
        "rules": typed_rules(draft),
        "result": result_shown(draft),
        "points": points_shown(latest.review_rules.get("review") or (), draft.review_rules.get("review") or ()),
        "new_points": new_points(request.POST),
        "key": request.POST.get("key") or new_key(),
    } | compared(compare(shape_of(latest), shape_of(draft)))
    status = 422 if request.method == "POST" and wrong and request.POST.get("do") == "publish" else 200
    return render(request, "centre/items/draft.html", frame(request, EDITORS) | context, status=status)


def _publish(request: HttpRequest, item: Item, fields: dict[str, Any]) -> HttpResponse:
    perform(request, publish_item, Publication(item.id, fields))
    when = fields["effective_on"]
    done(request, f"第 {fields['number']} 版已发布，{when:%Y-%m-%d} 起施行；在办件仍按原来的版本办。")
    return HttpResponseRedirect(f"/centre/items/{item.code}/?v={fields['number']}")


def _taken_over(latest: ItemVersion, today: date) -> Typed:
    """Return the newest version as the next one, from tomorrow or later."""
    fields = {
        field.name: deepcopy(getattr(latest, field.name))
        for field in latest._meta.concrete_fields
        if field.name not in _OWN
    }
    day = max(today + timedelta(days=1), latest.effective_on)
    fields |= {"number": latest.number + 1, "effective_on": day}
    return Typed(fields, day.isoformat(), ())


def _typed(request: HttpRequest, latest: ItemVersion) -> Typed:
    told, base = request.POST, _taken_over(latest, request.today)
    fields, errors = base.fields, []
    for name, label in (("statutory_number", "法定时限"), ("promised_number", "承诺时限")):
        fields[name], fault = _number(told.get(name, ""), label)
        errors += fault
    visits, fault = _number(told.get("visits", ""), "跑动次数")
    errors += fault
    effective = told.get("effective_on", "")[:10]
    try:
        fields["effective_on"] = date.fromisoformat(effective)
    except ValueError:
        errors.append("生效日期要写作 2027-01-01")
    else:
        errors += _too_early_or_late(fields["effective_on"], latest, request.today)
    fields["kind"] = told.get("kind", "") if told.get("kind", "") in KINDS else latest.kind
    fields["statutory_basis"] = seen(told.get("statutory_basis", ""))[:200]
    fields["guide"] |= {"visits": visits, "complex": seen(told.get("complex", ""))[:_WORDS_MAX]}
    if "rule-cautions" in told:  # a form of before doesn't know of them
        fields["review_rules"] = with_rules(fields["review_rules"], told, errors)
    fields["review_rules"] = with_points(fields["review_rules"], told, errors)
    with_result(fields, told)
    stages = [_stage(row, told, errors) for row in fields["stages"] if f"stage-{row['key']}" in told]
    fields["stages"] = with_stages(stages, told, errors, latest.item.department.name)
    slots = [_slot(row, told) for row in fields["materials"] if f"slot-{row['key']}" in told]
    fields["materials"] = with_slots(slots, told)
    return Typed(fields, effective, tuple(errors))


def _too_early_or_late(on: date, latest: ItemVersion, today: date) -> list[str]:
    try:
        may_take_effect(on, today=today, latest_on=latest.effective_on).raise_if_refused()
    except Refused as fault:
        return [sentence(fault, today)]
    return []


def _stage(row: dict[str, Any], told: Any, errors: list[str]) -> dict[str, Any]:
    days = told.get(f"days-{row['key']}", "").strip()
    try:
        number = float(days or 0)
    except ValueError:
        number = -1.0
    if not 0 <= number <= _LARGEST:  # this also catches what is no number
        errors.append(f"环节“{row['name']}”的天数不是数字")
        return row
    return row | {"days": int(number) if number.is_integer() else number}


def _slot(row: dict[str, Any], told: Any) -> dict[str, Any]:
    """Return a material as typed: required or by situation, brought or exempt, and on which basis."""
    basis = seen(told.get(f"basis-{row['key']}", ""))[:_WORDS_MAX]
    cited = dict(row.get("legal_basis") or {}) | {"basis": basis}
    required, exempt = f"need-{row['key']}" in told, f"free-{row['key']}" in told
    return row | {"legal_basis": cited, "required": required, "share_exempt": exempt}


def _number(word: str, label: str) -> tuple[int | None, list[str]]:
    plain = word.strip()
    if not plain:
        return None, []
    if plain.isascii() and plain.isdigit() and len(plain) <= len(str(_LARGEST)):
        return int(plain), []
    return None, [f"{label}要写整数"]


def _kept(before: list[dict[str, Any]], after: list[dict[str, Any]], key: str) -> list[tuple[dict[str, Any], int]]:
    """Return every row of the newest version as it is typed now, and at which place it stays, 0 where it goes."""
    now = {row[key]: (row, place) for place, row in enumerate(after, 1)}
    rows = [now.get(row[key], (row, 0)) for row in before]
    return sorted(rows, key=lambda pair: pair[1] or len(after) + 1)
