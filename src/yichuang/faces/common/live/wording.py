"""The words of refusals in the hall: queue numbers and appointments."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "line_closed_today": ("“{line}”今天没有窗口开放", "请看下一个开放日，或者先预约"),
    "line_over_today": ("“{line}”今天到 {closes} 为止，已经停止取号", "请改天再来，或者先预约"),
    "number_held": ("您已经有号在等候，一个人最多同时等 {most} 个", "请等叫号；不办了的可以先放弃"),
    "number_same_line": ("这一项您已经取了号，一人一项取一个号", "请等叫号；号码在小票上，也可以再看一次"),
    "number_changed": ("{no} 号已经在别的页面上办过，现在是“{now}”", "页面已经按最新情况重新显示，不用再按一次"),
    "tries_locked": ("连着输错了好几次，请等半分钟再输", "也可以到导办台，报预约时留的手机号"),
    "number_state": ("这个号现在的状态不能办这一步", "页面已经按最新情况重新显示，请再看一次"),
    "number_open": ("上一个号还没有结果", "人到了请按“开始办理”，没有来请按“过号”，然后再叫下一位"),
    "signature_none": ("副屏上没有等着收下的签名", "请刷新页面，再看顾客签了没有"),
    "signature_lost": ("签名图没有存好", "请在副屏上请顾客再签一次"),
    "signature_added_already": ("这个签名已经附到办件里", "不用再附"),
    "signature_waits": ("顾客刚签的名还没有收下", "请到“对客副屏”按“收下签名，附到办件”；不要的请先清空副屏"),
    "number_skipped_out": ("这个号已经过号 {most} 次，不能再重排", "请重新取号"),
    "kiosk_too_fast": ("这台自助机刚出了好几个号，请稍等一分钟", "要办几件事的，请到导办台一次取齐"),
    "issued_elsewhere": ("结果统一在出件窗口交付，本窗口不能交付", "请申请人到 {windows} 号窗口领取"),
    "number_over": ("这是 {day} 的号，已经过期", "请重新取号"),
    "number_none": ("没有找到这个号", "请刷新页面后再试"),
    "number_stale": ("页面打开以后，窗口叫的号已经变了", "页面已经按最新情况重新显示，请再看一次"),
    "line_unknown": ("没有选转到哪个队列", "请选一个队列后再转"),
    "window_nowhere": ("您的窗口还没有编入大厅", "请联系中心管理员在“大厅与窗口”里登记"),
    "appointment_suspended": ("爽约满 {missed} 次，{until} 前不能预约", "可以直接到大厅取号办理，不受影响"),
    "appointment_no_slot": ("还没有选时段，或者这个时段已经取消", "请选一个时段后再提交"),
    "appointment_past": ("这个时段已经开始或者过去了", "请选以后的时段"),
    "appointment_far": ("最远可以预约到 {farthest}", "请选近一些的日子"),
    "appointment_closed": ("{day} 没有窗口开放", "请选别的日子"),
    "appointment_twice": ("这个时段您已经约过一次", "请到我的预约查看；要改时间，先取消再约"),
    "appointment_many": ("没有到期的预约最多 {most} 个", "请先办完或者取消已有的预约"),
    "appointment_full": ("这个时段已经约满", "请选别的时段，或者直接到大厅取号"),
    "appointment_done": ("这个预约已经签到、取消或者过期", "请重新预约，或者直接取号"),
    "appointment_cancel_late": ("开始前 {hours} 小时以内不能取消", "来不了也请告诉我们一声，电话见页面下方"),
    "appointment_early": ("还没有到签到时间，开始前 {minutes} 分钟可以签到", "请稍后再来签到"),
    "appointment_late": ("时段结束已经超过 {minutes} 分钟，不能签到", "可以直接取号办理"),
    "appointment_unknown": ("没有找到这个预约", "请核对预约码，或者报预约时留的手机号"),
    "sheet_unknown": ("没有选要做什么", "请按“核对”“签名”或者“评价”"),
    "sheet_no_case": ("没有这个办件，或者不在您的职责内", "请核对办件编号"),
    "phone_wrong": ("手机号不对", "请填 11 位手机号，用于通知"),
}
