"""The words of refusals about the library of certificates (电子证照库): types, suspension, codes, reuse, lists."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 原件核对
    "no_original_named": ("没有选核对过原件的材料", "请勾选原件已经当面核对的材料；材料有变动的，请刷新页面"),
    "nothing_to_compare": ("这份材料还没有影像或者复印件，没有可以和原件核对的", "请先收下影像或者复印件"),
    "faulty_not_compared": ("这份材料等着补正，不能登记为与原件核对无误", "请在补正以后再核对"),
    "original_seen_before": ("这份材料的原件已经核对过", "不用再登记"),
    # 类型目录
    "type_code_malformed": (
        "证照类型代码“{told}”不对",
        "代码共 21 位：定义这种证照的单位的统一社会信用代码 18 位，加 3 位数字顺序号",
    ),
    "type_code_fixed": (
        "证照类型代码定下后不能改，现在是 {told}",
        "代码写在每本证照的标识里；要换代码，请另建一个类型",
    ),
    "type_name_missing": ("没有写证照名称", "请写全称，例如“取水许可证”"),
    "type_taken": ("已经有名称是“{name}”或者代码相同的证照类型", "请打开原来的类型修改"),
    "type_unknown_word": ("持证主体类别或者可信等级不在可选范围内", "请在下拉列表里选"),
    "type_years": ("有效期要在 1 到 {most} 年之间", "长期有效的，请留空"),
    "type_issuer": ("发证机关不在本中心", "请选本中心的部门；不限部门的，请选“不限”"),
    "not_identified": ("这本证照已经有标识，或者类型目录里没有它的类型", "请先在证照类型目录里建立这种类型"),
    # 暂扣
    "suspension_state": ("这本证照现在不是有效状态，不能暂扣", "暂扣只对有效的证照；已经终止的不用再暂扣"),
    "suspension_ground": ("没有选暂扣的情形", "请选一种情形"),
    "suspension_days": ("预定截止日期在起始日期 {first} 以前", "请改截止日期，或者留空"),
    "decision_no_missing": ("没有写决定书或者协助执行通知书的文号", "请写明文号，持证人凭它申请复议或者诉讼"),
    "not_suspended": ("这本证照没有被暂扣", "请重新打开证照查看状态"),
    "ending_has_case": ("这本证照是在本平台办出来的，不能用登记代替决定", "请用“提请处理”，由负责人决定"),
    "certificate_without_case": ("存量证照没有办件，不能在这里提请处理", "在系统外作出决定后，由负责人登记终止"),
    # 授权
    "share_ended": ("这本证照已经终止，不能再授权别人查看", "别人可以用证照编号在核验页查到它的现状"),
    "share_purpose": ("没有写用途", "请写清楚拿去做什么，例如“投标资格审查”"),
    "share_recipient": ("没有写给谁看", "请写对方的单位或者姓名"),
    "share_days": ("授权的天数不在可选范围内", "请在列表里选"),
    "share_many": ("同时有效的授权码已经有 {most} 个", "请先收回不用的授权码"),
    "share_revoked": ("这个授权码已于 {on} 收回", "请联系持证人重新授权"),
    "share_over": ("这个授权码到 {on} 为止，已经过期", "请联系持证人重新授权"),
    # 免提交
    "certificate_other_type": ("“{name}”不是这里要的“{wanted}”", "请选与材料名称相同的证照，或者上传材料"),
    "certificate_not_in_force": ("这本证照现在不是有效状态，不能代替材料", "请上传其他有效的材料"),
    "certificate_not_agreed": ("没有记下申请人的同意", "请先告知用途，申请人当面同意后勾选，再使用"),
    "nothing_to_tell": ("现在没有要提醒的到期", "不用办这一步"),
    # 存量导入
    "import_known": ("这份表已于 {on} 导入过，共 {rows} 本", "不用再导入；要补充的，请另做一份表"),
    "import_faulty": ("表里有 {faults} 处错误，一本也没有导入", "请按列出的行改正后重新导入"),
    "import_all_known": ("表里的 {rows} 本都已在库", "不用再导入"),
    "import_empty": ("表里没有证照", "请核对工作表的第一行是不是列名，第二行起是不是证照"),
    # 手机扫码上传
    "upload_ended": ("这个二维码已经停用", "需要再传的，请工作人员重新出示二维码"),
    "upload_over": ("这个二维码出示后 {minutes} 分钟内有效，已经过期", "请工作人员重新出示二维码"),
    "upload_not_waited_for": ("这件办件现在不等补正或者容缺的材料，不能再传", "请向窗口工作人员问办到了哪一步"),
    "upload_other_phone": (
        "这个二维码已经由另一部手机使用，或者浏览器没有开 Cookie",
        "请用先扫码的手机继续，或者请工作人员重新出示二维码",
    ),
    "upload_many": ("一个二维码最多传 {most} 个文件", "请合并成一个 PDF，或者请工作人员重新出示二维码"),
    "upload_kept": ("这个文件还不到清除的时候", "没有收下的文件在二维码失效一天以后自动清除"),
    "upload_answered": ("这个文件已经处理过", "请刷新页面查看"),
}
VERBS: Mapping[str, str] = {
    "upload.offered": "出示上传二维码",
    "upload.arrived": "接收手机来件",
    "upload.answered": "收下手机来件",
    "upload.purged": "清除手机来件",
    "upload.ended": "停用上传链接",
}
