"""One application being filled in, as every step sees it; and the door to the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.forms.known import known
from yichuang.faces.common.forms.schema_form import FormSpec, SectionSpec
from yichuang.faces.common.forms.spec import FieldSpec
from yichuang.faces.portal.applying.known import spec_of
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.drafts import applicant_of, form_of, move_to, own_draft
from yichuang.records.cases.models import Draft
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.queries import version_on
from yichuang.records.projects.drafts import merged_or_refused, own_bundle_draft
from yichuang.records.projects.models import BundleDraft


@dataclass(frozen=True)
class Filling:
    """A draft with its item, the answers so far, and the form that is still to be asked."""

    draft: Draft
    version: ItemVersion
    told: Mapping[str, Any]
    spec: FormSpec
    known: Mapping[str, Any]
    answers: Mapping[str, Any]
    today: date
    login: str

    @property
    def item(self) -> Item:
        """Return the item applied for."""
        return self.version.item

    @property
    def name(self) -> str:
        """Return the item's name for headings."""
        return self.item.short_name or self.item.name

    @property
    def situation(self) -> str:
        """Return the name of the situation, "" where the item has only one."""
        rows = self.version.situations if len(self.version.situations) > 1 else ()
        return next((row["name"] for row in rows if row["code"] == self.draft.situation), "")

    @property
    def sections(self) -> list[SectionSpec]:
        """Return the sections of the form that ask something not known yet."""
        asked = {field.section for field in self.spec.fields if self.asks(field)}
        return [section for section in self.spec.sections if section.key in asked]

    def asks(self, field: FieldSpec) -> bool:
        """Say whether a question is still to be asked: not answered already, and not ruled out by what is."""
        if field.name in self.known:
            return False
        return not (field.show_if and field.show_if.field in self.known) or field.asked(self.known)

    @property
    def bundle(self) -> bool:
        """Return whether this is an application for several items at once (一件事)."""
        return isinstance(self.draft, BundleDraft)

    @property
    def start_url(self) -> str:
        """Return where an application like this one begins."""
        return f"/bundles/{self.item.code}/" if self.bundle else f"/apply/{self.item.code}/"

    def url(self, *parts: str) -> str:
        """Return the address of a step: url("form", "matter")."""
        return "/".join(["/apply", str(self.draft.id), *parts, ""])


def filling_of(draft: Draft, today: date, login: str) -> Filling:
    """Put together what the steps need of a draft."""
    version, told = draft.item_version, applicant_of(draft)
    spec = spec_of(version, draft.situation, told)
    sure = known(spec, told, today)
    return Filling(draft, version, told, spec, sure, form_of(draft) | sure, today, login)


Step = Callable[..., HttpResponse]


def step(view: Step) -> Step:
    """Open a step to the owner of the draft; one that became a case leads to its confirmation."""

    @wraps(view)
    def shown(request: HttpRequest, draft_id: UUID, **parts: str) -> HttpResponse:
        draft = draft_here(request, draft_id)
        if draft.case_no:
            return HttpResponseRedirect(f"/apply/{draft.id}/sent/")
        _keep_up(draft, request)
        return view(request, filling_of(draft, request.today, request.officer.name), **parts)

    return allow(USER)(shown)


def draft_here(request: HttpRequest, draft_id: UUID) -> Draft:
    """Return the visitor's own draft. Raises NotFound."""
    asked = (draft_id, request.officer.user_id, list(request.directory.centres), request.at)
    try:
        return own_draft(*asked)
    except NotFound:
        draft: Any = own_bundle_draft(*asked)
    if not draft.case_no:
        draft.item_version = merged_or_refused(draft.bundle, request.today).version
    return draft  # type: ignore[no-any-return]


def _keep_up(draft: Draft, request: HttpRequest) -> None:
    """Go on under the version of today where the guide has changed since the draft was begun, and say so."""
    if isinstance(draft, BundleDraft):
        return  # its merged guide is that of today
    current = version_on(draft.item_version.item, request.today)
    if current is not None and current.id != draft.item_version_id:
        current.item = draft.item_version.item
        move_to(draft, current, request.at)
        results.warned(request, f"办事指南已更新为第 {current.number} 版，请核对已填的内容和材料。")
