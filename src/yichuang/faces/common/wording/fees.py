"""Words of refusals about fees and money, 容缺, promises, filings and the green channel."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 缴费
    "fee_none": ("没有填写要缴的费用", "请至少填一项收费的金额；不收费的不用核定"),
    "fee_not_listed": ("“{fee}”不在本事项的收费项目里", "没有法律、行政法规依据的，不得收费"),
    "fee_basis_too_low": (
        "“{fee}”的依据是{source}，不是法律或者行政法规",
        "实施行政许可不得收取这项费用，请报事项管理人员更正收费项目",
    ),
    "fee_amount": ("金额要大于零", "请填以元为单位的金额，最多两位小数"),
    "fee_term_missing": ("没有规定缴费期限，也没有填写", "请填缴费期限的天数（1 到 999 日）"),
    "fee_no_assessor": ("本事项的费用由承办部门自己核定", "不用送财务，直接核定即可"),
    "fee_assessor_unknown": ("没有找到核定费用的财务部门", "请系统管理员核对事项的收费办法"),
    "fee_other_assessor": ("这项费用由{office}核定和确认", "请送{office}办理"),
    "fee_not_asked": ("还没有送财务部门核定", "请承办部门先送财务核定"),
    "fee_assessed_already": ("这件办件的费用已经核定过", "请重新打开办件查看缴费情况"),
    "fee_not_assessed": ("还没有核定缴费", "核定以后再办这一步"),
    "fee_notified_already": ("已经书面告知过缴费", "请等申请人缴费；需要时可以重新打印通知书"),
    "fee_not_notified": ("还没有书面告知申请人缴费", "请窗口先出具缴费通知书"),
    "fee_voucher_missing": ("没有填写票据号", "请填财政票据（非税收入缴款书）的号码"),
    "fee_paid": ("已经登记过缴费", "不用再办这一步"),
    "fee_not_paid": ("窗口还没有登记缴费", "请等窗口登记票据号以后再确认"),
    "fee_unpaid": ("费用还没有缴清，不能办这一步", "缴清（需要时经财务确认）以后再办；逾期未缴的按规定处理"),
    "fee_effect_none": ("没有规定逾期不缴费的后果", "费用缴清以前不发证，不能因此不予批准"),
    "fee_still_time": ("缴费期限到 {pay_by}，还没有到", "请等期限届满以后再处理"),
    # 容缺
    "tolerance_unknown": ("这里没有容缺受理的规定，材料不齐不能受理", "请一次性告知补正，补齐以后受理"),
    "tolerance_main": ("“{materials}”是主件，不能容缺", "请改为“补正”并一次告知，或者补齐后受理"),
    "tolerance_scope": ("这里只有绿色通道项目可以容缺受理", "请先由负责人列入绿色通道，或者改为一次性告知补正"),
    "tolerance_no_promise": ("申请人还没有书面承诺按期补齐", "请申请人签容缺承诺后，勾选“已签容缺承诺”再受理"),
    "tolerance_none": ("这件办件没有等着补齐的容缺材料", "请重新打开办件查看"),
    "tolerance_over": ("补齐期限到 {until} 为止，已经过了", "这件办件由承办部门按规定作废、收回或者不予发证"),
    "tolerance_nothing": ("没有选要补齐的材料", "请上传文件，或者由窗口勾选已核对的材料"),
    "tolerance_running": ("补齐期限到 {until}，还没有到", "请等期限届满以后再处理"),
    "tolerance_expired": ("容缺到期已经登记过", "请承办部门处理"),
    "tolerance_unchecked": ("缺的材料已经在期限内交来，还没有核对", "请窗口先核对；核对符合的，容缺即告补齐"),
    "recovery_none": ("这件办件没有等着作废、收回的证照", "请重新打开办件查看"),
    "recovery_still_valid": ("证照 {certificate} 还有效", "请先依法撤销、撤回或者注销，再登记收回结果"),
    "tolerance_incomplete": ("容缺的材料还没有补齐，不能发证", "最晚 {until} 补齐；全部核对符合以后发证"),
    # 告知承诺、当场更正
    "undertaking_none": ("本事项没有实行告知承诺", "请按材料清单提交材料"),
    "undertaking_signed": ("已经签过告知承诺书", "不用再签"),
    "undertaking_signer": ("没有填写承诺人", "请承诺人填写姓名"),
    "undertaking_missing": ("这件办件不是以告知承诺方式准予的", "不用核查承诺"),
    "undertaking_checked": ("已经核查过承诺", "请重新打开办件查看核查结论"),
    "nothing_corrected": ("没有改动任何内容", "请改正答案或者换上新的材料以后再提交"),
    # 备案、绿色通道
    "filing_none": ("本事项不是备案", "请按受理、审查、决定的步骤办理"),
    "filing_conclusion": ("备案只能作出“予以备案”或者“不予备案”的结论", "请用“备案结论”办理"),
    "filing_nothing_missing": ("不予备案要一次列明需要补正的全部材料", "请逐行写明缺什么、怎么补"),
    "filing_something_missing": ("还列着需要补正的材料：{missing}", "材料齐全的才能予以备案；不齐全的选“不予备案”"),
    "filing_no_extension": ("备案不得延长期限", "请在次一工作日内作出结论"),
    "expedited_already": ("这件办件已经在绿色通道里", "不用再列入"),
    # 收款
    "fee_method": ("没有选缴费方式", "请选现金、银行转账或者POS刷卡"),
    "fee_tendered_short": ("实收现金少于应缴金额", "费用一次缴清；请核对实收金额"),
    "fee_reference_missing": ("没有填写交易流水号", "请照银行回单、POS签购单填写流水号"),
    "till_closed": ("今天已经日结，不能再收款或者退款", "请由其他收费人员办理，或者次日办理"),
    "till_count": ("清点的现金金额不对", "请填以元为单位的金额，最多两位小数"),
    "till_reason": ("清点的现金与账面不符，没有写明原因", "请写明长款或者短款的原因后再日结"),
    # 网上缴费
    "checkout_open": ("有一笔网上缴费还没有结果", "请先查询支付结果；没有支付的，支付单关闭以后再办"),
    "checkout_unknown": ("没有这张支付单", "款项已转入待查款，由中心查明"),
    "checkout_amount": ("支付的金额与支付单不符", "款项已转入待查款，由中心查明"),
    "checkout_over": ("这张支付单已经有结果", "请重新打开办件查看"),
    "gateway_away": ("网上支付暂时不能使用：连不上支付平台", "请稍后再试，或者到窗口缴费；已经支付的不用重复支付"),
    # 退付
    "collection_unknown": ("没有这笔收款", "请重新打开办件查看"),
    "refund_amount": ("退付的金额不对", "请填大于零、不超过可退余额的金额"),
    "refund_reversed": ("这笔收款已经冲正，或者已经申请退付", "请重新打开办件查看"),
    "refund_running": (
        "这件办件还在办理，退还全部费用就成了没有缴费",
        "收错的请当日冲正；确需全退的，作出决定以后再办，或者只退多收的部分",
    ),
    "refund_answered": ("这笔退付已经审批过", "请重新打开办件查看"),
    "refund_not_approved": ("这笔退付还没有批准，或者已经办完", "请重新打开办件查看"),
    "refund_by_gateway": ("网上缴费原路退回，由支付平台办理", "请在列表里点“发起退款”，不用登记"),
    "reversal_online": ("网上缴费不能冲正", "请申请退费，原路退回"),
    "reversal_late": ("冲正只能在收款当日、日结以前办理", "请改为申请退费"),
    "reversal_relied_on": ("已经根据这笔缴费作出决定，不能冲正", "请改为申请退费"),
    # 收费标准
    "fee_quantity": ("“{fee}”的数量不对", "请填大于零的数量"),
    "fee_reduction_unknown": ("“{fee}”没有“{reduction}”这一项减免", "请选收费标准列明的减免"),
    "fee_by_standard": ("“{fee}”有收费标准，金额由标准算出", "请填数量，不要直接填金额"),
    "fee_standard_none": ("“{fee}”今天没有收费标准", "请直接填金额，或者先发布收费标准"),
    "standard_not_listed": ("“{fee}”不在这个事项的收费项目里", "没有法律、行政法规依据的，不得收费"),
    "standard_basis_missing": ("没有写标准文件", "请写明公布的收费标准文件和文号"),
    "standard_price": ("计费单位、单价或者封顶金额不对", "单价、封顶要大于零，并写明计费单位"),
    "standard_early": ("施行日期太早，最早从 {first} 起", "已经施行过的标准不能改，新标准从今天或者以后施行"),
    "standard_reduction": ("减免没有写全", "每一项减免要写明名称、依据，缴纳比例在 0 到 99 之间"),
    # 对账
    "stray_settled": ("这笔待查款已经查清", "请重新打开列表查看"),
}
VERBS: Mapping[str, str] = {
    "money.till_closed": "日结",
    "money.unexplained": "待查款入册",
    "money.explained": "查明待查款",
    "money.reconciled": "对账",
    "money.standard_issued": "发布收费标准",
}
