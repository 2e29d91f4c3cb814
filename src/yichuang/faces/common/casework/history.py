"""办理经过 in words: the ledger of a case as a timeline, for staff or as its applicant may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.faces.common.casework.steps import step_words
from yichuang.faces.common.casework.told import TOLD as MORE
from yichuang.records.cases.history import Event
from yichuang.records.cases.models import CaseOutcome, Conclusion
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind, title_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Posting, Role
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.moves.public.feedback import RIGHTS as FEEDBACK

Link = Callable[[str], str]
_ROLES = dict(Role.choices)
_CONCLUSIONS = dict(Conclusion.choices)
_OUTCOMES = dict(CaseOutcome.choices)
_KINDS = dict(DocumentKind.choices)
_APPLICANT_ACTS = frozenset(
    "case.submitted case.supplemented case.withdrawn case.meeting_requested case.rated case.corrected_now "
    "case.undertaken case.tolerance_completed case.receipt_confirmed case.mandate_ended "
    "case.mandate_given".split())  # fmt: skip
_SILENT = frozenset({"case.document_made"})  # the paper stands with the act that numbered it
_HIDDEN = frozenset(FEEDBACK)  # who was rated must not learn here how (对被评人匿名)
_WITH_OUTCOME = frozenset(
    "case.decided case.filing_concluded case.fee_lapsed case.tolerance_failed case.reply_received".split())  # fmt: skip
_CONCLUDING = frozenset(
    {"case.reviewed", "case.verified", "case.lower_reviewed", "case.part_concluded", "case.part_replied"}
)
_BY_FACT = {
    "case.returned": ("to", {"window": "到窗口", "review": "到审查", "verification": "到核准"}),
    "case.mandate_ended": ("by", {"principal": "申请人取消委托", "proxy": "代理人辞去委托"}),
    "case.accepted": ("slip", {"handed": "受理通知书当面交付"}),
}
_RESULTS = {"granted": "准予", "denied": "不予"}


@dataclass(frozen=True, slots=True)
class Said:
    """How an act is told: words, class of its mark, and whether the applicant sees it."""

    words: str
    css: str = ""
    public: bool = True


SAID: Mapping[str, Said] = {
    "case.submitted": Said("提交申请"),
    "case.received": Said("出具收件凭证"),
    "case.prereviewed": Said("预审完毕"),
    "case.correction_notified": Said("一次性告知补正", "w"),
    "case.supplemented": Said("补正材料"),
    "case.accepted": Said("受理"),
    "case.deemed_accepted": Said("到期没有告知，视为受理", "w"),
    "case.not_needed": Said("告知不受理", "w"),
    "case.refusal_proposed": Said("提请不予受理", "w", public=False),
    "case.refusal_returned": Said("不同意不予受理，退回窗口", "w", public=False),
    "case.refused": Said("决定不予受理", "w"),
    "case.routed": Said("转承办部门审查"),
    "case.claimed": Said("认领", public=False),
    "case.reviewed": Said("审查", public=False),
    "case.verified": Said("核准", public=False),
    "case.returned": Said("退回", "w", public=False),
    "case.handed_over": Said("移交", public=False),
    "case.signed_for": Said("签收材料", public=False),
    "case.checked_at_window": Said("窗口审查", public=False),
    "case.interested_told": Said("告知利害关系人", public=False),
    "case.statement_heard": Said("听取陈述申辩", public=False),
    "case.hearing_requested": Said("要求听证"),
    "case.hearing_called": Said("通知听证"),
    "case.chair_challenged": Said("处理主持人回避申请"),
    "case.hearing_held": Said("举行听证"),
    "case.inspected": Said("核查检验"),
    "case.asked": Said("送会签或征求意见", public=False),
    "case.answered": Said("反馈意见", public=False),
    "case.ask_recalled": Said("撤回征询", "w", public=False),
    "case.answer_deemed": Said("逾期不反馈，视为同意", "w", public=False),
    "case.marked_major": Said("标注重大项目", "w", public=False),
    "case.reported_to_head": Said("向主要负责人汇报", public=False),
    "case.meeting_requested": Said("请求会审"),
    "case.meeting_declined": Said("答复不举行会审", "w"),
    "case.meeting_called": Said("召集会审"),
    "case.delegate_named": Said("委派会审代表", public=False),
    "case.meeting_adjourned": Said("中止会审", "w"),
    "case.meeting_resumed": Said("定期继续会审"),
    "case.seat_signed": Said("签署会审结论", public=False),
    "case.meeting_closed": Said("结束会审"),
    "case.meeting_cancelled": Said("取消会审", "w"),
    "case.step_proposed": Said("报审特殊环节", public=False),
    "case.step_settled": Said("审定特殊环节"),
    "case.paused": Said("中止计时", "p"),
    "case.resumed": Said("恢复计时", "p"),
    "case.extended": Said("延长办理期限", "w"),
    "case.extension_proposed": Said("提请延期", public=False),
    "case.extension_declined": Said("不同意延期", public=False),
    "case.decided": Said("作出决定"),
    "case.next_stage_told": Said("告知下一阶段"),
    "case.issued": Said("制作证照"),
    "case.delivered": Said("送达"),
    **{verb: Said(*words) for verb, words in MORE.items()},
    "case.withdrawn": Said("撤回申请", "w"),
    "case.closed": Said("办结"),
    "case.rated": Said("评价"),
    "case.lower_reviewed": Said("初审", public=False),
    "case.forwarded": Said("转报上级"),
    "case.forward_received": Said("上级接收转报件"),
    "case.lower_asked": Said("请下级说明", public=False),
    "case.lower_answered": Said("答复上级", public=False),
    "case.reported_up": Said("上报上级机关批准"),
    "case.reply_received": Said("批复下达"),
    "case.picked_up": Said("领取材料"),
    "case.part_concluded": Said("出具协办结论"),
    "case.part_reminded": Said("催告规范结论", "w", public=False),
    "case.part_asked_again": Said("再次征求协办意见", "w", public=False),
    "case.part_replied": Said("协办上报的批复下达"),
    "case.part_defaulted": Said("逾期未答复，按同意认定", "w"),
    "case.corrected_now": Said("当场更正"),
    "case.expedited": Said("列入绿色通道"),
    "case.undertaken": Said("签署告知承诺书"),
    "case.undertaking_checked": Said("核查承诺"),
    "case.tolerance_completed": Said("补交容缺材料"),
    "case.tolerance_expired": Said("容缺补齐期限已过", "w"),
    "case.tolerance_failed": Said("容缺逾期未补齐，作出处理", "w"),
    "case.recovered": Said("登记证照收回结果", public=False),
    "case.fee_asked": Said("送财务核定缴费", public=False),
    "case.fee_assessed": Said("核定缴费", public=False),
    "case.fee_notified": Said("书面告知缴费", "w"),
    "case.fee_paid": Said("登记缴费"),
    "case.fee_confirmed": Said("财务确认缴费到账"),
    "case.fee_lapsed": Said("逾期未缴费，作出处理", "w"),
    "case.filing_concluded": Said("作出备案结论"),
    "case.due_recomputed": Said("按公布的放假安排重算到期日"),
}


_AT_WINDOW = Said("窗口收件")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry of `common/part/timeline.html`. `public`: its applicant sees it too."""

    at: datetime
    who: str
    what: str
    text: str
    css: str
    public: bool
    files: tuple[Mapping[str, str], ...] = ()
    post: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Teller:
    """What telling a history needs besides the events. `link` makes the address of a document."""

    case: CaseFile
    directory: Directory
    link: Link
    public: bool = False
    viewer: UUID | None = None  # of the applicant's side: who looks


def timeline(events: Iterable[Event], teller: Teller) -> list[TimelineEntry]:
    """Return the entries, newest first; for the applicant without what is internal."""
    told = (_entry(event, teller) for event in events if event.verb not in _SILENT | _HIDDEN)
    return [entry for entry in reversed(list(told)) if entry.public or not teller.public]


def posting_of(directory: Directory, event: Event) -> Posting | None:
    """Return the post under which an act was done, if it still stands in the directory."""
    holder = event.acting_for_id or event.actor_id
    held = directory.postings.get(holder, ()) if holder else ()
    return next((posting for posting in held if posting.id == event.post_id), None)


def name_of_actor(event: Event, teller: Teller) -> str:
    """Return who acted: the officer, the applicant, or the system; towards the applicant the office."""
    case, directory = teller.case, teller.directory
    if event.actor_id is None:
        return "系统"
    own = event.actor_id in (case.owner_id, case.applicant_user_id) and event.verb in _APPLICANT_ACTS
    if own or event.actor_id not in directory.names:
        return _applicant_side(event, teller)
    if not teller.public:
        for_whom = directory.names.get(event.acting_for_id, "") if event.acting_for_id else ""
        return directory.names[event.actor_id] + (f"（代{for_whom}）" if for_whom else "")
    posting = posting_of(directory, event)
    if posting is not None and posting.window_id:
        return f"{directory.windows[posting.window_id].no} 窗口"
    own = directory.departments.get(posting.department_id) if posting is not None else None
    return (own or directory.departments[case.department_id]).short_name


def _applicant_side(event: Event, teller: Teller) -> str:
    """Return who of the applicant's side acted: towards himself 您, towards his principal the proxy's name (代理人)."""
    case = teller.case
    if teller.public and teller.viewer in (None, event.actor_id):
        return "您"
    proxies = {row["user_id"]: row["name"] for row in case.agent.get("before", ())}
    handed_in = str(case.owner_id) if "scope" in case.agent else ""
    proxies |= {case.agent.get("user_id", handed_in) or "": case.agent.get("name", "")}
    return str(proxies.get(str(event.actor_id), case.applicant_name))


def _entry(event: Event, teller: Teller) -> TimelineEntry:
    said = SAID.get(event.verb, Said(event.verb, public=False))
    if event.verb == "case.submitted" and event.facts.get("channel") == "window":
        said = _AT_WINDOW
    return TimelineEntry(
        at=event.at,
        who=name_of_actor(event, teller),
        what="：".join(word for word in (said.words, _more(event), str(event.facts.get("decision_no", ""))) if word),
        text=_text(event, public=teller.public),
        css=said.css,
        public=said.public,
        files=tuple(_files(event, teller)),
        post=post_words(posting_of(teller.directory, event), teller.directory),
        seq=event.seq,
    )


def post_words(posting: Posting | None, directory: Directory) -> str:
    """Return 市水务局 审查人, A06 窗口人员."""
    if posting is None:
        return ""
    window = directory.windows.get(posting.window_id)
    department = directory.departments.get(posting.department_id)
    place = window.no if window else department.short_name if department else ""
    return f"{place} {_ROLES.get(posting.role, '')}".strip()


def _more(event: Event) -> str:
    """Return the conclusion, the procedure or the result that belongs to the words of an act."""
    if event.verb in _CONCLUDING:
        behalf = "（代签）" if event.facts.get("ground") and event.verb == "case.lower_reviewed" else ""
        return _CONCLUSIONS.get(_first(event, "cases_stage", "conclusion"), "") + behalf
    if event.verb in ("case.paused", "case.resumed"):
        return name_of(_first(event, "cases_clockevent", "pause"))
    if event.verb in ("case.step_proposed", "case.step_settled", "case.step_result_noted"):
        return step_words(event.facts)
    if event.verb == "case.handed_over":
        return f"交给{event.told['to']}" if event.told.get("to") else ""
    if event.verb in _BY_FACT:
        name, words = _BY_FACT[event.verb]
        return words.get(str(event.facts.get(name, "")), "")
    if event.verb == "case.extended":
        return f"{_first(event, 'cases_clockevent', 'days')} 日"
    if event.verb in _WITH_OUTCOME:
        outcome = _first(event, "cases_case", "outcome")
        return _RESULTS.get(outcome, _OUTCOMES.get(outcome, ""))
    return ""


def _first(event: Event, table: str, column: str) -> Any:
    rows = event.rows(table).values()
    return next((row[column] for row in rows if row.get(column)), "")


def _text(event: Event, *, public: bool) -> str:
    """Return reasons and opinions; opinions inside the office stay inside."""
    if event.erased:
        return "内容已依法删除，只留摘要"
    told = event.told
    words = [told.get("reason"), told.get("result"), told.get("general"), _defects(told.get("defects"))]
    if not public:
        words += [told.get("opinion"), _first(event, "cases_stage", "opinion")]
    return "；".join(dict.fromkeys(str(word) for word in words if word))


def _defects(defects: Any) -> str:
    return "；".join(str(words) for words in defects.values() if words) if isinstance(defects, dict) else ""


def _files(event: Event, teller: Teller) -> Iterable[Mapping[str, str]]:
    for row_id, row in event.rows("documents_document").items() if event.verb != "case.erased" else ():
        if row.get("public", True) or not teller.public:
            url = "" if event.erased else teller.link(row_id)
            yield {"label": f"{_title(event, row)} {row.get('no', '')}".strip(), "url": url}


def _title(event: Event, row: Mapping[str, Any]) -> str:
    """Return what a paper is headed with; by its kind alone once its content has been erased."""
    kind, fields = row.get("kind", ""), row.get("fields")
    if kind not in _KINDS:
        return "文书"
    if event.verb == "case.refund_paid":
        return title_of(kind, {"refund": True})
    return title_of(kind, fields) if fields else str(_KINDS[kind])
