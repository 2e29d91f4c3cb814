"""What the interface takes in (输入结构). Unknown fields are refused, dates that move a clock do not exist."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict, StringConstraints

from yichuang.records.applicants.models import ApplicantKind, IdentityKind
from yichuang.rules.identifiers import normalize
from yichuang.rules.proxy.mandate import SCOPES
from yichuang.rules.typed import visible

_NO_CONTROLS = r"^[^\x00-\x1f\x7f]*$"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def line(told: Any) -> Any:
    """Return a line without what nobody sees, as the forms take it; control characters stay, and are refused."""
    return visible(told) if isinstance(told, str) and not _CONTROL.search(told) else told


def words(told: Any) -> Any:
    """Return the answers of a form, which may have several lines, without what nobody sees."""
    if isinstance(told, str):
        return visible(told)
    if isinstance(told, list):
        return [words(one) for one in told]
    return {name: words(one) for name, one in told.items()} if isinstance(told, dict) else told


_SEEN = BeforeValidator(line)
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=_NO_CONTROLS), _SEEN
]
ShortLine = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40, pattern=_NO_CONTROLS), _SEEN]
LongLine = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=_NO_CONTROLS), _SEEN]
Reference = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[\x21-\x7e]+$")]

Who = StrEnum("Who", {value.upper(): value for value in ApplicantKind.values})
Power = StrEnum("Power", {value.upper(): value for value in SCOPES})
Identity = StrEnum("Identity", {value.upper(): value for value in IdentityKind.values})


class Strict(Schema):
    """Base: nothing but the listed fields."""

    model_config = ConfigDict(extra="forbid")


class WantedItems(Strict):
    """Which items of the catalogue (检索)."""

    q: ShortLine = Field("", description="检索词：名称、俗称、拼音首字母")
    updated_since: date | None = Field(None, description="只要从这一天起有新版本生效的事项")
    open: bool | None = Field(None, description="只要能（不能）网上提交的事项")
    limit: int = Field(50, ge=1, le=100, description="每页件数")
    cursor: LongLine = Field("", description="上一页给的 next_cursor")


class PersonIn(Strict):
    """Who applies (申请人)."""

    kind: Who = Field(description="person 自然人，organisation 法人或其他组织")
    name: Line = Field(description="姓名或名称")
    identity_kind: Identity = Field(description="id 居民身份证，uscc 统一社会信用代码，org 组织机构代码，other 其他")
    identity_no: Line = Field(description="证件号码")
    phone: ShortLine = Field("", description="手机或电话")
    address: LongLine = Field("", description="地址")
    legal_person: LongLine = Field("", description="法定代表人")


class AgentIn(Strict):
    """Who hands in for the applicant: a handler (经办人), or with a scope a proxy (代理人)."""

    name: Line
    relation: ShortLine = ""
    identity_no: ShortLine = Field("", description="代理人的公民身份号码")
    scope: list[Power] | None = Field(
        None, max_length=8, description="委托代理的权限；填了就是代理人，委托书作为材料 power_of_attorney 上传"
    )
    ends_on: date | None = Field(None, description="代理权到哪天")


class MaterialIn(Strict):
    """One material: files uploaded before, or none, when the paper is brought to the window."""

    key: Line = Field(description="材料标识，见事项的 materials")
    files: list[Reference] = Field(default_factory=list, max_length=20, description="POST /files 给的文件凭据")


class SubmissionIn(Strict):
    """An application (申请)."""

    item: Line = Field(description="实施编码")
    situation: ShortLine = Field("", description="情形代码；事项没有情形的留空")
    person: PersonIn
    agent: AgentIn | None = None
    form: Annotated[dict[str, Any], BeforeValidator(words)] = Field(
        default_factory=dict, description="申请表单的回答，按事项的 form_schema；person 已经写明的可以不写"
    )
    materials: list[MaterialIn] = Field(default_factory=list, max_length=100)

    def told(self) -> dict[str, str]:
        """Return who applies in the words of the forms."""
        person, natural = self.person, self.person.kind == ApplicantKind.PERSON
        number = {IdentityKind.ID_CARD: "id_no", IdentityKind.USCC: "uscc"}.get(IdentityKind(person.identity_kind), "")
        return {
            "person_name" if natural else "unit_name": person.name,
            number: normalize(person.identity_no),
            "legal_person": person.legal_person,
            "phone": person.phone,
            "address": person.address,
            "handler_name": self.agent.name if self.agent else "",
        }
