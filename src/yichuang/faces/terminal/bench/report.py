"""What a run found, in words and for machines (基准报告)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from yichuang.faces.terminal.bench.rounds import Result

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a run, and what its verification found."""

    server: str
    results: Sequence[Result]
    cases: int
    faults: Sequence[str]

    def as_json(self) -> str:
        """Return the figures for machines."""
        told = {
            "server": f"PostgreSQL {self.server}",
            "results": [result.told() for result in self.results],
            "verified": {"cases": self.cases, "faults": list(self.faults)},
        }
        return json.dumps(told, ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        """Return a table in words."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"PostgreSQL {self.server}，写盘后才算完成。"
        yield "极限：pgbench 运行 shared/bench 的脚本，不改一字；同一服务器，同样多的客户端，轮流测。"
        for result in self.results:
            yield _line(result)
        yield f"核对：{self.cases} 件，每件七条账目，哈希链与自检——{'无不符' if not self.faults else '有不符：'}"
        yield from self.faults[:_SHOWN]
        if len(self.faults) > _SHOWN:
            yield f"……共 {len(self.faults)} 处"


def _line(result: Result) -> str:
    told = result.told()
    head = f"{result.through} · {result.workers} 个工作进程：极限的 {result.ratio:.2f}"
    goal = "" if result.target is None else f"（目标 {result.target:.2f}，{_met(result)}）"
    rates = f"每秒 {_rate(result.ours)} 件，极限 {_rate(result.limit)} 件"
    cpu = f"每件 CPU 毫秒：应用 {told['app_cpu_ms']}，数据库 {told['db_cpu_ms']}，为极限的 {result.cpu_multiple:.1f} 倍"
    return f"{head}{goal}\n    {rates}；{cpu}"


def _met(result: Result) -> str:
    return "达到" if result.target is not None and result.ratio >= result.target else "未达到"


def _rate(paces: Sequence[object]) -> str:
    return f"{median(pace.rate for pace in paces):.0f}"  # type: ignore[attr-defined]
