"""主题: the two national theme lists of portals, and the special groups. Codes are text: leading zeros count."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Audience(StrEnum):
    """Whom an item serves (服务对象)."""

    PERSON = "person"  # 自然人
    ORGANISATION = "organisation"  # 法人和其他组织


_PERSON = (
    "005 生育收养 010 户籍办理 015 民族宗教 020 教育科研 025 入伍服役 030 就业创业 035 设立变更 040 准营准办 045 抵押质押 "
    "050 职业资格 055 行政缴费 060 婚姻登记 065 优待抚恤 070 规划建设 075 住房保障 085 社会保障 090 证件办理 095 交通出行 "
    "100 旅游观光 105 出境入境 110 消费维权 115 公共安全 120 司法公证 125 知识产权 130 环保绿化 135 文化体育 140 公用事业 "
    "145 医疗卫生 150 离职退休 155 死亡殡葬 998 地方特色 999 其他"
)
_ORGANISATION = (
    "005 设立变更 010 准营准办 015 资质认证 020 年检年审 025 税收财务 030 人力资源 035 社会保障 040 投资审批 045 融资信贷 "
    "050 抵押质押 055 商务贸易 060 招标拍卖 065 海关口岸 070 涉外服务 075 农林牧渔 085 国土和规划建设 090 交通运输 "
    "095 环保绿化 100 应对气候变化 105 水务气象 110 医疗卫生 115 科技创新 120 文体教育 125 知识产权 130 民族宗教 "
    "135 质量技术 140 检验检疫 145 安全生产 150 公安消防 155 司法公证 160 公用事业 165 法人注销 170 档案文物 "
    "998 地方特色 999 其他"
)


def _read(words: str) -> dict[str, str]:
    parts = words.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


THEMES: Mapping[Audience, Mapping[str, str]] = {
    Audience.PERSON: _read(_PERSON),
    Audience.ORGANISATION: _read(_ORGANISATION),
}
GROUPS: tuple[str, ...] = tuple(
    "妇女 儿童 老人 残疾人 特困人员 优抚对象 流动人口 港澳台同胞 海外侨胞 留学归国 外国人".split()
)


def theme_key(audience: Audience, code: str) -> str:
    """Return how a theme is kept on an item: "person:140"."""
    return f"{audience.value}:{code}"


def theme_name(audience: Audience, code: str) -> str:
    """Return the theme's name, or "" for a code that is not in the list."""
    return THEMES[audience].get(code, "")
