"""The centre (中心管理·监察)."""

from django.apps import AppConfig

from yichuang.faces.common import nav
from yichuang.faces.common.access import ARCHIVE, CENTRE, OFFICE, READS_LAW, WINDOW

_watches = nav.held_by(CENTRE)
_checks = nav.held_by(CENTRE | OFFICE)
_told = nav.held_by(CENTRE | OFFICE | WINDOW)
_archives = nav.held_by(ARCHIVE)
_examines = nav.held_by({"centre_manager", "auditor"})
_words_papers = nav.held_by({"system_admin"})
_keeps_certificates = nav.held_by({"centre_manager", "system_admin"})
_governs = nav.held_by(CENTRE | {"system_admin"})
_reads_law = nav.held_by(READS_LAW)


class CentreConfig(AppConfig):
    """Centre managers, supervisors, auditors."""

    name = "yichuang.faces.centre"
    label = "centre"
    verbose_name = "中心管理·监察"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the pages into the staff menu."""
        nav.add_frame(CENTRE, "yichuang.faces.centre.scope.frame")
        nav.add_frame({"archivist"}, "yichuang.faces.centre.archive.frame")
        _add_rooms()
        nav.add_staff("大厅", nav.Link("大厅与窗口", "/centre/halls/", when=_watches))
        nav.add_staff(
            "规则",
            nav.Link("期限与参数", "/centre/law/", when=_reads_law),
            nav.Link("放假安排", "/centre/calendar/", when=_reads_law),
            nav.Link("事项版本", "/centre/items/", when=_reads_law),
            nav.Link("收费标准", "/centre/money/standards/", when=_governs),
            nav.Link("文书模板", "/centre/templates/", when=_words_papers),
            nav.Link("证照类型", "/centre/certificate-types/", when=_keeps_certificates),
            nav.Link("存量证照导入", "/centre/certificate-lists/", when=_keeps_certificates),
        )


def _add_rooms() -> None:
    """Put in what a centre looks at: what goes on, what went wrong, and the books (运行、监察、账册)."""
    nav.add_staff(
        "运行",
        nav.Link("运行总览", "/centre/", when=_watches),
        nav.Link("大厅实时", "/centre/now/", when=_watches),
        nav.Link("全部办件", "/centre/cases/", when=_watches),
        nav.Link("统计", "/centre/statistics/", when=_watches),
        nav.Link("流程图谱", "/centre/map/", when=_watches),
        nav.Link("部门绩效", "/centre/performance/", when=_watches),
        nav.Link("通报", "/centre/bulletins/", when=_told),
    )
    nav.add_staff(
        "监察",
        nav.Link("监察看板", "/supervision/", when=_watches),
        nav.Link("红黄灯", "/centre/cases/?light=red", key="watch", hot=True, when=_watches),
        nav.Link("异常与催办", "/supervision/alerts/", when=_watches),
        nav.Link("叫号无结果", "/supervision/calls/", when=_watches),
        nav.Link("双随机抽查", "/supervision/checks/", when=_checks),
        nav.Link("视为受理", "/centre/cases/?flag=deemed", when=_watches),
        nav.Link("特殊环节审定", "/centre/steps/", when=_watches),
        nav.Link("集中到位检查", "/centre/concentration/", when=_watches),
        nav.Link("职能和制度", "/centre/institutions/", when=_watches),
    )
    nav.add_staff(
        "账册",
        nav.Link("收费与对账", "/centre/money/", when=_watches),
        nav.Link("编号连续性", "/centre/numbers/", when=_watches),
        nav.Link("电子证照覆盖", "/centre/certificate-coverage/", when=_watches),
        nav.Link("印章", "/centre/seals/", when=_governs),
        nav.Link("存证", "/supervision/proofs/", when=_watches),
        nav.Link("自检", "/centre/doctor/", when=_examines),
        nav.Link("归档", "/centre/archive/", when=_archives),
    )
