"""The page a legal officer reads (对照表): plain Markdown, the same for the same sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from yichuang.faces.common.wording.around.staffing import VERBS as STAFFING_VERBS
from yichuang.faces.common.wording.passing import VERBS as PASSING_VERBS
from yichuang.faces.common.wording.projects import VERBS as PROJECT_VERBS
from yichuang.faces.common.wording.seals import VERBS as SEAL_VERBS
from yichuang.faces.terminal.traceability.finding import Found, room
from yichuang.faces.terminal.traceability.requirements import Row
from yichuang.faces.terminal.traceability.tree import Symbol, Tree
from yichuang.law.book import book
from yichuang.rules.transitions import TABLE

PARTS = {
    1: "第一个办件，从指南到证照",
    2: "联合办理、会审、层级、备案、容缺、缴费等各地制度",
    3: "文书、印章、证照、收费、送达、归档",
    4: "大厅、监察、评价、人员、统计、公开",
    5: "管理、导入、身份、数据交换",
    6: "安全和规模",
}
_ROOMS = {"rules": "规则", "records": "记录", "faces": "界面", "acts": "另见"}
_OTHER = {
    "item.published": "发布事项",
    "template.published": "发布文书模板",
    **PROJECT_VERBS,
    **PASSING_VERBS,
    **STAFFING_VERBS,
    **SEAL_VERBS,
}
_TABLE = ("| 编号 | 规则 | 出处 | 已有的参数 | 算例 |", "|---|---|---|---|---|")
_HEAD = """# 需求落实对照表

本页由 `./yc traceability` 检索源文件生成，不要手改。条目写在 `docs/legal/requirements.yaml`，
原始文件的编号见 `src/yichuang/law/sources.yaml`。

怎么检索：

- **参数**：取值的依据落在这一条的条文里，或者条目直接写了参数名；括号里是有取值的适用范围。
- **规则、记录、界面**：函数说明的 `Basis:` 或者代码里的依据落在条文里，或者读取了上面的参数，或者条目直接写了它。
- **行为**：流转表（`./yc law transitions`）里这一行的依据，或者行为自己的依据落在条文里，或者条目直接写了它。
- **算例**：`tests/law_cases/` 里同一编号的例子。
- **测试**：直接用到上面这些函数的测试，或者打开条目所写页面的测试。
- **页面**：条目直接写的，以及每个界面里最直接用到上面这些行为和函数的地址。

“已办”的意思是：有代码，并且有测试或者算例；带日期的必须有算例。做不到的，写明由后面哪一部分办理。
"""


def page(rows: Sequence[Row], found: Mapping[str, Found], tree: Tree) -> str:
    """Return the whole page."""
    done = [row for row in rows if row.done]
    parts = sorted({row.part for row in rows} - {1})
    lines = [_HEAD, *_summary(rows), "", "## 已办", ""]
    for row in done:
        lines += _block(row, found[row.no])
    for part in parts:
        lines += [f"## 第{part}部分　{PARTS[part]}", "", *_TABLE]
        lines += [_line(row, found[row.no]) for row in rows if row.part == part]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _summary(rows: Sequence[Row]) -> Iterator[str]:
    counts = Counter((row.part, bool(row.rest), row.no[0]) for row in rows)
    yield "| | 法律（L） | 各地文件（R） |"
    yield "|---|---|---|"
    for words, key in (("已办", (1, False)), ("已办，余下一小部分在后面", (1, True))):
        yield f"| {words} | {counts[*key, 'L']} | {counts[*key, 'R']} |"
    for part in sorted({row.part for row in rows} - {1}):
        yield f"| 第{part}部分：{PARTS[part]} | {counts[part, False, 'L']} | {counts[part, False, 'R']} |"
    yield f"| 合计 | {sum(row.no[0] == 'L' for row in rows)} | {sum(row.no[0] == 'R' for row in rows)} |"


def _block(row: Row, found: Found) -> list[str]:
    lines = [f"### {row.no}　{row.title}", ""]
    told_already = {symbol.path for symbol in found.acts.values()}
    code = [symbol for symbol in found.code if symbol.path not in told_already]
    pairs = (
        ("依据", _cited(row)),
        ("参数", "；".join(_norm(name, profiles) for name, profiles in found.norms.items())),
        ("行为", "；".join(f"{_words(verb)} `{symbol.path}`" for verb, symbol in sorted(found.acts.items()))),
        *((words, _code(symbol for symbol in code if room(symbol) == name)) for name, words in _ROOMS.items()),
        ("算例", "；".join(f"`{path}`（{count} 例）" for path, count in found.cases.items())),
        ("测试", "、".join(f"`{path}`" for path in found.tests)),
        ("页面", "、".join(f"`{url}`" for url in found.screens)),
        ("留给后面", "；".join(f"第{part}部分：{words}" for part, words in row.rest.items())),
    )
    told: dict[str, list[str]] = {}
    for words, text in pairs:
        told.setdefault(words, []).extend([text] if text else [])
    return [*lines, *(f"- {words}：{'；'.join(texts)}" for words, texts in told.items() if texts), ""]


def _line(row: Row, found: Found) -> str:
    norms = "、".join(book().parameter(name).term for name in found.norms)
    examples = "有" if found.cases else ""
    return f"| {row.no} | {row.title} | {_cited(row)} | {norms} | {examples} |"


def _cited(row: Row) -> str:
    return "、".join(book().cite(article) for article in (*row.articles, *row.source))


def _norm(name: str, profiles: Iterable[str]) -> str:
    return f"{book().parameter(name).term} `{name}`（{'、'.join(profiles)}）"


def _words(verb: str) -> str:
    return next((step.words for step in TABLE if step.verb == verb), _OTHER.get(verb, verb))


def _code(symbols: Iterable[Symbol]) -> str:
    """Return the files with the public names in them."""
    by_path: dict[str, list[str]] = {}
    for symbol in symbols:
        shown = by_path.setdefault(symbol.path, [])
        if symbol.name and not symbol.name.startswith("_"):
            shown.append(symbol.name)
    return "；".join(f"`{path}` {'、'.join(shown)}".rstrip() for path, shown in by_path.items())
