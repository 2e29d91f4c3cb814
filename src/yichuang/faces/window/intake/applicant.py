"""Who applies (申请人信息), as typed at the window: one form for persons and organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.intake.submit import Person
from yichuang.faces.common.forms.schema_form import BoundForm, FormSpec, bind, form_spec, show
from yichuang.records.applicants.models import ApplicantKind, IdentityKind
from yichuang.records.applicants.queries import find_applicant
from yichuang.records.cases.models import MaterialVerdict
from yichuang.rules.identifiers import IdentifierKind, check, normalize
from yichuang.rules.proxy.mandate import ATTORNEY, RECEIVE, SUBMIT, SUPPLEMENT, WITHDRAW


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of identity paper: whose it is, and which check its number has."""

    label: str
    kind: str
    identity: str
    check: str = ""


PAPERS = (
    Paper("居民身份证", ApplicantKind.PERSON, IdentityKind.ID_CARD, "id"),
    Paper("统一社会信用代码", ApplicantKind.ORGANISATION, IdentityKind.USCC, "uscc"),
    Paper("组织机构代码", ApplicantKind.ORGANISATION, IdentityKind.ORG_CODE, "org"),
    Paper("其他证件（个人）", ApplicantKind.PERSON, IdentityKind.OTHER),
    Paper("其他证件（单位）", ApplicantKind.ORGANISATION, IdentityKind.OTHER),
)
HANDLER, PROXY = "本人或本单位经办人", "受委托的代理人"
POWERS: Mapping[str, str] = {
    SUBMIT: "提交申请",
    SUPPLEMENT: "补正材料",
    WITHDRAW: "撤回申请",
    RECEIVE: "领取结果",
}
_OF_ORGANISATIONS = [paper.label for paper in PAPERS if paper.kind == ApplicantKind.ORGANISATION]
_REQUIRED = ["a_paper", "a_number", "a_name"]

# Questions of an item's form that the applicant's own data answer: nobody is asked twice (一次填写).
_OF_A_PERSON = {
    "person_name": "a_name",
    "person_id": "a_number",
    "person_mobile": "a_phone",
    "person_address": "a_address",
}
_OF_AN_ORGANISATION = {
    "unit_name": "a_name",
    "uscc": "a_number",
    "legal_rep": "a_legal_person",
    "reg_address": "a_address",
    "contact_name": "a_agent",
    "contact_mobile": "a_phone",
}
_OF_BOTH = {"owner_name": "a_name", "owner_code": "a_number", "owner_mobile": "a_phone", "owner_address": "a_address"}


def paper_of(label: str) -> Paper:
    """Return the kind of paper with that label, the identity card without one."""
    return next((paper for paper in PAPERS if paper.label == label), PAPERS[0])


def first_paper(for_person: bool) -> str:
    """Return the paper that most applicants of an item have."""
    return PAPERS[0].label if for_person else PAPERS[1].label


def begun(label: str, told: Mapping[str, str]) -> BoundForm:
    """Return the form with what is known of who was called, empty for others."""
    label = told.get("a_paper", label)
    return show(_spec(paper_of(label)), {**told, "a_paper": label})


def read(post: Mapping[str, Any], today: date, region_code: str) -> BoundForm:
    """Return the form as posted; a known number brings the name that is on record."""
    paper = paper_of(post.get("a_paper", ""))
    number = normalize(post.get("a_number", ""))
    fields: Any = post
    if number and not post.get("a_name", "").strip() and _right(paper, number, today):
        known = find_applicant(region_code, paper.identity, number)
        fields = _with(post, "a_name", known.name if known else "")
    return bind(_spec(paper), fields, today=today)


def person(form: BoundForm) -> Person:
    """Return the applicant of a form without errors."""
    told, paper = form.values, paper_of(form.values.get("a_paper", ""))
    return Person(
        kind=paper.kind,
        name=told.get("a_name", ""),
        identity_kind=paper.identity,
        identity_no=normalize(told.get("a_number", "")),
        phone=told.get("a_phone", ""),
        address=told.get("a_address", ""),
        legal_person=told.get("a_legal_person", ""),
    )


def agent(form: BoundForm) -> dict[str, Any]:
    """Return who handed the application in: a proxy with his mandate, a handler (经办人), {} for the applicant."""
    told, name = form.values, form.values.get("a_agent", "")
    if told.get("a_stands") != PROXY:
        return {"name": name} if name else {}
    scope = [word for word, title in POWERS.items() if title in told.get("a_powers", ())]
    number, until = normalize(told.get("a_proxy_no", "")), told.get("a_until", "")
    return {"name": name, "relation": "代理人", "identity_no": number, "scope": scope, "ends_on": until}


def attorney(form: BoundForm) -> dict[str, Mapping[str, Any]]:
    """Return the power of attorney as a material, {} where none was shown."""
    if form.values.get("a_stands") != PROXY or not form.values.get("a_attorney"):
        return {}
    return {ATTORNEY: {"name": "授权委托书", "originals": 1, "verdict": MaterialVerdict.OK.value}}


def answered(form: BoundForm, today: date) -> dict[str, tuple[str, str]]:
    """Return, for questions that the applicant's data answer: the applicant's field and the answer ("" none)."""
    paper = paper_of(form.values.get("a_paper", ""))
    names = (_OF_A_PERSON if paper.kind == ApplicantKind.PERSON else _OF_AN_ORGANISATION) | _OF_BOTH
    found = {name: (field, str(form.values.get(field, ""))) for name, field in names.items()}
    if paper.identity != IdentityKind.USCC:
        found.pop("uscc", None)
    if paper.identity == IdentityKind.ID_CARD:
        born = check(IdentifierKind.PERSON, str(form.values.get("a_number", "")), today=today).facts.get("born")
        found |= {"birth_date": ("a_number", born.isoformat())} if isinstance(born, date) else {}
    else:
        found.pop("person_id", None)
    return found


def _right(paper: Paper, number: str, today: date) -> bool:
    return not paper.check or check(IdentifierKind(paper.check), number, today=today).ok


def _with(post: Mapping[str, Any], name: str, word: str) -> Mapping[str, Any]:
    return {key: [word] if key == name else list(post.getlist(key)) for key in {*post, name}}


def _spec(paper: Paper) -> FormSpec:
    """Return the form: the number's check is that of the paper."""

    def text(title: str, longest: int) -> dict[str, Any]:
        return {"type": "string", "title": title, "maxLength": longest}

    properties = {
        "a_paper": {"enum": [one.label for one in PAPERS], "title": "证件"},
        "a_number": text("证件号码", 40),
        "a_name": text("姓名或名称", 100),
        "a_phone": text("手机或电话", 20),
        "a_legal_person": text("法定代表人", 60),
        "a_agent": text("经办人或代理人", 60),
        "a_address": text("地址", 200),
        "a_stands": {"enum": [HANDLER, PROXY], "title": "来办的人"},
        "a_proxy_no": text("代理人公民身份号码", 18),
        "a_powers": {
            "type": "array",
            "items": {"enum": list(POWERS.values())},
            "uniqueItems": True,
            "title": "授权范围",
        },
        "a_until": {"type": "string", "format": "date", "title": "授权到哪天"},
        "a_attorney": {"type": "boolean", "title": "已核对授权委托书原件"},
    }
    by_proxy = {"show_if": {"field": "a_stands", "equals": [PROXY]}}
    fields: dict[str, Any] = {
        "a_stands": {"widget": "select"},
        "a_proxy_no": {**by_proxy, "check": "id"},
        "a_powers": by_proxy,
        "a_until": by_proxy,
        "a_attorney": by_proxy,
        "a_paper": {"widget": "select"},
        "a_number": {"check": paper.check} if paper.check else {},
        "a_phone": {"check": "phone"},
        "a_legal_person": {"show_if": {"field": "a_paper", "equals": _OF_ORGANISATIONS}},
    }
    return form_spec({"type": "object", "properties": properties, "required": _REQUIRED}, {"fields": fields})
