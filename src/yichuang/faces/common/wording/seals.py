"""Refusals about seals, in words (印章)."""

from __future__ import annotations

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "seal.registered": "登记印章",
    "seal.suspended": "停用印章",
    "seal.resumed": "恢复用印",
    "seal.destroyed": "销毁印章",
}
SENTENCES: Mapping[str, tuple[str, str]] = {
    "seal_suspended": ("印章 {seal} 已经停用，不能用印", "恢复用印以后，等待用印的文书会自动制作"),
    "seal_destroyed": ("印章 {seal} 已经销毁，不能用印", "请登记新的印章，等待用印的文书会自动制作"),
    "seal_out_of_term": ("印章 {seal} 的有效期是 {first} 至 {last}，今天不能用印", "请登记新的印章"),
    "seal_own_keeper": ("登记印章的人不能自己保管这枚印章", "请选另外一位工作人员保管"),
    "seal_state": ("印章现在的状态不能办这一步", "请重新打开这枚印章的页面，看现在的状态；销毁以前要先停用"),
    "seal_term": ("印章的有效期早于启用日期", "请核对启用日期"),
    "seal_body_unknown": ("本中心没有“{body}”这个单位", "请从列出的单位里选"),
    "seal_keeper_unknown": ("印章种类或者保管人不对", "请从列出的种类和工作人员里选"),
    "seal_key": ("这枚印章的密钥不能用：{why}", "请核对密钥文件或者密码设备"),
}
