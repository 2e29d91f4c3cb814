"""Words of the numbers of papers (发文字号的类别字), and what each kind rests on."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.records.documents.models import DocumentKind

WORDS: Mapping[str, str] = {
    DocumentKind.ACCEPTANCE: "许受",
    DocumentKind.CORRECTION: "许补",
    DocumentKind.NOT_NEEDED: "许告",
    DocumentKind.REFUSAL: "许不受",
    DocumentKind.PAUSE: "许特",
    DocumentKind.RESUME: "许复",
    DocumentKind.EXTENSION: "许延",
    DocumentKind.DUE_MOVED: "许期",
    DocumentKind.NEXT_STAGE: "许阶",
    DocumentKind.TOLERANCE: "许容",
    DocumentKind.FEE_NOTICE: "许缴",
    DocumentKind.FILED: "备案",
    DocumentKind.NOT_FILED: "不备",
    DocumentKind.LAPSED: "许逾",
    DocumentKind.GRANT: "许准",
    DocumentKind.DENIAL: "许不准",
    DocumentKind.INTERESTED: "听告",
    DocumentKind.HEARING_NOTICE: "听通",
    DocumentKind.REVOCATION: "许撤",
    DocumentKind.TAKEN_BACK: "许回",
    DocumentKind.PENALTY_CANCELLATION: "许吊",
    DocumentKind.DEREGISTRATION: "许注",
    DocumentKind.CHANGE: "许变",
    DocumentKind.CONSULTATION_LETTER: "征函",
    DocumentKind.MEETING_NOTICE: "会通",
    DocumentKind.MEETING_LETTER: "会函",
    DocumentKind.MEETING_MINUTES: "会纪",
    DocumentKind.FORWARDING: "转报",
    DocumentKind.FORWARD_RECEIPT: "转收",
    DocumentKind.REPORTED_UP: "上报",
    DocumentKind.CO_CONCLUSION: "并结",
    DocumentKind.URGING: "催办",
    DocumentKind.CARD: "督办",
}
# What a paper rests on where its act names nothing more special.
BASIS: Mapping[str, str] = {
    DocumentKind.RECEIPT_PENDING: "XKF-32.1(4)",
    DocumentKind.ACCEPTANCE: "XKF-32.1(5)",
    DocumentKind.CORRECTION: "XKF-32.1(4)",
    DocumentKind.NOT_NEEDED: "XKF-32.1(1)",
    DocumentKind.PAUSE: "XKF-45",
    DocumentKind.RESUME: "XKF-45",
    DocumentKind.EXTENSION: "XKF-42.1",
    DocumentKind.DUE_MOVED: "XKF-82",
    DocumentKind.INTERESTED: "XKF-36, XKF-47.1",
    DocumentKind.HEARING_RIGHT: "XKF-36, XKF-47.1",
    DocumentKind.HEARING_NOTICE: "XKF-48.1(1)",
    DocumentKind.HEARING_ANNOUNCEMENT: "XKF-46, XKF-48.1(2)",
    DocumentKind.HEARING_RECORD: "XKF-48.1(5)",
    DocumentKind.INSPECTION: "XKF-34.3, XKF-55.2",
    DocumentKind.REVOCATION: "XKF-69",
    DocumentKind.TAKEN_BACK: "XKF-8.2",
    DocumentKind.PENALTY_CANCELLATION: "XKF-80",
    DocumentKind.DEREGISTRATION: "XKF-70",
    DocumentKind.CHANGE: "XKF-49",
    DocumentKind.FORWARDING: "XKF-35",
    DocumentKind.FORWARD_RECEIPT: "XKF-35",
    DocumentKind.REPORTED_UP: "XKF-35",
}
