"""Checking a paper or a certificate (文书、证照 PDF): seal, time-stamp, whole file, and the register's digest."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from pyhanko.pdf_utils.reader import PdfFileReader

from yichuang.faces.terminal.verify.asking import Asked, Found, Wrong
from yichuang.records.seals.signing.check import LARGEST, Checked, check_pdf

ZONE = ZoneInfo("Asia/Shanghai")
FAULTS = {
    "too_long": "文件过大，不核验",
    "unreadable": "不是完整的 PDF，打不开",
    "not_sealed": "没有电子签章；副本和打印件扫文件上的二维码核验",
    "layout": "签章的结构被改动",
    "gap": "签章的位置里夹带了别的内容",
    "junk": "文件末尾多出了签章以外的内容",
    "cut": "文件不完整",
    "not_final": "不是禁止改动的签章，不是本系统出具的",
    "signed_again": "盖章之后又加了别的签名",
    "no_time": "没有时间戳",
    "time_broken": "时间戳无效",
    "time_untrusted": "时间戳不是信任的机构给的",
    "broken": "签章损坏",
    "changed": "盖章之后内容被改动",
    "no_trust": "签章完好，但没有信任文件，不知道是谁的章。向出具的中心要来，用 --trust 给出；本机的用 --data",
    "untrusted": "签章不是信任的机构发的",
    "expired": "盖章时签章证书不在有效期内",
    "revoked": "盖章时这枚印章已经停用或者销毁",
    "register_differs": "与登记簿的摘要不符，文件被改动或者替换",
    "register_missing": "登记簿里没有这份文书",
}


def check(asked: Asked) -> Found:
    """Say what a paper is worth."""
    try:
        with asked.path.open("rb") as source:
            content = source.read(LARGEST + 1)
    except OSError:
        raise Wrong(f"文件读不了：{asked.path}") from None
    found = check_pdf(content, asked.trust)
    registered = asked.register(number_in(content), content) if asked.register else None
    fault = _fault(found, asked, registered)
    return Found(not fault, asked.path.name, "paper", fault, _line(asked, found, fault), _facts(found, registered))


def number_in(content: bytes) -> str:
    """Return the number that a paper gives as its own: what follows the last blank in its title."""
    try:
        return str(PdfFileReader(BytesIO(content)).trailer["/Info"]["/Title"]).rsplit(" ", 1)[-1].strip()
    except Exception:  # whatever the file is, it has no number then
        return ""


def _fault(found: Checked, asked: Asked, registered: bool | None) -> str:
    """Return the fault that counts: what the register says of the whole file goes before what the seal says."""
    if asked.register is not None and registered is not True:
        return found.fault or ("register_differs" if registered is False else "register_missing")
    if registered and found.fault == "not_sealed":
        return ""  # a paper that was given out without a seal
    return found.fault


def _line(asked: Asked, found: Checked, fault: str) -> str:
    name = asked.path.name
    if fault:
        return f"{name}：{'不能判断' if fault == 'no_trust' else '不通过'}。{FAULTS.get(fault, fault)}。"
    if not found.sealed:
        return f"{name}：通过。没有加盖电子签章，与登记簿一致。"
    at = found.at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S") if found.at else ""
    test = "（测试签章，不具有法律效力）" if found.test else ""
    also = "，与登记簿一致" if asked.register else ""
    return f"{name}：通过。{found.signer}{test}，{at} 签章，此后没有改动{also}。"


def _facts(found: Checked, registered: bool | None) -> dict[str, Any]:
    return {
        "sealed": found.sealed,
        "signer": found.signer,
        "at": found.at.isoformat() if found.at else None,
        "test": found.test,
        "archival": found.archival,
        "sha256": found.digest,
        "registered": registered,
    }
