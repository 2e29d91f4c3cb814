"""申请人信息: who applies and who fills in, as questions with check digits; and what an act needs of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yichuang.acts.intake.submit import Person
from yichuang.faces.common.forms.schema_form import FieldError, FormSpec, check_values, form_spec
from yichuang.faces.portal.people.mandate import mandate_errors
from yichuang.records.applicants.models import ApplicantKind, IdentityKind
from yichuang.records.catalogue.models import Item
from yichuang.rules.proxy.mandate import RECEIVE, SUBMIT, SUPPLEMENT, WITHDRAW

SELF, FAMILY, COMPANY = "self", "family", "company"
BEHALVES: Mapping[str, tuple[str, str]] = {
    SELF: ("给自己办", "申请人就是您本人"),
    FAMILY: ("替家人办", "申请人是您的家人，您代为填写"),
    COMPANY: ("为单位办", "申请人是企业、事业单位或社会组织，您是经办人"),
}
POWERS: Mapping[str, str] = {
    SUBMIT: "提交申请",
    SUPPLEMENT: "补正材料",
    WITHDRAW: "撤回申请",
    RECEIVE: "领取结果",
}
_OTHERWISE = f"请重新开始申请，选“{BEHALVES[FAMILY][0]}”"
_ID_CARD, _OTHER = "居民身份证", "其他证件"
_NAME_MAX = 50
_NATURAL = [SELF, FAMILY]


def _text(title: str, length: int) -> dict[str, Any]:
    return {"type": "string", "title": title, "maxLength": length}


_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "person_name": _text("姓名", _NAME_MAX),
        "unit_name": _text("单位名称", 100),
        "identity_kind": {"enum": [_ID_CARD, _OTHER], "title": "证件类型"},
        "id_no": _text("公民身份号码", 18),
        "other_no": _text("证件号码", 30) | {"minLength": 6},
        "uscc": _text("统一社会信用代码", 18),
        "legal_person": _text("法定代表人（负责人）", _NAME_MAX),
        "phone": _text("手机", 11),
        "address": _text("住所", 200),
        "agent_name": _text("您的姓名", _NAME_MAX),
        "agent_id": _text("您的公民身份号码", 18),
        "powers": {
            "type": "array",
            "items": {"enum": list(POWERS.values())},
            "uniqueItems": True,
            "minItems": 1,
            "title": "申请人授权您",
        },
        "power_until": {"type": "string", "format": "date", "title": "授权到哪天"},
        "relation": {"enum": ["父母", "配偶", "子女", "其他亲属", "其他受托人"], "title": "申请人是您的"},
        "handler_name": _text("经办人姓名", _NAME_MAX),
    },
    "required": (
        "person_name unit_name identity_kind id_no other_no uscc legal_person phone address agent_name agent_id "
        "relation powers power_until handler_name"
    ).split(),
}
_ADDRESS_HELP = "写到门牌号，决定书和证照按这个地址寄"
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "person_name": {"situations": _NATURAL, "help": "照身份证填写"},
    "unit_name": {"situations": [COMPANY], "help": "照营业执照或登记证书填写全称"},
    "identity_kind": {"situations": _NATURAL},
    "id_no": {
        "situations": _NATURAL, "check": "id", "help": "18 位，最后一位可能是 X",
        "show_if": {"field": "identity_kind", "equals": [_ID_CARD]},
    },
    "other_no": {
        "situations": _NATURAL, "help": "护照、港澳居民来往内地通行证等证件上的号码",
        "show_if": {"field": "identity_kind", "equals": [_OTHER]},
    },
    "uscc": {"situations": [COMPANY], "check": "uscc", "help": "18 位，在营业执照或登记证书上"},
    "legal_person": {"situations": [COMPANY]},
    "phone": {"check": "mobile", "help": "只用于通知您这件事的进度"},
    "address": {"help": _ADDRESS_HELP},
    "agent_name": {"situations": [FAMILY], "section": "agent", "help": "代为填写和提交的人"},
    "agent_id": {"situations": [FAMILY], "section": "agent", "check": "id", "help": "18 位；加密保存，只用来核对身份"},
    "relation": {"situations": [FAMILY], "section": "agent"},
    "powers": {
        "situations": [FAMILY], "section": "agent",
        "help": "照授权委托书勾选；没有授权的事要申请人本人办。委托书在下一步“上传材料”里交",
    },
    "power_until": {"situations": [FAMILY], "section": "agent", "help": "照授权委托书填写；过了这一天您不能再代为办理"},
    "handler_name": {"situations": [COMPANY], "section": "agent", "help": "在本单位负责这件事的人"},
}  # fmt: skip
_UI: Mapping[str, Any] = {
    "sections": [{"key": "main", "title": "申请人"}, {"key": "agent", "title": "代为办理的人"}],
    "fields": _FIELDS,
}


def behalves(item: Item, in_person: str = "") -> list[str]:
    """Return on whose behalf an item can be applied for; nobody else's where one has to appear oneself (须本人到场)."""
    person = ([SELF] if in_person else [SELF, FAMILY]) if item.for_person else []
    return [*person, *([COMPANY] if item.for_organisation else [])]


def questions(behalf: str) -> FormSpec:
    """Return the questions about the applicant that this behalf needs."""
    return form_spec(_SCHEMA, _UI, situation=behalf)


def applicant_errors(told: Mapping[str, Any], login: str, today: date) -> list[FieldError]:
    """Return what is wrong with who applies, whether it is who is logged in included."""
    spec = questions(str(told.get("behalf", "")))
    found = check_values(spec, told, today=today)
    wrong = {error.field for error in found}
    others = [*_not_oneself(told, login)]
    if told.get("behalf") == FAMILY and not wrong & {"agent_name", "relation", "power_until"}:
        others += mandate_errors(told, agent_of(told), login, today)
    return [*found, *(error for error in others if error.field not in wrong)]


def _not_oneself(told: Mapping[str, Any], login: str) -> list[FieldError]:
    """Who applies for oneself is who is logged in; a unit is the one logged in, or its handler (经办人) is."""
    me, name, unit = _bare(login), _bare(told.get("person_name", "")), _bare(told.get("unit_name", ""))
    if told.get("behalf") == SELF and name and name != me:
        said = f"给自己办的，要填登录人“{login}”的姓名；申请人是别人的，{_OTHERWISE}"
        return [FieldError("person_name", "姓名", said)]
    if told.get("behalf") == COMPANY and unit and me not in unit and me != _bare(told.get("handler_name", "")):
        said = f"登录的是“{login}”：单位名称要含“{login}”，或者经办人填“{login}”"
        return [FieldError("unit_name", "单位名称", said)]
    return []


def _bare(name: str) -> str:
    return "".join(str(name).split())


def person_of(told: Mapping[str, Any]) -> Person:
    """Return the applicant as the act of submission takes it."""
    if told.get("behalf") == COMPANY:
        kind, name, identity = ApplicantKind.ORGANISATION, told["unit_name"], (IdentityKind.USCC, told["uscc"])
    else:
        by_card = told["identity_kind"] == _ID_CARD
        identity = (IdentityKind.ID_CARD, told["id_no"]) if by_card else (IdentityKind.OTHER, told["other_no"])
        kind, name = ApplicantKind.PERSON, told["person_name"]
    return Person(
        kind.value, name, identity[0].value, identity[1], told["phone"], told["address"], told.get("legal_person", "")
    )


def agent_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return who fills in for the applicant, {} when it is the applicant; a proxy with the extent of his mandate."""
    if told.get("behalf") == FAMILY:
        return {
            "name": told["agent_name"],
            "relation": f"申请人的代理人（申请人是其{told['relation']}）",
            "identity_no": told.get("agent_id", ""),
            "scope": [word for word, title in POWERS.items() if title in told.get("powers", ())],
            "ends_on": told.get("power_until", ""),
        }
    return {"name": told["handler_name"], "relation": "经办人"} if told.get("behalf") == COMPANY else {}


def name_of(told: Mapping[str, Any]) -> str:
    """Return the applicant's name as far as it is told."""
    return str(told.get("unit_name") or told.get("person_name") or "")
