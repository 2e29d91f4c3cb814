"""What the seal on a certificate's file is worth, in words (验章结果)."""

from __future__ import annotations

from yichuang.records.seals.signing.check import Checked

_UNSURE = {
    "no_trust": "签章完好，盖章之后没有改动；本平台没有列入它的发证机构，不能判断是谁的章",
    "untrusted": "签章完好，盖章之后没有改动；发证机构不在本平台信任的名单里，不能判断是谁的章",
    "time_untrusted": "签章完好，盖章之后没有改动；时间戳的机构不在本平台信任的名单里",
}
_BROKEN = {
    "not_sealed": "登记为已经盖章，文件里却没有签章",
    "changed": "盖章之后内容被改动",
    "expired": "盖章时签章证书不在有效期内",
    "revoked": "盖章时这枚印章已经停用或者销毁",
    "time_broken": "时间戳无效",
    "no_time": "没有时间戳",
    "other_seal": "签章不是登记的那枚印章",
}


def words_of_seal(found: Checked | None) -> tuple[str, bool]:
    """Return a sentence, and whether it is a warning; no sentence for a paper without a seal."""
    if found is None:
        return "", False
    if found.fault in _UNSURE:
        return _UNSURE[found.fault], False
    if found.fault:
        return _BROKEN.get(found.fault, "签章的结构不对或者损坏"), True
    test = "；这是测试签章，不具有法律效力" if found.test else ""
    return f"签章完好，由{found.signer}签署，盖章之后没有改动{test}", False
