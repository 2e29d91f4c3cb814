"""One paper of every kind, as the acts freeze them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

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
FIELDS: dict[str, dict[str, Any]] = {
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
        "higher": "嘉宁省人民政府", "accepted_on": "2026-11-09", "basis": "《省国土资源厅窗口办文办法》第二十一条第二款",
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
    "withdrawal": {"reason": "项目调整，不再需要取水"},
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
