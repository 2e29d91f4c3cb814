"""The window (综合窗口)."""

from django.apps import AppConfig

from yichuang.faces.common import nav
from yichuang.faces.common.access import WINDOW

_at_window = nav.held_by(WINDOW)
_decides = nav.held_by({"chief_representative"})


class WindowConfig(AppConfig):
    """The desk of clerks and chief representatives."""

    name = "yichuang.faces.window"
    label = "window"
    verbose_name = "综合窗口"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the window's pages into the staff menu."""
        nav.add_frame(WINDOW, "yichuang.faces.window.frame.frame")
        nav.add_staff(
            "窗口",
            nav.Link("受理台", "/desk/", when=_at_window),
            nav.Link("叫号", "/desk/calling/", when=_at_window),
            nav.Link("网上预审", "/desk/prereview/", key="online", when=_at_window),
            nav.Link("补正", "/desk/supplements/", key="returned", hot=True, when=_at_window),
            nav.Link("容缺", "/desk/gaps/", key="gaps", when=_at_window),
            nav.Link("缴费", "/desk/fees/", key="fees", when=_at_window),
            nav.Link("收费窗口", "/desk/cash/", when=_at_window),
            nav.Link("绿色通道", "/desk/green/", key="green", when=_at_window),
            nav.Link("待转办", "/desk/accepted/", key="to_route", when=_at_window),
            nav.Link("不予受理审核", "/desk/refusals/", key="refusals", hot=True, when=_at_window),
            nav.Link("当场决定", "/desk/decisions/", key="to_decide", hot=True, when=_decides),
        )
        nav.add_staff("出件", nav.Link("待取件", "/desk/pickup/", key="pickup", when=_at_window))
        nav.add_staff("出件", nav.Link("评价屏", "/desk/pad/", when=_at_window))
        nav.add_staff("出件", nav.Link("送达中", "/desk/deliveries/", when=_at_window))
