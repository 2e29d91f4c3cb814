"""Is a submission in order (提交核对): item, situation, applicant, form, materials; every fault named at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.acts.intake.submit import Person, Submission
from yichuang.acts.passing.proxy import with_attorney
from yichuang.faces.api.files import sent_file
from yichuang.faces.api.problems import ApiProblem, FieldProblem
from yichuang.faces.api.wishes import MaterialIn, PersonIn, SubmissionIn
from yichuang.faces.common.forms.known import known, someone_else
from yichuang.faces.common.forms.schema_form import FormSpec, check_values, form_spec
from yichuang.records.applicants.models import ApplicantKind, IdentityKind
from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion
from yichuang.records.catalogue.queries import ItemGuide, guide_of
from yichuang.records.catalogue.shelf import asked
from yichuang.rules.identifiers import normalize

_CHECKED = {IdentityKind.ID_CARD: "id", IdentityKind.USCC: "uscc", IdentityKind.ORG_CODE: "org"}
_OF_PERSONS = frozenset({IdentityKind.ID_CARD, IdentityKind.OTHER})
_NUMBERS = frozenset({"uscc", "id", "org", "licence", "phone", "mobile", "project"})


def guide_for(wish: SubmissionIn, today: date) -> ItemGuide:
    """Return the item with the version of today. Raises ApiProblem when there is none."""
    guide = guide_of(wish.item, today)
    if guide is None:
        wrong = FieldProblem("item", "没有这个事项编码")
        raise ApiProblem(
            "item_not_found", f"没有编码为“{wish.item}”的事项。请用 GET /api/v1/items 查。", errors=[wrong]
        )
    guide.version.item = guide.item
    return guide


def submission(wish: SubmissionIn, guide: ItemGuide, request: HttpRequest) -> Submission:
    """Return the wish of the act. Raises ApiProblem with everything that has to be mended."""
    version, user_id = guide.version, request.officer.user_id
    if guide.item.status != ItemStatus.OPEN:
        words = f"“{guide.item.name}”现在不在网上受理。请到办事指南所写的窗口办理，或拨打咨询电话。"
        raise ApiProblem("item_not_open", words, basis="《中华人民共和国行政许可法》第三十条")
    spec = form_spec(version.form_schema, version.form_ui, situation=wish.situation)
    own = known(spec, wish.told(), request.today)
    form = own | wish.form
    files = {material.key: _files(material, user_id) for material in wish.materials}
    errors = [
        *_situation(wish, version),
        *_person(wish.person, guide.item, request.today),
        *_form(spec, form, request.today),
        *(FieldProblem(f"form.{name}", "与 person 写的申请人不一致") for name in someone_else(own, wish.form)),
        *_materials(wish, version, files),
    ]
    if errors:
        first = f"{errors[0].field}：{errors[0].detail}"
        raise ApiProblem("invalid", f"有 {len(errors)} 处要改，第一处是 {first.rstrip('。')}。", errors=errors)
    return Submission(
        version=version,
        person=_told(wish.person),
        form=_answers(spec, form),
        materials={key: {"files": [dict(file) for file in found]} for key, found in files.items()},
        channel=Channel.ONLINE,
        situation=wish.situation,
        agent=wish.agent.model_dump(mode="json", exclude_none=True, exclude_defaults=True) if wish.agent else {},
        user_id=user_id,
    )


def _situation(wish: SubmissionIn, version: ItemVersion) -> Iterator[FieldProblem]:
    codes = [row["code"] for row in version.situations]
    if wish.situation not in (codes or [""]):
        offered = f"只能是：{'、'.join(codes)}" if codes else "这个事项没有情形，请留空"
        yield FieldProblem("situation", offered)


def _person(person: PersonIn, item: Item, today: date) -> Iterator[FieldProblem]:
    """Yield what is wrong with the applicant: kind and paper must fit, numbers must check."""
    by_person = person.kind == ApplicantKind.PERSON
    if not (item.for_person if by_person else item.for_organisation):
        yield FieldProblem("person.kind", f"这个事项只面向{'法人和其他组织' if by_person else '自然人'}")
    fits = person.identity_kind in _OF_PERSONS if by_person else person.identity_kind != IdentityKind.ID_CARD
    if not fits:
        yield FieldProblem("person.identity_kind", "与申请人的类别不符")
    for one in check_values(_questions(person), person.model_dump(), today=today):
        yield FieldProblem(f"person.{one.field}", one.words)


def _questions(person: PersonIn) -> FormSpec:
    """Return the applicant's numbers as questions, so that they are checked as on every page."""
    properties = {"identity_no": {"type": "string", "title": "证件号码"}, "phone": {"type": "string", "title": "电话"}}
    check = _CHECKED.get(IdentityKind(person.identity_kind), "")
    fields = {"identity_no": {"check": check} if check else {}, "phone": {"check": "phone"}}
    return form_spec({"type": "object", "properties": properties, "required": ["identity_no"]}, {"fields": fields})


def _told(person: PersonIn) -> Person:
    return Person(
        kind=str(person.kind),
        name=person.name,
        identity_kind=str(person.identity_kind),
        identity_no=normalize(person.identity_no),
        phone=normalize(person.phone),
        address=person.address,
        legal_person=person.legal_person,
    )


def _form(spec: FormSpec, form: Mapping[str, Any], today: date) -> Iterator[FieldProblem]:
    for name in form:
        if name not in spec.by_name:
            yield FieldProblem(f"form.{name}", "这个事项的表单没有这一项")
    for one in check_values(spec, form, today=today):
        yield FieldProblem(f"form.{one.field}", one.words)


def _answers(spec: FormSpec, form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that were asked for; numbers as they are written."""
    kept = [(field, form[field.name]) for field in spec.asked(form) if form.get(field.name) is not None]
    return {f.name: normalize(v) if f.check in _NUMBERS and isinstance(v, str) else v for f, v in kept}


def _materials(
    wish: SubmissionIn, version: ItemVersion, files: Mapping[str, list[Mapping[str, Any] | None]]
) -> Iterator[FieldProblem]:
    """Yield unknown and repeated materials, files of others, and what must be named and is not."""
    asked_for = asked(version.materials, wish.situation)
    proxy = wish.agent is not None and wish.agent.scope is not None
    wanted = {row["key"]: row for row in (with_attorney(asked_for) if proxy else asked_for)}
    given = [material.key for material in wish.materials]
    for number, key in enumerate(given):
        where = f"materials.{number}"
        if key not in wanted:
            yield FieldProblem(f"{where}.key", "这种情形不要这份材料")
        elif key in given[:number]:
            yield FieldProblem(f"{where}.key", "这份材料写了两次")
        for place, file in enumerate(files[key] if key not in given[:number] else []):
            if file is None:
                yield FieldProblem(f"{where}.files.{place}", "文件凭据无效或已过期，请重新上传")
    for key, row in wanted.items():
        if row.get("required", True) and not row.get("share_exempt") and key not in given:
            yield FieldProblem("materials", f"缺少必要材料“{row['name']}”（{key}）：上传文件，或只列出名称、到窗口交")


def _files(material: MaterialIn, user_id: Any) -> list[Mapping[str, Any] | None]:
    return [sent_file(ticket, user_id) for ticket in material.files]
