"""页面名称: what the pages are called that read a parameter; a page not named yet goes by the room it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_PAGES: Mapping[str, str] = {
    "/items/<str:code>/": "办事指南",
    "/items/<str:code>/clock/": "办事指南：今天申请哪天有结果",
    "/items/<str:code>/print/": "办事指南（打印）",
    "/apply/<str:code>/": "网上申请",
    "/apply/<uuid:draft_id>/check/": "网上申请：核对并提交",
    "/notices/decisions/": "决定公示",
    "/my/cases/<str:no>/correct/": "我的办件：补正",
    "/my/cases/<str:no>/complete/": "我的办件：补齐容缺材料",
    "/my/cases/<str:no>/hearing/": "我的办件：听证",
    "/my/cases/<str:no>/meeting/": "我的办件：请求会审",
    "/my/cases/<str:no>/promise/": "我的办件：承诺书",
    "/my/cases/<str:no>/withdraw/": "我的办件：撤回",
    "/my/certificates/": "我的证照",
    "/my/bundles/<str:run_no>/": "我的一件事",
    "/my/projects/": "我的项目",
    "/my/projects/new/": "我的项目：登记",
    "/desk/": "窗口收件台",
    "/desk/<str:no>/": "窗口办件",
    "/desk/<str:no>/check/": "窗口审查",
    "/desk/<str:no>/decide/": "窗口作出决定",
    "/desk/<str:no>/refuse/": "不受理、不予受理",
    "/desk/<str:no>/prereview/": "上报前预审",
    "/desk/refusals/": "不予受理审核",
    "/desk/decisions/": "窗口待决定",
    "/cases/<no>/": "审批办件",
    "/cases/<no>/review/": "审查",
    "/cases/<no>/verify/": "核准",
    "/cases/<no>/decide/": "作出决定",
    "/cases/<no>/deny/": "不予许可",
    "/cases/<no>/extend/": "延长期限",
    "/cases/<no>/pause/": "中止计时",
    "/cases/<no>/resume/": "恢复计时",
    "/cases/<no>/return/": "退回",
    "/cases/<no>/step/": "特殊环节",
    "/cases/<no>/hearing/": "听证与利害关系人",
    "/cases/<no>/inspect/": "实地核查",
    "/cases/<no>/major/": "重大项目标识",
    "/cases/<no>/conclude/": "协办结论",
    "/cases/<no>/meetings/": "会审",
    "/joint/": "并联审批看板",
    "/projects/": "投资项目",
    "/staff/powers/": "窗口授权",
    "/centre/cases/<str:no>/evidence/": "超时证据",
    "/centre/items/<str:code>/": "事项版本",
    "/centre/items/<str:code>/draft/": "事项版本草稿",
    "/centre/calendar/": "放假安排",
    "/centre/items/limits/": "承诺期限一览",
    "/agent/<str:pcode>/ask/": "代办：催办协调",
    "/certificates/<uuid:certificate>/": "证照变动",
}
_ROOMS = (
    ("/desk/", "窗口办件"), ("/cases/", "审批办件"), ("/my/cases/", "我的办件"), ("/my/", "我的空间"),
    ("/centre/templates/", "文书模板"), ("/centre/", "监察"), ("/projects/", "投资项目"), ("/agent/", "代办"),
    ("/items/", "办事指南"), ("/apply/", "网上申请"), ("/certificates/", "证照变动"), ("/notices/", "公示"),
    ("/staff/", "人员与代岗"), ("/joint/", "并联审批看板"), ("/fees/", "收费"), ("/archive/", "归档"),
    ("/demo/", "演示中心"), ("/api/", "接口"),
)  # fmt: skip


def screens(routes: Iterable[str]) -> tuple[str, ...]:
    """Return what the pages at these addresses are called, each once."""
    return tuple(sorted(dict.fromkeys(_name(route) for route in routes)))


def _name(route: str) -> str:
    return _PAGES.get(route) or next((words for start, words in _ROOMS if route.startswith(start)), "其他页面")
