"""One paper of every kind, as the acts freeze them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from tests.records.documents.samples_special import special_fields

CASE_NO = "JN-2026-004102"
TOKEN = "5f1c0b7a9d3e4f60a1b2c3d4e5f60718"
WORKING_DAYS = {"number": 5, "unit": "working_day"}
FRAME: dict[str, Any] = {
    "agency": "嘉宁市水务局", "centre": "嘉宁市政务服务中心", "address": "嘉宁市滨河路 18 号",
    "hours": "周一至周五 9:00–17:00，中午不休息", "phone": "0000-2116203", "centre_phone": "0000-2110000",
    "supervision_phone": "0000-2110012", "officer": "林岚", "applicant": "嘉宁青禾建材有限公司",
    "item": "取水许可审批", "received_on": "2026-11-06", "on": "2026-11-09",
    "basis": "《中华人民共和国行政许可法》第三十二条第一款第(五)项",
}  # fmt: skip
MATERIALS = [
    {"name": "取水许可申请书", "originals": 2, "copies": 0, "files": 1},
    {"name": "建设项目水资源论证报告书", "originals": 0, "copies": 0, "files": 1},
    {"name": "取水口位置示意图", "originals": 0, "copies": 1, "files": 0},
    {"name": "营业执照", "originals": 0, "copies": 0, "files": 0, "exempt": True},
    {"name": "授权委托书及代办人身份证明", "originals": 0, "copies": 0, "files": 0},
]
REMEDIES: dict[str, Any] = {
    "review_authority": "嘉宁市人民政府", "court": "嘉宁市安岭区人民法院", "remedies_provisional": True,
    "review_limit": {"number": 60, "unit": "calendar_day"}, "court_limit": {"number": 6, "unit": "month"},
    "review_by": "2027-01-08", "court_by": "2027-05-10",
}  # fmt: skip
DATES: dict[str, Any] = {
    "due_on": "2027-01-15", "promised_due_on": "2026-11-19", "was_due_on": "2026-11-12", "due_provisional": True,
}  # fmt: skip
_XKF = "《中华人民共和国行政许可法》"
_ANSWER = {"answer": WORKING_DAYS, "answer_by": "2026-11-13", "deemed": True}
_BASIS_WORDS = "《取水许可和水资源费征收管理条例》第十六条、第二十条"
_HEARING = {
    "topic": "取水对下游取水户的影响", "day": "2026-11-20", "time": "9:30", "place": "嘉宁市政务服务中心三楼会议室",
    "chair": "高远", "public_hearing": True,
}  # fmt: skip
_HELD = {
    "certificate_name": "取水许可证", "certificate_no": "嘉水取许字〔2026〕第00087号", "issued_on": "2026-03-02",
    "valid_to": "2031-03-01", "reason": "经查，申请时提供的水资源论证报告书系伪造。",
}  # fmt: skip
FIELDS: dict[str, dict[str, Any]] = {
    **special_fields(REMEDIES),
    "forwarding": {
        "to": "嘉宁市水务局", "materials": MATERIALS, "accepted_on": "2026-11-09", "due_on": "2027-01-15",
        "note": "原件随后由专人送达。", "basis": _XKF + "第三十五条",
        "opinions": [
            {"level": "东山村便民服务点", "who": "陈禾", "conclusion": "同意", "behalf": True, "opinion": "情况属实"},
            {"level": "安岭区水务局", "who": "高远", "conclusion": "同意", "behalf": False, "opinion": "符合区级规划"},
        ],
    },
    "forward_receipt": {
        "to": "安岭区水务局", "materials": MATERIALS, "accepted_on": "2026-11-09", "own_due_on": "2026-12-08",
        "due_on": "2027-01-15", "basis": _XKF + "第三十五条",
    },
    "reported_up": {
        "higher": "嘉宁省人民政府", "accepted_on": "2026-11-09",
        "basis": "《省国土资源厅窗口办文办法》第二十一条第二款",
    },
    "next_stage": {
        "project_code": "2026-990100-48-01-000001", "project_name": "东屏河综合治理工程", "finished": "规划",
        "agents": True,
        "basis": "《嘉宁市政务服务办理规定（示例）》第三十二条",
        "stages": [
            {
                "key": "construction", "name": "施工许可", "lead": "嘉宁市水务局", "prereview": True,
                "items": [
                    {
                        "item": "建设项目水土保持方案审批", "department": "嘉宁市水务局", "leads": True,
                        "materials": ["水土保持方案审批申请书", "水土保持方案报告书"],
                        "exempt": ["项目立项（核准、备案）文件"], "steps": ["受理", "审查", "核准", "决定"],
                        "promised": {"number": 6, "unit": "working_day"},
                    },
                    {
                        "item": "城市树木变动及占用绿地审批", "department": "安岭区城市管理局", "leads": False,
                        "materials": ["树木变动（占用绿地）申请表"], "exempt": [], "steps": [], "promised": None,
                    },
                ],
            },
            {"key": "completion", "name": "竣工验收", "lead": "嘉宁市水务局", "prereview": False, "items": []},
        ],
    },
    "receipt": {**_ANSWER, "materials": MATERIALS, "receiver": "刘敏"},
    "receipt_pending": {**_ANSWER, "basis": _XKF + "第三十二条第一款第(四)项", "materials": MATERIALS},
    "acceptance": {
        **DATES, "materials": MATERIALS, "accepted_on": "2026-11-09", "starts": "accepted", "deemed": False,
        "limit": {"number": 45, "unit": "working_day"}, "promised": {"number": 8, "unit": "working_day"},
        "special": ["专家评审", "听证"], "fee": "不收费",
    },
    "correction": {
        "basis": _XKF + "第三十二条第一款第(四)项",
        "defects": [
            {"material": "取水许可申请书", "words": "第 2 页年取水量与论证报告书不一致，请改为一致并加盖公章"},
            {"material": "取水口位置示意图", "words": "缺少比例尺和坐标，请补充后重新提交"},
        ],
        "general": "申请表中联系人电话为空号，请一并更正。", "due_on": "2026-11-23", "answer": WORKING_DAYS,
        "deemed": True, "expiry": {"number": 2, "unit": "working_day"},
    },
    "not_needed": {
        "basis": _XKF + "第三十二条第一款第(一)项",
        "reason": "家庭生活和零星散养、圈养畜禽饮用等少量取水，依法不需要申请领取取水许可证。",
    },
    "refusal": {
        **REMEDIES, "reason": "取水口位于东屏县行政区域内，不属于本机关职权范围。", "basis_words": _BASIS_WORDS,
        "right_office": "东屏县水务局",
    },
    "pause": {
        **DATES, "basis": _XKF + "第四十五条", "procedure": "专家评审", "expected_days": 15, "approver": "分管负责人",
        "reason": "建设项目水资源论证报告书涉及地下水影响评价，需要组织专家评审。",
    },
    "resume": {**DATES, "basis": _XKF + "第四十五条", "procedure": "专家评审", "paused_on": "2026-10-28"},
    "extension": {
        **DATES, "basis": _XKF + "第四十二条第一款", "days": 10, "approver": "本行政机关负责人",
        "reason": "情况复杂，需要进一步核实取水影响。",
    },
    "due_moved": {
        **DATES, "basis": _XKF + "第八十二条", "notice": "国办发明电〔2026〕12号", "year": 2026,
    },
    "co_conclusion": {
        **REMEDIES, "basis": _XKF + "第三十八条", "conclusion": "disagree", "conclusion_words": "不同意",
        "reason": "取水口位于饮用水水源二级保护区内。\n排水口与取水口的间距不足。", "accepted_on": "2026-11-09",
        "lead": "嘉宁市行政审批局", "due_on": "2026-11-23", "effect": "",
    },
    "grant": {
        **REMEDIES, "accepted_on": "2026-11-09", "basis_words": _BASIS_WORDS, "certificate": "取水许可证",
        "reason": "准予年取水量12万立方米，取水用途为工业用水。", "certificate_by": "2026-11-23",
        "certificate_limit": {"number": 10, "unit": "working_day"},
    },
    "denial": {
        **REMEDIES, "accepted_on": "2026-11-09", "basis_words": _BASIS_WORDS,
        "reason": "申请取水地点位于地下水禁采区。\n公共供水管网能够满足申请人的用水需要。",
    },
    "certificate": {
        "holder": "嘉宁青禾建材有限公司", "type_name": "取水许可证", "valid_to": "2031-11-08", "verify_token": TOKEN,
    },
    "delivery": {
        "receiver": "孙玉兰", "relation": "代理人", "method": "窗口领取", "time": "10时05分", "note": "",
        "papers": [
            {"kind": "准予行政许可决定书", "no": "嘉水许准〔2026〕12号"},
            {"kind": "取水许可证", "no": "嘉水取许字〔2026〕第00087号"},
        ],
    },
    "consultation_letter": {
        "basis": "《省国土资源厅窗口办文办法》第十三条", "to": ["东屏县自然资源局", "西渡县自然资源局"],
        "due_on": "2026-11-16",
        "question": "取水口位于你县行政区域内，是否影响当地居民用水？", "silence": "accountability",
    },
    "meeting_notice": {
        "basis": "", "held_on": "2026-11-18", "held_at": "09:30", "place": "嘉宁市政务服务中心三楼会审室",
        "departments": ["嘉宁市生态环境局", "嘉宁市自然资源局"], "experts": "水资源论证专家两名",
        "materials": "水资源论证报告书（简本），会前三日在办件系统中领取", "free": True, "waived": "", "again": False,
        "prereview": False,
    },
    "meeting_letter": {
        "basis": "", "to": ["嘉宁市生态环境局"], "held_on": "2026-11-18", "held_at": "09:30",
        "place": "嘉宁市政务服务中心三楼会审室", "matter": "取水对地下水环境影响的审批权属",
    },
    "meeting_minutes": {
        "basis": "《省国土资源厅窗口办文办法》第十七条", "chair": "王远", "chair_named": "",
        "experts": "水资源专家两名",
        "materials": "", "prereview": False, "divided": True, "summary": "与会部门就取水量核减逐项讨论。",
        "sessions": [
            {"on": "2026-11-16", "time": "09:30", "place": "三楼会审室", "adjourned": "踏勘现场后继续"},
            {"on": "2026-11-18", "time": "14:30", "place": "三楼会审室"},
        ],
        "applicant_words": "同意核减年取水量至十万立方米。", "expert_words": "论证报告结论可信。",
        "seats": [
            {"department": "嘉宁市生态环境局", "delegate": "宋涛", "present": True, "signed": True,
             "conclusion": "agree", "effect": "", "opinion": "同意，退水须达标。", "later_materials": "监测报告"},
            {"department": "嘉宁市自然资源局", "delegate": "", "present": False, "signed": False,
             "conclusion": "agree", "effect": "absence", "opinion": "", "later_materials": ""},
        ],
    },
    "withdrawal": {"reason": "项目调整，不再需要取水"},
    "interested": {
        "basis": _XKF + "第三十六条", "applicant": "周文静", "applicant_name": "嘉宁青禾建材有限公司",
        "interest": "你户位于取水口下游 300 米，枯水期水量可能减少。", "answer": WORKING_DAYS,
        "answer_by": "2026-11-16",
    },
    "hearing_right": {"basis": _XKF + "第四十七条第一款", "answer": WORKING_DAYS, "answer_by": "2026-11-16"},
    "hearing_notice": {"basis": _XKF + "第四十八条第一款第(一)项", **_HEARING, "closed_reason": ""},
    "hearing_announcement": {"basis": _XKF + "第四十六条", **_HEARING},
    "hearing_record": {
        "basis": _XKF + "第四十八条第一款第(五)项", **_HEARING,
        "record": "审查人员说明了审查意见和理由。\n"
        "周文静陈述：枯水期取水会影响灌溉。\n申请人申辩：已设置最小下泄流量。",
        "attendants": [
            {"name": "孙玉兰", "part": "申请人的代理人", "signed": True},
            {"name": "周文静", "part": "利害关系人", "signed": False},
        ],
    },
    "inspection": {
        "basis": _XKF + "第五十五条第二款", "inspection": "检验", "day": "2026-11-09", "place": "嘉宁船厂 2 号泊位",
        "officers": ["林岚", "许正"], "standard": "GB/T 30951-2014", "findings": "主机、舵机运转正常。", "passed": True,
        "photos": 3,
    },
    "revocation": {
        **REMEDIES, **_HELD, "basis": _XKF + "第六十九条", "ground": "以欺骗、贿赂取得", "fraud": True,
        "heard": "放弃陈述申辩", "banned_until": "2029-11-08", "compensation": "",
    },
    "taken_back": {
        **REMEDIES, **_HELD, "basis": _XKF + "第八条第二款", "ground": "所依据的客观情况发生重大变化",
        "heard": "请求补偿，已采纳",
        "public_interest": "保护城市饮用水水源", "compensation": "一次性补偿设备损失 20 万元",
    },
    "penalty_cancellation": {
        **REMEDIES, **_HELD, "basis": _XKF + "第八十条", "ground": "涂改、倒卖、出租、出借或者非法转让",
        "heard": "放弃陈述申辩", "basis_words": "《取水许可和水资源费征收管理条例》第五十六条",
    },
    "deregistration": {
        **REMEDIES, **_HELD, "basis": _XKF + "第七十条", "ground": "有效期届满未延续", "heard": "", "returned": False,
    },
    "change": {
        **REMEDIES, **_HELD, "basis": _XKF + "第四十九条", "ground": "被许可人要求变更", "heard": "",
        "compensation": "",
        "changes": "单位地址由滨河路 18 号变更为滨河路 26 号",
    },
    "renewed": {
        "basis": _XKF + "第五十条第二款", "certificate_name": "取水许可证",
        "certificate_no": "嘉水取许字〔2021〕第00012号",
        "was_valid_to": "2026-11-08", "applied_on": "2026-09-30", "case_no": "JN-2026-003990", "since": "2026-11-09",
        "valid_to": "2031-11-08",
    },
}  # fmt: skip
# 社会保障卡申领 is a public service: no licence law, no statutory limit of its own.
NO_LICENCE: dict[str, Any] = {
    "power": "20", "statutory": False, "basis": "", "item": "社会保障卡申领", "certificate": "社会保障卡",
    "type_name": "", "basis_words": "《社会保险法》第五十八条", "reason": "经核对，情况如上。",
    "materials": MATERIALS[4:], "defects": [],
}  # fmt: skip
NUMBERS = {
    "receipt": CASE_NO, "receipt_pending": f"{CASE_NO}-2", "acceptance": "嘉水许受〔2026〕87号",
    "certificate": "嘉水取许字〔2026〕第00087号", "delivery": f"{CASE_NO}-9", "withdrawal": f"{CASE_NO}-4",
}  # fmt: skip


@dataclass
class Sample:
    """A document's row as far as it is printed."""

    kind: str
    no: str
    fields: dict[str, Any]
    on: date = date(2026, 11, 9)
    drawn_at: datetime = datetime(2026, 11, 9, 2, 5, tzinfo=UTC)
    template: str = field(default="")

    def __post_init__(self) -> None:
        self.template = self.template or f"{self.kind}@2026-11"


def sample(kind: str, **changed: Any) -> Sample:
    """Return the paper of that kind, with some fields changed."""
    return Sample(kind, NUMBERS.get(kind, "嘉水许告〔2026〕5号"), {**FRAME, **FIELDS[kind], **changed})
