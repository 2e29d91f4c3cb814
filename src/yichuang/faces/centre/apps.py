"""The centre (中心管理·监察)."""

from django.apps import AppConfig
from django.http import HttpRequest

from yichuang.faces.common import nav
from yichuang.faces.common.access import CENTRE, READS_LAW

_EXAMINERS = frozenset({"centre_manager", "auditor"})


def _watches(request: HttpRequest) -> bool:
    return bool(request.officer.roles() & CENTRE)


def _examines(request: HttpRequest) -> bool:
    return bool(request.officer.roles() & _EXAMINERS)


def _words_papers(request: HttpRequest) -> bool:
    return "system_admin" in request.officer.roles()


def _keeps_certificates(request: HttpRequest) -> bool:
    return bool(request.officer.roles() & {"centre_manager", "system_admin"})


def _reads_law(request: HttpRequest) -> bool:
    return bool(request.officer.roles() & READS_LAW)


class CentreConfig(AppConfig):
    """Centre managers, supervisors, auditors."""

    name = "yichuang.faces.centre"
    label = "centre"
    verbose_name = "中心管理·监察"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the pages into the staff menu."""
        nav.add_frame(CENTRE, "yichuang.faces.centre.scope.frame")
        nav.add_staff(
            "监察",
            nav.Link("运行总览", "/centre/", when=_watches),
            nav.Link("红黄灯", "/centre/cases/?light=red", key="watch", hot=True, when=_watches),
            nav.Link("视为受理", "/centre/cases/?flag=deemed", when=_watches),
            nav.Link("全部办件", "/centre/cases/", when=_watches),
            nav.Link("特殊环节审定", "/centre/steps/", when=_watches),
            nav.Link("编号连续性", "/centre/numbers/", when=_watches),
            nav.Link("收费与对账", "/centre/money/", when=_watches),
            nav.Link("印章", "/centre/seals/", when=_reads_law),
            nav.Link("自检", "/centre/doctor/", when=_examines),
            nav.Link("归档", "/centre/archive/", when=_watches),
        )
        nav.add_staff(
            "规则",
            nav.Link("期限与参数", "/centre/law/", when=_reads_law),
            nav.Link("事项版本", "/centre/items/", when=_reads_law),
            nav.Link("收费标准", "/centre/money/standards/", when=_reads_law),
            nav.Link("文书模板", "/centre/templates/", when=_words_papers),
            nav.Link("证照类型", "/centre/certificate-types/", when=_keeps_certificates),
            nav.Link("存量证照导入", "/centre/certificate-lists/", when=_keeps_certificates),
        )
