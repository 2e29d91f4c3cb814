"""The back office (后台审批)."""

from django.apps import AppConfig

from yichuang.faces.common import nav
from yichuang.faces.common.access import CENTRE, GOVERNMENT, OFFICE, WINDOW

_in_office = nav.held_by(OFFICE)
_with_certificates = nav.held_by(OFFICE | WINDOW | CENTRE)
_on_board = nav.held_by(OFFICE | CENTRE | GOVERNMENT)
_in_projects = nav.held_by(OFFICE | CENTRE)
_on_the_roster = nav.held_by(OFFICE | WINDOW | {"centre_manager"})
_between_levels = nav.held_by(OFFICE | WINDOW)
_hears = nav.held_by(OFFICE | WINDOW | CENTRE)
_watches = nav.held_by(CENTRE)
_leads = nav.held_by({"chief_representative", "deputy_head", "main_head", "agency_head", "centre_manager"})
_sees_to = nav.held_by(
    {"chief_representative", "deputy_head", "main_head", "agency_head", "centre_manager", "supervisor"}
)


class OfficeConfig(AppConfig):
    """Reviewers, verifiers and leaders."""

    name = "yichuang.faces.office"
    label = "office"
    verbose_name = "后台审批"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the tabs of the worklist into the staff menu."""
        nav.add_frame(OFFICE, "yichuang.faces.office.scope.own_frame")
        nav.add_staff(
            "我的工作",
            nav.Link("待我办理", "/worklist/", key="mine", when=_in_office),
            nav.Link("待认领", "/worklist/?tab=unclaimed", key="unclaimed", when=_in_office),
            nav.Link("临期与超时", "/worklist/?tab=alerts", key="alerts", hot=True, when=_in_office),
            nav.Link("待我协办", "/joint/parts/", key="parts", when=_in_office),
            nav.Link("缴费·容缺·绿色通道", "/worklist/special/", key="special", when=_in_office),
            nav.Link("上下级办件", "/levels/", key="levels", when=_between_levels),
            nav.Link("征询与会审", "/asked/", key="asked", when=_in_office),
            nav.Link("催办与督办", "/urgings/", when=_in_office),
            nav.Link("已办", "/worklist/?tab=done", when=_in_office),
            nav.Link("全部办件", "/worklist/?tab=all", when=_in_office),
            nav.Link("证照", "/certificates/", when=_with_certificates),
        )
        nav.add_staff(
            "人员",
            nav.Link("人员与代岗", "/staff/", when=_on_the_roster),
            nav.Link("窗口授权", "/staff/powers/", when=_in_office),
            nav.Link("我的考勤、请假", "/staff/me/", when=_on_the_roster),
            nav.Link("请假审批", "/staff/leave/", when=_leads),
            nav.Link("考勤和巡查", "/staff/attendance/", when=_sees_to),
            nav.Link("考核", "/staff/sheets/", when=_sees_to),
            nav.Link("人员档案", "/staff/files/", when=_leads),
            nav.Link("进驻单位", "/staff/units/", when=_leads),
            nav.Link("人员提示", "/staff/warnings/", when=nav.held_by({"centre_manager"})),
            nav.Link("社区人员意见", "/staff/community/", when=nav.held_by({"community_committee", "centre_manager"})),
        )
        nav.add_staff(
            "评价与诉求",
            nav.Link("咨询投诉", "/feedback/concerns/", when=_hears),
            nav.Link("差评整改", "/feedback/ratings/", when=_hears),
            nav.Link("评价评估", "/feedback/evaluations/", when=_watches),
            nav.Link("年度汇总", "/feedback/year/", when=_watches),
        )
        nav.add_staff("联合办理", nav.Link("并联看板", "/joint/", when=_on_board))
        nav.add_staff("联合办理", nav.Link("投资项目", "/projects/", when=_in_projects))
