"""Words of refusals about the cash desk, online payments, refunds, standards and reconciliation."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
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
