"""Figures of quality and of what it costs the applicant (质量、便民、收费)."""

from __future__ import annotations

from .shapes import Figure, Way

FIGURES = (
    Figure("satisfaction", "满意度", "评价为非常满意、满意、基本满意的 ÷ 全部评价；按评价日期，一件一次；"
           "经两人认定剔除的不计",
           ("satisfied",), ("rated",), Way.SHARE, 1, "%", "计入作出决定的人员和受理窗口", "YSHJ-50", public=True),
    Figure("rated", "评价", "期间内收到的评价", ("rated",), basis="YSHJ-50"),
    Figure("dissatisfied", "差评", "期间内评价为不满意、非常不满意的办件", ("dissatisfied",), basis="YSHJ-50"),
    Figure("correction_rate", "补正率", "期间内收件、曾经告知补正的办件 ÷ 收件", ("corrected",), ("received",),
           Way.SHARE, 1, "%", basis="XKF-32.1(4)"),
    Figure("few_trips_rate", "最多跑一次办件比例",
           "事项要求到现场零次或者一次的收件 ÷ 事项写明到现场次数的收件（指南要素“到办事现场次数”）",
           ("few_visits",), ("visits_known",), Way.SHARE, 1, "%", basis="S3-二(四)2", public=True),
    Figure("online_rate", "网上申请比例", "网上或者移动端提交的收件 ÷ 收件", ("online",), ("received",),
           Way.SHARE, 1, "%", basis="S3-二(四)2", public=True),
    Figure("certified", "发证", "期间内为办件制发的证照", ("certified",), basis="XKF-39"),
    Figure("e_certificate_rate", "电子证照率", "有电子证照标识的证照 ÷ 期间内发证", ("electronic",),
           ("certified",), Way.SHARE, 1, "%", basis="ZXZW-10"),
    Figure("fees", "收费", "期间内收取的行政规费，减去退还的；按入账日期和退还日期", ("fees",),
           way=Way.MONEY, unit="元", basis="S0a, XKF-59"),
    Figure("payments", "缴费笔数", "期间内收到的缴费笔数", ("payments",), unit="笔", basis="S0a"),
)  # fmt: skip
