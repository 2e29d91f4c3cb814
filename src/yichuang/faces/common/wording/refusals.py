"""The words of refusals by code (不能办的理由用语): what is wrong, what to do, with the code's facts."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.faces.common.live.wording import SENTENCES as HALL
from yichuang.faces.common.wording.archive import SENTENCES as ARCHIVE
from yichuang.faces.common.wording.around.bulletins import SENTENCES as BULLETINS
from yichuang.faces.common.wording.around.staffing import SENTENCES as STAFFING
from yichuang.faces.common.wording.catalogue import SENTENCES as CATALOGUE
from yichuang.faces.common.wording.delivery import SENTENCES as DELIVERY
from yichuang.faces.common.wording.fees import SENTENCES as FEES
from yichuang.faces.common.wording.hearing import SENTENCES as HEARING
from yichuang.faces.common.wording.joint import SENTENCES as JOINT
from yichuang.faces.common.wording.levels import SENTENCES as LEVELS
from yichuang.faces.common.wording.library import SENTENCES as LIBRARY
from yichuang.faces.common.wording.meeting import SENTENCES as MEETING
from yichuang.faces.common.wording.papers import SENTENCES as PAPERS
from yichuang.faces.common.wording.passing import SENTENCES as PASSING
from yichuang.faces.common.wording.projects import SENTENCES as PROJECTS
from yichuang.faces.common.wording.public.feedback import SENTENCES as FEEDBACK
from yichuang.faces.common.wording.seals import SENTENCES as SEALS
from yichuang.faces.common.wording.staff import SENTENCES as STAFF
from yichuang.faces.common.wording.steps import SENTENCES as STEPS
from yichuang.faces.common.wording.supervision import SENTENCES as SUPERVISION

_WRITE_REASON = "请写明理由后再提交；理由会写进文书，申请人看得到"

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 填写
    "typed_too_long": ("“{what}”最多 {most} 个字，没有保存", "请改短以后再提交；系统不会替您截断"),
    "sum_unreadable": ("金额写法不对", "请填以元为单位的数字，例如 1260 或者 1260.50，最多两位小数"),
    "sum_too_large": ("金额太大", "请核对有没有多写几位"),
    # 程序
    "key_missing": ("这次提交没有带防重复的编号", "请刷新页面后重新提交"),
    "key_reused": ("同一个页面提交过不同的内容", "请刷新页面后重新提交；前一次提交的结果不变"),
    "wrong_state": (
        "这件办件现在是“{state}”，不能{verb}",
        "能{verb}的状态是：{sources}。请重新打开办件，看现在该办哪一步",
    ),
    "wrong_kind": ("这一类办件没有“{verb}”这一步", "请重新打开办件，看现在该办哪一步"),
    "paused": ("这件办件正在中止计时，不能办这一步", "请先恢复计时"),
    "closed": ("这件办件已经有了结果，不能再办这一步", "请重新打开办件查看结果"),
    "not_received": ("还没有收到申请材料，不能办这一步", "请先收件"),
    "not_yours": ("“{verb}”不在您的岗位职责内", "请交给有此职责的岗位办理，或请系统管理员核对您的岗位"),
    "no_open_stage": ("这件办件没有等您办理的环节", "请重新打开办件，看现在轮到谁"),
    "already_yours": ("这件办件已经由您经办", "不用再认领，直接办理即可"),
    # 受理
    "already_accepted": ("这件办件已于 {on} 受理，不能再办这一步", "请按已受理的办件继续办理"),
    "deemed_accepted": (
        "到 {answer_by} 没有一次告知，这件办件自 {on} 起已视为受理",
        "不能再要求补正或者不受理，请按已受理的办件继续办理",
    ),
    "not_deemed": ("这件办件还没有到视为受理的时候", "请在期限内作出受理、补正或不予受理的处理"),
    "answer_late": ("一次告知的期限到 {answer_by} 为止，已经过了", "这件办件已视为受理，请继续办理"),
    "second_notice": (
        "补正只能一次告知，这件办件已经告知过",
        "上次告知以外的旧问题不能再要求补正，请据现有材料办理",
    ),
    "no_defects": ("没有写要补正的内容", "请逐份写明缺什么、怎么改，一次告知全部内容"),
    "materials_open": ("还有材料没有核对完：{materials}", "请逐份标“符合”或“补正”；有补正的先一次告知"),
    "supplement_incomplete": ("还有材料没有补：{missing}", "请把告知书里列的内容全部补齐后再提交"),
    "not_correcting": ("这件办件没有在等补正", "请重新打开办件，看现在该办哪一步"),
    "correction_without_term": (
        "补正告知书没有定补正期限，不能按逾期不补正处理",
        "请等申请人补正，或者由申请人撤回申请",
    ),
    "correction_running": ("补正期限到 {due_on}，还没有到", "请等申请人补正；期满仍未补正的再处理"),
    "no_refusal": ("这一种处理不是不受理或不予受理", "请选“不受理”或“不予受理”"),
    "refusal_role": ("您的岗位不能作出不予受理", "请提请有权的人员作出"),
    "refusal_second_person": (
        "{by_role}不能独自作出不予受理，要由部门负责人审核",
        "请先提请不予受理，由首席代表或者部门负责人审核后作出",
    ),
    "not_needed_by_decision": (
        "按本地规定，依法不需要审批的，要当场作出不予受理决定",
        "请用“不予受理”，勾选“申请事项依法不需要经过行政审批”",
    ),
    "not_needed_is_told": ("依法不需要审批的，告知不受理，不作不予受理决定", "请用“不受理”"),
    "refusal_pending": ("已经提请过不予受理，正在等审核", "请等审核结果"),
    "refusal_not_proposed": ("没有人提请过不予受理", "请先提请，再由有权的人员审核"),
    "item_not_open": ("“{item}”现在不在网上受理", "请到办事指南所写的窗口办理，或拨打咨询电话"),
    "window_only": ("“{item}”的办理方式是在窗口申请，不在网上受理", "请到办事指南所写的窗口申请，或拨打咨询电话"),
    # 办理
    "opinion_missing": ("没有写意见", "请写明意见和依据后再提交"),
    "correction_term_odd": ("补正期限不合理", "请写今天以后、{until} 以前的日期"),
    "name_unprintable": ("姓名或者名称里有不能打印的字符“{characters}”", "请照证件填写，不要用表情和符号"),
    "reason_missing": ("没有写理由", _WRITE_REASON),
    "right_office_missing": ("没有写明应当向哪个机关申请", "不属于本机关职权范围的，请写明有权办理的机关名称"),
    "same_person": ("审查和核准要由两个人分别办，您已经办过前一环节", "请交给另一名有核准职责的人员"),
    "signer_too_low": ("作出这个决定至少要由{least}签批", "请送{least}签批"),
    "purpose_missing": ("没有说明查阅的事由", "请写明为什么要看完整信息；查阅会留下记录"),
    "reveal_unknown": ("没有这一项申请人信息", "请重新打开办件再查阅"),
    # 时限
    "clock_not_started": ("办理期限还没有开始计算，不能办这一步", "请先受理"),
    "decided": ("已于 {on} 作出决定，期限不再计算", "不用再办这一步"),
    "overdue": ("办理期限到 {due_on} 为止，已经超期，不能再延期", "请尽快作出决定，并在系统里说明超期原因"),
    "no_extension": ("这里的办理期限不能延长", "请在期限内作出决定"),
    "extension_days": ("延期的天数要在 1 日以上，这里是 {days} 日", "请填要延长的日数"),
    "extension_too_long": ("延期最多 {most} 日，这里是 {days} 日", "请把延期改为 {most} 日以内，并说明理由"),
    "extension_used": ("已经延过期（{days} 日），不能再延", "请在现在的期限内作出决定"),
    "extension_approver": ("延期要由{wanted}批准，这里是{given}", "请送{wanted}批准"),
    "already_paused": ("正在因{kind}中止计时", "请先恢复计时，再办下一个特殊环节"),
    "not_paused": ("计时没有中止，不用恢复", "请重新打开办件查看"),
    "pause_kind": (
        "“{kind}”不是可以中止计时的特殊环节",
        "可以中止计时的有：{allowed}。其他原因的时间照常计入期限",
    ),
    "pause_approver": ("中止计时要由{wanted}批准，这里是{given}", "请送{wanted}批准"),
    "pause_own_case": ("经办人不能批准自己办件的中止计时", "请送另一名{wanted}批准"),
    "pause_reason_missing": ("没有写中止计时的理由", _WRITE_REASON),
    "not_provisional": ("这件办件的到期日不是暂定的，不用重算", "不用办这一步"),
    "calendar_unchanged": ("放假安排没有变化，到期日不用重算", "导入新一年的放假安排通知后会自动重算"),
    # 结果
    "not_granted": ("没有准予许可，不能制发证照", "请重新打开办件查看决定"),
    "not_issued": ("证照还没有制作，不能送达", "请先制证"),
    "must_be_delivered": ("准予许可的证照还没有送达，不能办结", "请先送达并登记送达回证"),
    "receiver_missing": ("没有写收件人或送达方式", "请填收件人姓名，并选送达方式"),
    "grade_unknown": ("没有选评价等次", "请在五个等次里选一个"),
    "bad_rating_reason": ("评“不满意”的，请说明原因", "请选一条原因，或写几句话，方便整改"),
    "rated_already": ("这件办件已经评价过", "一件办件评价一次；有补充意见可以投诉或咨询"),
    # 事项
    "item_faulty": ("“{item}”还不能发布：{errors}", "请改好后再发布"),
    "promise_missing": ("没有法定期限的事项，要写明承诺期限", "请填承诺期限"),
    "promise_too_long": ("承诺 {days} 日长于法定 {most} 日", "承诺期限只能短于或等于法定期限"),
    "promise_over_share": (
        "承诺 {days} 日，超过了规定的上限 {most} 日",
        "请缩短承诺期限；确属复杂事项的，标明后再发布",
    ),
    **HALL,
    **HEARING,
    **JOINT,
    **CATALOGUE,
    **FEES,
    **FEEDBACK,
    **ARCHIVE,
    **SUPERVISION,
    **DELIVERY,
    **LEVELS,
    **LIBRARY,
    **STAFF,
    **STAFFING,
    **BULLETINS,
    **PROJECTS,
    **MEETING,
    **PAPERS,
    **PASSING,
    **SEALS,
    **STEPS,
}
