"""One Chinese sentence for what is wrong with an identifier and what to do (号码校验提示). No Django here."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.rules.identifiers import Fault, IdentifierCheck, IdentifierKind

KIND_NAMES: Mapping[IdentifierKind, str] = {
    IdentifierKind.USCC: "统一社会信用代码",
    IdentifierKind.PERSON: "公民身份号码",
    IdentifierKind.ORGANISATION: "组织机构代码",
    IdentifierKind.LICENCE: "电子证照标识",
}

_PAPERS: Mapping[IdentifierKind, str] = {
    IdentifierKind.USCC: "营业执照或登记证书",
    IdentifierKind.PERSON: "居民身份证",
    IdentifierKind.ORGANISATION: "组织机构代码证",
    IdentifierKind.LICENCE: "电子证照",
}

_ALPHABETS: Mapping[IdentifierKind, str] = {
    IdentifierKind.USCC: "只用数字和大写字母，第3至8位是数字，不用字母 I、O、S、V、Z",
    IdentifierKind.PERSON: "前17位只用数字，最后一位是数字或 X",
    IdentifierKind.ORGANISATION: "前8位是数字或大写字母，最后一位是数字或 X",
    IdentifierKind.LICENCE: "各段只用数字和大写字母，版本号是3位数字",
}

_SEGMENTS = {
    "type": "证照类型代码",
    "issuer": "颁发机构代码",
    "serial": "流水号",
    "version": "版本号",
    "check": "校验位",
}

_SENTENCES: Mapping[Fault, str] = {
    Fault.EMPTY: "没有填写{kind}，请照{paper}填写。",
    Fault.LENGTH: "{kind}应为{expected}位，这里是{length}位，请照{paper}核对是否漏填或多填。",
    Fault.CHARACTER: "{kind}的第{position}位“{character}”不对：{alphabet}。请照{paper}核对。",
    Fault.CHECK: "{kind}的校验码“{character}”与前面的字符不符，至少有一位填错，请照{paper}逐位核对。",
    Fault.INNER_CHECK: "{kind}第9至17位（主体标识码）的校验码“{character}”不符，请照{paper}逐位核对。",
    Fault.BIRTH_DATE: "{kind}第7至14位“{digits}”不是真实的日期，请照{paper}核对出生日期。",
    Fault.FUTURE: "{kind}里的出生日期{born}晚于今天（{today}），请照{paper}核对。",
    Fault.ROOT: "{kind}应以“{expected}.”开头，请从{paper}复制完整的标识。",
    Fault.SEGMENTS: "{kind}根代码之后应有{expected}段，这里是{segments}段，请从{paper}复制完整的标识。",
    Fault.SEGMENT_LENGTH: "{kind}的{segment}应为{bounds}位，这里是{length}位，请照{paper}核对。",
}
_CONVERTED = "这是15位的第一代身份号码，已停止使用，请填写18位号码；按规则升位后是{converted}，请照居民身份证核对。"
_NOT_CONVERTED = "这是15位的第一代身份号码，且其中的出生日期不是真实的日期，请照居民身份证填写18位号码。"


def identifier_sentence(answer: IdentifierCheck) -> str:
    """Return the sentence for a check: what is wrong and what to do, or that it is right."""
    if answer.ok:
        return f"{KIND_NAMES[answer.kind]}格式和校验码正确。"
    facts = dict(answer.facts)
    if answer.fault is Fault.FIRST_GENERATION:
        return (_CONVERTED if facts["converted"] else _NOT_CONVERTED).format(**facts)
    if "segment" in facts:
        facts["segment"] = _SEGMENTS[str(facts["segment"])]
        bounds = dict.fromkeys([str(facts["shortest"]), str(facts["longest"])])
        facts["bounds"] = "至".join(bounds)
    words = {
        "kind": KIND_NAMES[answer.kind],
        "paper": _PAPERS[answer.kind],
        "alphabet": _ALPHABETS[answer.kind],
    }
    return _SENTENCES[answer.fault].format(**words, **facts)
