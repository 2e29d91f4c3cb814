"""Refusals of hearings, inspections, certificates and bans (听证、核查、证照变动、禁止申请的用语)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 利害关系人
    "interest_missing": ("没有写明与什么人有什么利害关系", "请写明利害关系；经审查没有利害关系人的，写明理由"),
    "party_unknown": ("没有这个利害关系人", "请重新打开办件"),
    "stated_already": ("陈述申辩已于 {on} 记录", "补充意见请在听证时提出，或者另行书面提交"),
    "statement_missing": ("没有写陈述申辩的内容", "请照实记录；表示没有意见的，写“没有意见”"),
    "interested_not_told": (
        "这个事项直接关系他人重大利益，还没有告知利害关系人",
        "请先告知并听取陈述申辩；经审查没有利害关系人的，写明理由",
    ),
    "interested_not_heard": ("利害关系人陈述申辩和要求听证的期限到 {until}", "请听取陈述申辩，或者等期满"),
    # 听证
    "hearing_not_told": ("还没有告知听证权利，不能要求听证", "请先告知申请人和利害关系人"),
    "hearing_request_late": ("要求听证的期限到 {until} 为止，已经过了", "行政机关认为需要的，可以依职权组织听证"),
    "hearing_open": ("已经要求过听证，还没有举行", "请在已有的听证里办理"),
    "hearing_place_missing": ("没有写明听证的时间、地点或者事由", "请填完整，通知书和公告都要写明"),
    "hearing_closed_reason": ("听证应当公开举行，这里没有写不公开的理由", "涉及秘密或者个人隐私的，写明理由"),
    "hearing_notice_late": (
        "{on} 举行听证，应当提前 {days} 个工作日通知，最晚 {until} 通知",
        "请改到 {first} 或者以后的工作日",
    ),
    "hearing_hour": ("听证时间不是钟点", "请写成 9:30 或者 14:00 这样"),
    "party_phone": ("利害关系人的手机或者电话不对", "请核对号码；没有留电话的，空着"),
    "chair_decides_himself": ("被申请回避的主持人，不能自己决定是否回避", "请由其他负责人决定"),
    "hearing_too_late": ("听证最晚要在 {latest} 举行", "请改到这一天以前，并提前通知"),
    "hearing_far": (
        "{on} 太远：放假安排最多公布到明年，最远只能定到 {until}",
        "请核对年份，选 {until} 以前的工作日",
    ),
    "hearing_day_off": ("{on} 不是工作日，或者不在已知的日历里", "请选一个工作日"),
    "chair_missing": ("没有指定听证主持人", "请选一名不审查这件申请的人员"),
    "chair_is_reviewer": ("审查这件申请的人员不能主持听证，被申请回避的也不能", "请另选一名主持人"),
    "hearing_not_called": ("还没有通知听证的时间、地点", "请先通知听证"),
    "hearing_not_yet": ("听证定在 {on}，还没有到", "举行以后再记录"),
    "hearing_record_missing": ("没有笔录，或者没有人签字", "听证应当制作笔录，交参加人确认无误后签字或者盖章"),
    "hearing_missing": ("这个事项依法应当听证，还没有举行", "请先公告并举行听证"),
    "hearing_unrecorded": ("已经通知或者要求听证，还没有听证笔录，不能作决定", "请先举行听证；决定要根据听证笔录作出"),
    # 核查
    "inspection_unknown": ("没有这一种核查", "请选实质内容核查、检验、检测或者检疫"),
    "findings_missing": ("没有写核查地点或者核查情况", "请如实填写"),
    "inspection_day": ("核查日期不在受理以后、今天以前", "请核对核查日期"),
    "inspector_unknown": ("核查人员里有不是本机关的人", "请从名单里选"),
    "inspectors_too_few": ("核查要由 {least} 名以上工作人员进行，这里只有 {given} 名", "请补上同去核查的人员"),
    "standard_missing": ("没有写所依据的技术标准、技术规范", "请写明标准名称和编号"),
    "photos_missing": ("这个事项的现场检验要有现场照片", "请上传现场照片后再提交"),
    "inspection_missing": ("还没有按规定核查、检验、检测或者检疫", "请先指派两名以上工作人员核查"),
    "inspection_failed": ("最近一次核查的结论是不符合，不能准予", "请整改后重新核查，或者作出不予许可决定"),
    "standard_not_cited": (
        "依据检验、检测、检疫结果不予许可的，要写明所依据的技术标准：{standards}",
        "请在理由或者依据里写明",
    ),
    # 数量限制
    "quota_used": ("这个事项的数量限制是 {number} 个，已经用完", "不能再准予；有人退出以后再办"),
    "quota_earlier": ("有数量限制的，按受理先后作决定；先受理、还没有决定的有：{cases}", "请先决定先受理的办件"),
    # 禁止再次申请
    "banned": ("申请人在 {until} 以前（含当日）不得再次申请这个许可", "到期以后可以重新申请"),
    # 延续
    "renewal_foreign": ("没有可以延续的这份证照", "请从“我的证照”里选自己的证照，用同一个事项申请"),
    "renewal_not_valid": ("这份证照已经不是有效状态，不能延续", "请重新申请"),
    "renewal_endless": ("这份证照没有期限，不用延续", "不用办这一步"),
    "renewal_over": ("这份证照已于 {on} 到期，不能再延续", "请重新申请"),
    "renewal_open": ("这份证照的延续申请正在办理（{no}）", "请等这件办结"),
    "deemed_renewed": ("到 {on} 有效期届满没有作决定，已经视为准予延续", "不能再决定不予延续；可以准予并换发证照"),
    "not_deemed_renewed": ("这份证照还没有到视为准予延续的时候", "请在有效期届满前作出决定"),
    # 证照的变动
    "certificate_act_unknown": ("没有这一种处理", "请选撤销、撤回、吊销、注销或者变更"),
    "certificate_state": ("证照现在是“{status}”，不能{act}", "请重新打开证照，看现在能办什么"),
    "ground_unknown": ("没有选法定的情形", "请从法律列明的情形里选一个"),
    "ground_unfit": ("所选情形与证照现在的状态“{status}”不符", "请选与状态相符的情形"),
    "proposed_already": ("这份证照已经有一个提请在等决定", "请等负责人决定"),
    "not_proposed": ("没有人提请这样处理", "请先由承办人员提请，再由负责人决定"),
    "holder_not_heard": ("没有记录持证人的陈述申辩", "请先告知持证人，听取陈述申辩；放弃的，写明放弃"),
    "public_harm": ("撤销可能对公共利益造成重大损害的，不予撤销", "请不同意这个提请，并采取补救措施"),
    "public_interest_missing": ("没有写明公共利益的需要", "请写明为了什么公共利益撤回"),
    "compensation_missing": ("没有写明怎样补偿财产损失", "请写明补偿；没有损失的，写明经核实没有损失"),
    "penalty_basis_missing": ("没有写明规定吊销这一处罚的法律、法规", "请写明法律、法规名称和条款"),
    "changes_missing": ("没有写变更的内容", "请写明从什么变更为什么"),
}
