"""The words of faults in a list of old certificates (存量证照清单): which row, which column, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.rules.library.listing import Fault

_WORDS: Mapping[str, str] = {
    "column": "没有“{column}”这一列，请在第一行补上列名",
    "missing": "没有填“{column}”",
    "long": "“{column}”超过 {told} 个字",
    "type": "证照类型目录里没有“{told}”，请先建立类型，或者改成目录里的名称",
    "issuer": "本中心没有“{told}”这个部门，请填部门全称或者简称",
    "state": "状态“{told}”看不懂，请填有效、失效、撤销、撤回、吊销或者注销；暂扣的先导入为有效，再办暂扣",
    "day": "“{column}”的“{told}”不是日期，请写成 2022-03-01",
    "strange": "“{column}”里有看不见的字符或者不能用的符号（{told}），请删掉后重新填写",
    "early": "发证日期“{told}”早于 1949 年 10 月，请核对年份",
    "future": "发证日期“{told}”还没有到",
    "order": "有效期至“{told}”早于发证日期",
    "phone": "手机“{told}”不像电话号码",
    "identity_kind": "证件类型“{told}”看不懂，请填居民身份证、统一社会信用代码、组织机构代码或者其他证件",
    "identity": "证件号码不对，请逐位核对",
    "digits_lost": "证件号码被当作数字保存，后几位已经丢失，请把这一列设为文本后重新填写",
    "holder": "“{told}”不发给这一类持证人，请核对证件类型",
    "twice": "证照编号与第 {told} 行重复",
    "taken": "证照编号“{told}”已在库，但持证人或者类型不同，请核对",
}


def fault_words(fault: Fault) -> str:
    """Return the fault as a sentence: 第 12 行：没有填“持证人”。"""
    words = _WORDS.get(fault.code, fault.code).format(column=fault.column, told=fault.told[:60])
    return f"第 {fault.row} 行：{words}。"
