"""角色卡: who can be entered as in the demonstration, and where everybody begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.urls import Resolver404, resolve


@dataclass(frozen=True, slots=True)
class Card:
    """One role: log-in, title, what the role does, what to click first, and where it begins."""

    login: str
    title: str
    does: str
    first: str
    icon: str


CARDS: tuple[Card, ...] = (
    Card("resident", "居民", "给自己和家人办事", "把“需要您办的”补正一件；再到“个人办事”选一件，在线申请。", "person"),
    Card(
        "company", "企业", "为单位办许可", "打开一件办件，看轮到谁、“这个日期怎么算的”；再为单位新交一件。", "company"
    ),
    Card("agent", "代办员", "替别人提交和跟进", "在“我的办件”里跟进度；替家人或单位新交一件申请。", "hand"),
    Card("clerk", "窗口", "收件、受理、补正、出件", "在“网上预审”里打开一件，核对材料，受理并打印。", "work"),
    Card("reviewer", "审查", "审查材料，写意见", "在“待我办理”里从最急的一件开始，写意见并提交。", "eye"),
    Card("water-verifier-1", "核准", "核对审查意见", "在“待认领”里打开一件待核准的办件，核准或退回。", "check"),
    Card("leader", "局领导", "分管负责人，签批决定", "在“待认领”里打开一件待决定的办件，签批准予或不予许可。", "edit"),
    Card(
        "water-agency-head-1",
        "机关负责人",
        "批准延期，也可签批",
        "在“全部”里打开一件审查中的，批准延长期限。",
        "medal",
    ),
    Card(
        "emergency-reviewer-1",
        "牵头审查",
        "并联审批的牵头部门",
        "在“并联看板”里看各部门的进度，再写审查意见。",
        "rings",
    ),
    Card("joint-police-1", "协办", "并联审批的协办部门", "在“待我协办”里领取材料，再出具协办结论。", "doc"),
    Card("government", "政府负责人", "批准联合办理的延期", "在“并联看板”里打开一件，批准延长期限。", "flag"),
    Card(
        "town-reviewer", "乡镇经办", "村级代签、初审、转报", "在“上下级办件”里打开待初审的一件，代村级签署意见。", "pin"
    ),
    Card(
        "anling-civil-affairs-reviewer-1",
        "上级审查",
        "接收转报件并审查",
        "在“上下级办件”里接收一件，再写审查意见。",
        "doc",
    ),
    Card(
        "anling-urban-management-reviewer-1",
        "区县审查",
        "审查区县的事项，核查告知承诺",
        "在“缴费·容缺·绿色通道”的“承诺待核查”里打开一件，登记核查结果。",
        "eye",
    ),
    Card("chief", "首席代表", "窗口的负责人，即办件当场签批", "打开“当场决定”里的一件，当场签批。", "star"),
    Card("supervisor", "督查", "盯超时、越权、逆程序", "在“红黄灯”里打开一件红灯的，看它的证据和账目。", "alert"),
    Card("manager", "中心主任", "看全中心的办件", "看运行总览，点一个数字，打开列表里的一件。", "building"),
    Card("admin", "系统管理员", "管事项版本，查期限和参数", "在“事项版本”里起草一版，“体检并比较”以后发布。", "lock"),
    Card(
        "legal",
        "法制审核",
        "看规定，试算改动，不办件",
        "在“期限与参数”里打开一项，填一个新值，点“试算”。",
        "scale",
    ),
    Card(
        "community", "社区党工委", "对社区进驻人员的考核出具意见", "在“社区人员意见”里选一人，同意或者不同意。", "flag"
    ),
    Card("archivist", "档案管理员", "归档、查档、提请销毁", "在“归档”里勾选应归档的办件，点“归档所选办件”。", "doc"),
    Card("auditor", "审计员", "查账目", "打开一件办件的账目，核对它的链；再点“自检”。", "search"),
)
# Who can be entered as at the sample centres of other regimes: log-ins are the centre's prefix and this word.
POSTS: Mapping[str, str] = {
    "village": "村级代办", "town-clerk": "乡镇窗口", "town-reviewer": "乡镇审核", "town-chief": "乡镇首席代表",
    "clerk": "窗口", "clerk-b01": "投资项目窗口", "issuing": "出件窗口",
    "chief": "首席代表", "reviewer": "审查", "verifier": "核准", "deputy": "分管负责人",
    "head": "主要负责人", "manager": "中心主任", "joint-lead": "并联牵头", "joint-co": "并联协办",
    "joint-head": "牵头部门负责人", "first": "初审", "finance": "财务处",
}  # fmt: skip


def logins_of(prefix: str) -> dict[str, str]:
    """Return log-in and title of the people of a sample centre."""
    return {f"{prefix.lower()}-{word}": title for word, title in POSTS.items()}


_HOMES: Mapping[str, tuple[str, ...]] = {
    "window_clerk": ("/desk/",),
    "chief_representative": ("/desk/", "/worklist/"),
    "supervisor": ("/centre/",),
    "centre_manager": ("/centre/",),
    "auditor": ("/centre/",),
    "government_head": ("/joint/",),
    "legal_officer": ("/centre/law/",),
    "archivist": ("/centre/archive/",),
    "community_committee": ("/staff/community/",),
    "system_admin": ("/centre/items/",),
}
_OFFICE_HOMES, _OWN_HOME = ("/worklist/",), "/my/"


def home_of(roles: Collection[str]) -> str:
    """Return where a person begins: the first page of the role that is here and lets the role in."""
    wanted = [url for role in sorted(roles) for url in _HOMES.get(role, _OFFICE_HOMES)]
    return next((url for url in wanted if _lets_in(url, frozenset(roles))), "/" if roles else _OWN_HOME)


def _lets_in(url: str, roles: frozenset[str]) -> bool:
    try:
        access = getattr(resolve(url).func, "yc_access", ())
    except Resolver404:
        return False
    return bool(roles & set(access))
