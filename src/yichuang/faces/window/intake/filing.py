"""From the desk to the record (收件入账): one submission, then what the clerk chose, each its own act and key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.intake.notify_correction import notify_correction
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.submit import Submission
from yichuang.faces.common.doing import perform
from yichuang.faces.window.accepting import accept_and_route
from yichuang.faces.window.intake import applicant, project
from yichuang.faces.window.intake.typed import Typed
from yichuang.faces.window.notice import notice_from
from yichuang.faces.window.sheet import Line
from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.models import ItemVersion
from yichuang.rules.verdict import Refused

_TURNED_AWAY = ("not_needed", "refuse")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the case number, what was done, and a step that was refused after the receipt."""

    no: str
    done: str
    refused: Refused | None = None


def file_intake(request: HttpRequest, typed: Typed, version: ItemVersion, do: str) -> Outcome:
    """Put the application on record and do what was chosen; a repeated form gets the first answers."""
    key = request.POST.get("key", "")
    act, wish = project.deed(request, typed, _submission(typed, version, turned_away=do in _TURNED_AWAY))
    no = perform(request, act, wish, key=f"{key}:s").no
    try:
        return Outcome(no, do, _second(request, typed, On(no), do))
    except Refused as refused:
        return Outcome(no, "submit", refused)


def _second(request: HttpRequest, typed: Typed, on: On, do: str) -> Refused | None:
    key = request.POST.get("key", "")
    if do == "accept":
        return accept_and_route(request, on, typed.lines, key)
    if do == "correct":
        perform(request, notify_correction, notice_from(request, typed.lines, on), key=f"{key}:c")
    if do == "hold":
        perform(request, receive, Receipt(on, undecided=True), key=f"{key}:h")
    return None


def _submission(typed: Typed, version: ItemVersion, *, turned_away: bool) -> Submission:
    wrong = {error.field for error in typed.answers.errors} if typed.answers else set()
    answers = typed.answers.values if typed.answers else {}
    return Submission(
        version=version,
        person=applicant.person(typed.applicant),
        form={name: value for name, value in answers.items() if name not in wrong},
        materials={
            **{line.key: _brought(line) for line in typed.lines if line.ok or line.files},
            **applicant.attorney(typed.applicant),
        },
        channel=Channel.WINDOW.value,
        situation=typed.situation,
        turned_away=turned_away,
        agent=applicant.agent(typed.applicant),
    )


def _brought(line: Line) -> Mapping[str, Any]:
    """Return what was handed in; what the clerk found right is kept as seen."""
    seen = {"verdict": line.verdict, "originals": line.originals, "copies": line.copies} if line.ok else {}
    return {"name": line.name, "files": [dict(row) for row in line.files], **seen}
