"""申请任务: what is done, what is not, what cannot begin yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.faces.common import results
from yichuang.faces.common.forms.schema_form import SectionSpec, check_values
from yichuang.faces.portal.applying.applicant import applicant_errors, name_of
from yichuang.faces.portal.applying.filling import Filling, step
from yichuang.faces.portal.applying.slots import UPLOAD, Slot, complete, slots
from yichuang.records.cases.drafts import discard, kept_until

DONE, NOW, NEW, OFF = "done", "now", "new", "off"
_APPLICANT = "申请人信息"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list: its title, address, state (done, now, new, off) and the state in words."""

    key: str
    title: str
    url: str
    css: str
    words: str

    @property
    def done(self) -> bool:
        """Return whether nothing is left to do here."""
        return self.css == DONE


def tasks(filling: Filling) -> list[Task]:
    """Return the tasks; the last one, checking, opens when all others are done."""
    found = [_applicant(filling)]
    told = found[0].done
    found += [_section(filling, section, told) for section in filling.sections]
    rows = slots(filling)
    if rows:
        found.append(_materials(filling, rows))
    ready = all(task.done for task in found)
    last = (NEW, "可以核对了") if ready else (OFF, "还不能开始")
    return [*found, Task("check", "核对并提交", filling.url("check") if ready else "", *last)]


def place(filling: Filling, key: str) -> str:
    """Return 第 2 步，共 4 步."""
    keys = [task.key for task in tasks(filling)]
    return f"第 {keys.index(key) + 1} 步，共 {len(keys)} 步" if key in keys else ""


def after(filling: Filling, key: str) -> str:
    """Return where to go when a task was saved: the next one that is not done, at last the check."""
    found = tasks(filling)
    keys = [task.key for task in found]
    rest = [*found[keys.index(key) + 1 :], *found[: keys.index(key)]] if key in keys else found
    return next((task.url for task in rest if task.url and not task.done), filling.url("tasks"))


@step
@require_GET
def begin_at_tasks(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Lead from the draft's own address to its tasks."""
    return HttpResponseRedirect(filling.url("tasks"))


@step
@require_GET
def task_list(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Show the tasks."""
    found = tasks(filling)
    context = {
        "it": filling,
        "tasks": found,
        "left": sum(not task.done for task in found[:-1]),
        "next": next((task for task in found if task.url and not task.done), None),
        "who": name_of(filling.told),
        "until": kept_until(filling.draft),
    }
    return render(request, "portal/applying/tasks.html", context)


@step
@require_http_methods(["GET", "POST"])
def throw_away(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Ask once, then delete the draft."""
    if request.method == "GET":
        return render(request, "portal/applying/throw_away.html", {"it": filling})
    discard(filling.draft)
    results.done(request, f"已删除“{filling.name}”的草稿", ("重新申请", filling.start_url))
    return HttpResponseRedirect("/my/")


def _applicant(filling: Filling) -> Task:
    begun = len(filling.told) > 1
    missing = len(applicant_errors(filling.told, filling.login, filling.today))
    return Task("applicant", _APPLICANT, filling.url("applicant"), *_state(missing, begun=begun))


def _section(filling: Filling, section: SectionSpec, told: bool) -> Task:
    title = f"{section.title}（补充）" if section.title == _APPLICANT else section.title
    if not told:
        return Task(section.key, title, "", OFF, f"先填{_APPLICANT}")
    asked = [field for field in filling.spec.of_section(section.key) if filling.asks(field)]
    begun = any(field.name in filling.answers for field in asked)
    missing = len(check_values(filling.spec, filling.answers, today=filling.today, section=section.key))
    return Task(section.key, title, filling.url("form", section.key), *_state(missing, begun=begun))


def _materials(filling: Filling, rows: list[Slot]) -> Task:
    wanted = [row for row in rows if row.required]
    there = sum(row.ready for row in wanted)
    if complete(rows):
        words = "已完成" if any(row.how == UPLOAD for row in wanted) else "没有必须上传的"
        return Task("materials", "上传材料", filling.url("materials"), DONE, words)
    begun = any(row.files for row in rows)
    return Task("materials", "上传材料", filling.url("materials"), NOW if begun else NEW, f"{there} / {len(wanted)} 份")


def _state(missing: int, *, begun: bool) -> tuple[str, str]:
    if not missing:
        return DONE, "已完成"
    return (NOW, f"进行中，还差 {missing} 项") if begun else (NEW, "未开始")
