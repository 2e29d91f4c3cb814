"""What the interface hands out (输出结构): names in English, words in Chinese beside every code."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema


class Coded(Schema):
    """A code with its word."""

    code: str = Field(description="代码")
    words: str = Field(description="中文")


class LimitOut(Schema):
    """A limit."""

    number: int = Field(description="数字")
    unit: str = Field(description="单位：working_day 工作日，calendar_day 日，hour 小时，month 月，year 年")
    words: str = Field(description="中文，例如“8 个工作日”")


class ItemOut(Schema):
    """An item in a list (事项)."""

    code: str = Field(description="实施编码")
    name: str = Field(description="事项名称")
    short_name: str = Field(description="简称")
    department: str = Field(description="实施部门")
    kind: Coded = Field(description="办件类型")
    power: str = Field(description="事项类型")
    level: str = Field(description="行使层级")
    open: bool = Field(description="能否网上提交")
    promised: LimitOut | None = Field(description="承诺时限")
    statutory: LimitOut | None = Field(description="法定时限")
    for_person: bool = Field(description="面向自然人")
    for_organisation: bool = Field(description="面向法人和其他组织")


class ItemsOut(Schema):
    """One page of items."""

    items: list[ItemOut]
    next_cursor: str | None = Field(description="下一页的游标；没有更多时为 null")


class SituationOut(Schema):
    """A situation (情形)."""

    code: str
    name: str


class MaterialOut(Schema):
    """A material that an item asks for (申请材料)."""

    key: str = Field(description="材料标识，提交时用")
    name: str = Field(description="名称")
    required: bool = Field(description="必要")
    exempt: bool = Field(description="免提交")
    originals: int = Field(description="原件份数")
    copies: int = Field(description="复印件份数")
    situations: list[str] = Field(description="适用的情形；* 为全部")


class StageOut(Schema):
    """A stage (办理环节)."""

    kind: str
    name: str


class GuideOut(ItemOut):
    """An item with its guide (办事指南), form and materials."""

    version: int = Field(description="版本号")
    effective_on: date = Field(description="生效日期")
    situations: list[SituationOut]
    materials: list[MaterialOut]
    stages: list[StageOut]
    form_schema: dict[str, Any] = Field(description="申请表单，JSON Schema 2020-12")
    form_ui: dict[str, Any] = Field(description="表单的分节、标题和显示条件")
    guide: dict[str, Any] = Field(description="指南要素：设定依据、条件、收费、地点、电话等")


class DayOut(Schema):
    """One day of a limit (逐日说明)."""

    on: date
    counts: bool = Field(description="是否计入")
    why: str = Field(description="为什么")
    basis: str = Field(description="依据的条文出处")
    basis_id: str = Field(description="依据在条文库里的编号")


class ClockOut(Schema):
    """The clock of a case (计时)."""

    no: str
    as_of: date = Field(description="按哪一天的事实计算")
    limit: str = Field(description="days 说明的是哪个期限：answer 告知，promised 承诺，statutory 法定，none 没有在计算")
    answer_by: date | None = Field(description="最晚告知是否受理")
    accepted_on: date | None = Field(description="受理日期")
    deemed: bool = Field(description="是否视为受理")
    promised_due_on: date | None = Field(description="承诺到期日；中止期间为 null")
    due_on: date | None = Field(description="法定到期日；中止期间为 null")
    provisional: bool = Field(description="日期是否暂定（放假安排还没有公布到那一年）")
    paused: bool
    pause: str = Field(description="正在进行的特殊环节，没有为空")
    extension_days: int
    decided_on: date | None
    light: Coded
    days_left: int | None = Field(description="剩余的日数；负数为超期")
    days: list[DayOut] = Field(description="从起算的次日到到期日，最后一个计入的日子就是到期日")


class EventOut(Schema):
    """One step in the history that its applicant may see (办理经过)."""

    at: str = Field(description="时间，带时区", json_schema_extra={"format": "date-time"})
    who: str
    what: str
    text: str


class PaperOut(Schema):
    """A paper (文书). Its bytes are handed out by the website."""

    kind: Coded
    no: str
    on: date


class CaseOut(Schema):
    """A case (办件). With a verification code names are masked and papers and texts left out."""

    no: str = Field(description="办件编号")
    item: SituationOut = Field(description="事项")
    department: str
    kind: Coded
    state: Coded
    outcome: Coded | None
    turn: Coded = Field(description="轮到谁：applicant 申请人，window 综合窗口，department 承办部门，nobody 已办结")
    applicant: str
    masked: bool = Field(description="是否脱敏")
    received_on: date
    closed_on: date | None
    correction_due_on: date | None = Field(description="补正期限")
    clock: ClockOut
    timeline: list[EventOut] = Field(description="办理经过，新的在前")
    documents: list[PaperOut]


class SubmittedOut(Schema):
    """The answer to a submission (提交回执)."""

    no: str = Field(description="办件编号")
    received_on: date = Field(description="收件日期")
    answer_by: date | None = Field(description="最晚告知是否受理")
    href: str = Field(description="查询进度的地址")


class FileOut(Schema):
    """A file that was taken in (已收的文件)."""

    file: str = Field(description="文件凭据，提交申请时填在 materials[].files 里，7 日内有效")
    digest: str = Field(description="文件摘要（SHA256）")
    name: str
    media_type: str
    size: int


class SignatureOut(Coded):
    """What the seal in a certificate's file is worth (电子签章): asked of the file itself."""

    code: str = Field(
        description="good 完好；其他为原因，例如 changed 盖章之后被改动、untrusted 不在信任名单、revoked 印章已停用"
    )
    signer: str = Field(description="谁的章；验不出时为空")
    signed_at: datetime | None = Field(description="时间戳上的盖章时间")
    test: bool = Field(description="测试签章，不具有法律效力")


class CertificateOut(Schema):
    """A certificate as everybody may know it (证照核验): its state at this moment, the holder masked."""

    valid: bool = Field(description="现在是否有效")
    state: Coded = Field(description="状态")
    type: str = Field(description="证照名称")
    no: str = Field(description="证照编号")
    identifier: str = Field(description="电子证照标识（GB/T 36904），没有时为空")
    holder: str = Field(description="持证人，已脱敏")
    issuer: str = Field(description="发证机关")
    issued_on: date = Field(description="发证日期")
    valid_to: date | None = Field(description="有效期至；长期有效时为 null")
    trust: str = Field(description="可信等级 A、B、C、D")
    digest: str = Field(description="登记的文件摘要（SHA256），没有电子文件时为空")
    digest_ok: bool | None = Field(description="所存文件与登记摘要是否一致；没有电子文件时为 null")
    sealed: bool = Field(description="是否加盖电子印章")
    signature_ok: bool | None = Field(
        description="所存文件里的电子签章是否完好；没有盖章，或者发证机构不在信任名单、不能判断时为 null"
    )
    signature: SignatureOut | None = Field(description="电子签章的核验结果；没有盖章、文件与摘要不一致时为 null")
    checked_at: datetime = Field(description="核验时间")


class FieldProblemOut(Schema):
    """What is wrong with one field."""

    field: str
    detail: str


class ProblemOut(Schema):
    """出错的回答 (RFC 9457)."""

    type: str = Field(description="错误目录里的地址")
    title: str
    status: int
    code: str
    detail: str = Field(description="错在哪里、怎么办")
    basis: str | None = Field(description="依据的条文；不是法律原因时为 null")
    errors: list[FieldProblemOut] = Field(description="逐个字段的问题")
