"""What stands on the desk before there is a case (收件台上的内容): item, situation, applicant, form, materials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict

from yichuang.acts.intake.brought import asked
from yichuang.faces.common.forms.bound import BoundField
from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.common.forms.schema_form import BoundForm, bind, form_spec, show
from yichuang.faces.common.forms.spec import FieldSpec
from yichuang.faces.window import sheet
from yichuang.faces.window.calling.served import told_by_number
from yichuang.faces.window.frame import region_of
from yichuang.faces.window.intake import applicant
from yichuang.faces.window.sheet import Line
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.queries import guide_of

_CODE = 24  # characters of a project's code


@dataclass(frozen=True)
class Typed:
    """The whole desk. Without an item there is only the applicant."""

    applicant: BoundForm
    version: ItemVersion | None = None
    situation: str = ""
    answers: BoundForm | None = None
    hidden: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()
    unknown_item: str = ""
    project: str = ""

    @property
    def item(self) -> Item | None:
        """Return the item, if one is chosen."""
        return self.version.item if self.version else None

    @cached_property
    def questions(self) -> list[BoundField]:
        """Return the questions of the item's form that must be asked here."""
        fields = self.answers.fields if self.answers else []
        return [field for field in fields if field.spec.name not in self.hidden]

    @property
    def must(self) -> list[BoundField]:
        """Return the questions that must be answered, and those that hang on another answer."""
        return [field for field in self.questions if field.spec.required]

    @property
    def may(self) -> list[BoundField]:
        """Return the questions that may stay open."""
        return [field for field in self.questions if not field.spec.required]

    @property
    def errors(self) -> Sequence[FieldError]:
        """Return everything to mend, in the order of the page."""
        form = self.answers.errors if self.answers else ()
        shown = [error for error in form if error.field not in self.hidden]
        return [*self.applicant.errors, *shown, *sheet.errors_of(self.lines)]


def begun(request: HttpRequest) -> Typed:
    """Return the desk with an item chosen by the address, nothing typed."""
    booked, told = told_by_number(request)
    version, unknown = _version(request.GET.get("item", "") or booked, request)
    if version is None:
        return Typed(applicant.begun(applicant.PAPERS[0].label, told), unknown_item=unknown)
    form = applicant.begun(applicant.first_paper(version.item.for_person), told)
    return _with_item(Typed(form), version, request.GET.get("situation", ""), None, request)


def posted(request: HttpRequest, *, pick: str = "") -> Typed:
    """Return the desk as posted, with every complaint; `pick` is the item just chosen."""
    post = request.POST
    code = pick or post.get("w_item", "")
    version, unknown = _version(code, request)
    fields = _other_paper(post, version) if pick else post
    form = applicant.read(fields, request.today, region_of(request))
    desk = Typed(form, unknown_item=unknown, project=post.get("w_project", "").strip()[:_CODE])
    return _with_item(desk, version, post.get("w_situation", ""), post, request) if version else desk


def quiet(typed: Typed) -> Typed:
    """Return the desk without complaints about what is simply not filled in yet."""
    form = replace(typed.applicant, errors=_filled(typed.applicant))
    answers = replace(typed.answers, errors=_filled(typed.answers)) if typed.answers else None
    return replace(typed, applicant=form, answers=answers)


def _filled(form: BoundForm) -> tuple[FieldError, ...]:
    return tuple(error for error in form.errors if any(form.raw.get(error.field, ())))


def _version(code: str, request: HttpRequest) -> tuple[ItemVersion | None, str]:
    if not code:
        return None, ""
    guide = guide_of(code, request.today)
    if guide is None or guide.item.centre_id != _centre(request):
        return None, code
    guide.version.item = guide.item
    return guide.version, ""


def _centre(request: HttpRequest) -> Any:
    return request.directory.centres[region_of(request)].id


def _other_paper(post: QueryDict, version: ItemVersion | None) -> Mapping[str, Any]:
    """Choose the paper that fits the item just picked, while no number has been typed."""
    if version is None or post.get("a_number"):
        return post
    fields = post.copy()
    fields["a_paper"] = applicant.first_paper(version.item.for_person)
    return fields


def _with_item(
    desk: Typed, version: ItemVersion, situation: str, post: QueryDict | None, request: HttpRequest
) -> Typed:
    codes = [row["code"] for row in version.situations]
    chosen = situation if situation in codes else (codes[0] if codes else "")
    answered = applicant.answered(desk.applicant, request.today)
    answers = _answers(version, chosen, post, answered, request)
    hidden = frozenset(answered) & set(answers.spec.by_name)
    lines = sheet.lines_asked(asked(version, chosen))
    if post is not None:
        lines = sheet.with_files(sheet.ticked(lines, post), request)
    moved = [
        _moved(error, answered[error.field][0], desk.applicant) for error in answers.errors if error.field in hidden
    ]
    wanted = {answered[field.name][0] for field in answers.spec.asked(answers.values) if _wants(field, hidden)}
    form = _with_errors(_wanting(desk.applicant, wanted), moved)
    return replace(desk, applicant=form, version=version, situation=chosen, answers=answers, hidden=hidden, lines=lines)


def _answers(
    version: ItemVersion,
    situation: str,
    post: QueryDict | None,
    answered: Mapping[str, tuple[str, str]],
    request: HttpRequest,
) -> BoundForm:
    """Bind the item's form; what the applicant's data answer is taken from there."""
    spec = form_spec(version.form_schema, version.form_ui, situation=situation)
    if post is None:
        return show(spec, {})
    fields = {name: list(post.getlist(name)) for name in spec.by_name}
    fields |= {name: [word] if word else [] for name, (_, word) in answered.items() if name in spec.by_name}
    return bind(spec, fields, today=request.today)


def _wants(field: FieldSpec, hidden: frozenset[str]) -> bool:
    return field.required and field.name in hidden


def _wanting(form: BoundForm, names: set[str]) -> BoundForm:
    """Return the applicant's form with these fields no longer marked 选填: the item can't do without them."""
    fields = {name: replace(row, required=row.required or name in names) for name, row in form.spec.by_name.items()}
    spec = replace(form.spec, fields=tuple(fields[row.name] for row in form.spec.fields), by_name=fields)
    return replace(form, spec=spec)


def _with_errors(form: BoundForm, more: Sequence[FieldError]) -> BoundForm:
    """Return the form with further errors, one for each field."""
    found = {error.field: error for error in (*more, *form.errors)}
    return replace(form, errors=tuple(found[name] for name in form.spec.by_name if name in found))


def _moved(error: FieldError, field: str, form: BoundForm) -> FieldError:
    """Return an error of the item's form as one of the applicant's field that answers it."""
    title = form.spec.by_name[field].title
    return FieldError(field, title, f"这个事项要填，{error.words}" if not form.values.get(field) else error.words)
