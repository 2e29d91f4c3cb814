"""The portal (网上大厅)."""

from django.apps import AppConfig

from yichuang.faces.common import nav


class PortalConfig(AppConfig):
    """Public pages: guides, search, and the applicant's own space."""

    name = "yichuang.faces.portal"
    label = "portal"
    verbose_name = "网上大厅"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the portal's pages into the menu."""
        nav.add_public(
            nav.Link("首页", "/"),
            nav.Link("个人办事", "/items/?for=person"),
            nav.Link("法人办事", "/items/?for=organisation"),
            nav.Link("一件事", "/bundles/"),
            nav.Link("按部门", "/departments/"),
            nav.Link("查进度", "/track/"),
            nav.Link("取号预约", "/halls/"),
            nav.Link("咨询投诉", "/concerns/"),
            nav.Link("好差评", "/ratings/"),
        )
        nav.add_footer(nav.Link("公示", "/notices/"))
        nav.add_footer(nav.Link("办件统计", "/statistics/"))
        nav.add_footer(nav.Link("存证", "/proofs/"))
        nav.add_footer(nav.Link("如何辨认", "/about/identify/"))
        nav.add_footer(nav.Link("无障碍声明", "/about/accessibility/"))
