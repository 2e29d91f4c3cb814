"""Words of refusals about delivery (送达)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "delivery_way": ("窗口当面送达只登记窗口领取", "邮寄、电子、留置、公告送达请到“送达方式”页面办理"),
    "delivery_at_window": (
        "决定和证件由政务服务窗口统一送达，承办部门不能自行送达",
        "请把决定和证件交窗口；窗口按送达方式送交申请人",
    ),
    "delivery_no_consent": ("申请人没有同意电子送达", "请先请申请人在“我的办件”里同意，或者改用别的方式送达"),
    "review_channel_missing": (
        "还没有登记网上复议渠道，决定书不能电子送达",
        "通过互联网送达决定书的，应当同时提供提交复议申请书的互联网渠道；请系统管理员登记，或者改用别的方式送达",
    ),
    "delivery_no_box": ("申请人没有登录账户，电子文书没有地方可送", "请改用窗口领取或者邮寄送达"),
    "consent_unchanged": ("电子送达的意愿没有变化", "请刷新页面查看现在的意愿"),
    "papers_not_made": ("还有文书没有制作完成，申请人打不开", "请稍候再送达"),
    "nothing_to_confirm": ("没有等您确认的电子送达", "请刷新页面"),
    "delivery_day_missing": ("没有填日期", "请填写回证或者回执上注明的日期"),
    "signature_unreadable": ("签名没有传上来", "请重写一次；或者提交后在纸质送达回证上签字"),
    "proof_unfit": ("{words}", "请换一份文件，或者先登记、以后补传"),
    "delivery_receipt_day": ("送达日期要在 {first} 到 {last} 之间", "请按回证或者回执上注明的日期填写"),
    "delivery_no_witness": (
        "见证人不足 {least} 人，也没有拍照、录像",
        "请填写见证人的姓名和单位，或者上传送达过程的照片",
    ),
    "delivery_witness_twice": ("两名见证人写的是同一个人", "请填写另一名见证人的姓名和单位"),
    "delivery_witness_refuses": ("见证人写的是拒绝接收的人自己", "请填写基层组织或者所在单位代表的姓名和单位"),
    "pickup_locked": (
        "取件码连续输错，这件办件暂停凭码领取",
        "请过 {minutes} 分钟再试，或者核对证件后在办件页当面送达",
    ),
    "refusal_not_told": ("没有写明谁拒绝接收、理由和留置地点", "请按送达回证补全后再登记"),
    "delivery_ground_missing": ("没有选公告送达的情形", "请选“下落不明”或者“用其他方式无法送达”"),
    "delivery_not_tried": ("还没有用其他方式送达过", "请先邮寄或者通知领取；确实下落不明的，选“下落不明”并写明经过"),
    "announce_reason_missing": ("没有写明公告送达的原因和经过", "请写明以后再公告；原因和经过要存入案卷"),
    "result_over": ("这件办件已经办结，没有待送达的办理结果", "要送达证照的后续决定的，在“送达”里选那份决定"),
    "result_first": ("这件办件的办理结果还没有送达", "请先送达办理结果，再送达后续决定"),
    "decision_unknown": ("这件办件没有这份撤销、撤回、吊销、注销或者变更决定", "请从待送达的决定里选"),
    "decision_delivered": ("{no} 已经送达，不再重复送达", "送达日期以原送达回证为准"),
    "announced_already": ("这件办件正在公告送达", "请等公告期满；期间申请人前来领取的，直接在窗口送达"),
    "delivery_not_announced": ("这件办件没有公告送达", "请重新打开办件"),
    "delivery_notice_runs": ("公告期到 {due_on} 届满，还没有到", "期满以后由系统登记视为送达"),
    "pickup_not_called": ("还没有通知申请人领取，没有取件码", "请先生成取件码，或者核对证件后直接送达"),
    "pickup_code_wrong": ("取件码不对", "请核对取件单上的六位数字；遗失的可以重新生成"),
    "post_address_missing": ("没有填收件人或者收件地址", "请按申请人确认的送达地址填写"),
    "delivery_way_unknown": ("没有选送达方式", "请选“到窗口领取”或者“邮寄”；电子送达在“电子送达”一栏登记同意"),
    "delivery_way_unchanged": ("送达方式和地址没有变化", "不用再登记"),
    "delivery_way_fetched": ("申请人确认的是到窗口领取，不能邮寄", "申请人改为邮寄的，先变更送达方式和地址"),
    "delivery_other_address": ("这不是申请人确认的送达地址", "申请人要寄到别处的，先变更送达方式和地址"),
    "waybill_missing": ("没有填邮政快递企业或者邮件号", "请填写交寄凭单上的邮件号"),
    "posted_already": ("这件办件已经交寄，正在途中", "请登记签收或者退回以后再办"),
    "not_posted": ("这件办件没有在途的邮件", "请重新打开办件"),
    "return_reason_missing": ("没有写退回原因", "请按退件上的批注填写"),
}
