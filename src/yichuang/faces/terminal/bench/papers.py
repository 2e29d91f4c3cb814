"""`./yc bench --papers`: papers made, papers sealed, a certificate verified, old certificates imported (文书基准).

Everything runs in one process on a database of its own (SQLite in a temporary folder), one after the other. Rates are
for each second of one core: work over CPU time of the process, its threads included.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

PAPERS, SEALED, QUESTIONS = 480, 40, 200
PREFIX = "-".join(("BM", "2026", ""))
PUBLIC = "https://zwfw.jianing.example"
_PLAIN_CASE = ["receipt", "acceptance", "grant", "certificate", "pick_up", "delivery"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what, how much, and the target it is held against."""

    name: str
    value: float | None
    unit: str
    target: float | None = None
    at_least: bool = True
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is none, or no value."""
        if self.value is None or self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def run(*, quick: bool, as_json: bool) -> int:
    """Measure, print. Return 0 unless something could not run."""
    with tempfile.TemporaryDirectory(prefix="yc-bench-papers-") as folder:
        _prepared(Path(folder))
        figures = [figure for measure in _MEASURES for figure in _safely(measure, quick, Path(folder))]
    told = [asdict(figure) | {"met": figure.met} for figure in figures]
    print(json.dumps({"results": told}, ensure_ascii=False, indent=2) if as_json else "\n".join(map(_line, figures)))
    return 1 if any(figure.value is None for figure in figures) else 0


def _prepared(folder: Path) -> None:
    (folder / "data" / "static").mkdir(parents=True)
    os.environ.pop("DATABASE_URL", None)
    os.environ.update({
        "YICHUANG_DATA": str(folder / "data"), "YICHUANG_TASKS": "worker", "YICHUANG_DEBUG": "", "YICHUANG_DEMO": "",
        "YICHUANG_SEAL_KEYS": str(folder / "seals"), "DJANGO_SETTINGS_MODULE": "yichuang.config.settings",
    })  # fmt: skip
    from yichuang.faces.terminal.bench.reference import build
    from yichuang.faces.terminal.site import ready

    ready()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    build()
    _press_here()


def _press_here() -> None:
    """Let papers be made in this process, so that its CPU time is what they cost."""
    from yichuang.records.documents import pressing, rendering

    class Here:
        """The press without a process of its own."""

        def make(self, source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any]) -> Any:
            """Return what the press returns."""
            return pressing.press(source, inputs, timestamp, how)

        def run(self, work: Callable[..., Any], *about: Any) -> Any:
            """Do the work here."""
            return work(*about)

    rendering.THE_PRESS = Here()  # type: ignore[assignment]


def _made(quick: bool, _: Path) -> Iterator[Figure]:
    """Papers of all kinds in turn, each another one; then those that a plain case leaves behind."""
    from yichuang.records.documents.rendering import render
    from yichuang.records.documents.samples import case_no, sample_of, told

    every = list(told()["kinds"])
    count = PAPERS // 5 if quick else PAPERS
    for name, kinds in (("made", every), ("made_plain_case", _PLAIN_CASE)):
        for kind in kinds:
            render(sample_of(kind), case_no(), PUBLIC)
        busy = process_time()
        for number in range(count):
            kind = kinds[number % len(kinds)]
            render(sample_of(kind, applicant=f"基准{number}号建材有限公司"), f"{PREFIX}{number:06d}", PUBLIC)
        rate = count / (process_time() - busy)
        which = f"{len(kinds)} kinds in turn" if kinds is every else "、".join(kinds)
        yield Figure(name, rate, "papers/s/core", 100, note=f"{which}; unsealed, warm, PDF/A-2a, codes with an address")


def _sealed(quick: bool, _: Path) -> Iterator[Figure]:
    """A decision made and sealed, again and again: PAdES with a time-stamp of the inner authority."""
    from yichuang.faces.terminal.bench.reference import AT
    from yichuang.records.documents.rendering import render
    from yichuang.records.documents.samples import case_no, sample_of
    from yichuang.records.seals.drawing import Imprint
    from yichuang.records.seals.keeping import keep_lists_fresh, make_key, means
    from yichuang.records.seals.sealing import Wish, seal_paper

    keep_lists_fresh(AT)
    key = str(make_key("bench", "基准印章", AT)["key"])
    for archival in (False, True):
        for number in range(SEALED // 4 if quick else SEALED):
            if number == 1:  # the first one opens the key
                busy = process_time()
            wish = Wish(key, Imprint("嘉宁市水务局", "", "样章"), "嘉宁市水务局", f"BM{number}", AT, archival)
            done = seal_paper(render(sample_of("grant", sealed="样章"), case_no()), wish, means())
            assert done is not None
        rate = number / (process_time() - busy)
        name = "made_and_sealed_archival" if archival else "made_and_sealed"
        yield Figure(name, rate, "papers/s/core", 20, note="grant, PAdES" + ("-LTA" if archival else "-LT"))


def _verified(quick: bool, _: Path) -> Iterator[Figure]:
    """A sealed certificate looked up by its QR code, each time from another address: the whole page."""
    from django.test import Client

    from yichuang.acts.context import Context
    from yichuang.acts.papers.make import make_missing
    from yichuang.faces.terminal.bench.acts_life import Life
    from yichuang.faces.terminal.bench.reference import AT
    from yichuang.records.certificates.models import Certificate
    from yichuang.records.certificates.signature import forget
    from yichuang.records.certificates.verdicts import lose
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    Life(0).live()
    _sealing(directory())
    made = make_missing(Context(SYSTEM, AT, directory()), 100)
    assert not made.faults, made.faults
    token = Certificate.objects.filter(region_code="990199").values_list("verify_token", flat=True)[0]
    client = Client()
    for turn, (name, told) in enumerate(_LOOKS.items()):
        spent = []
        for number in range(QUESTIONS // 4 if quick else QUESTIONS):
            if turn:
                forget()
            if turn == 2:
                lose()
            start = perf_counter()
            answer = client.get(f"/verify/{token}/", REMOTE_ADDR=f"10.{1 + turn}.{number // 250}.{number % 250 + 1}")
            spent.append((perf_counter() - start) * 1000)
            assert "签章完好" in answer.content.decode()
        note = f"sealed, page, median; 95%: {quantiles(spent, n=20)[-1]:.1f} ms"
        target = 50 if turn < 2 else None
        yield Figure(name, median(spent), "ms", target, at_least=False, note=f"{note}; digest counted, {told}")


_LOOKS = {
    "verified": "signature checked before in this process",
    "verified_first": "first look of a process, signature checked when the paper was sealed",
    "verified_anew": "signature checked anew each time, as after a change of whom to trust",
}


def _sealing(found: Any) -> None:
    """Give the department a seal, so that the certificate bears a signature."""
    from yichuang.acts.context import Context
    from yichuang.acts.seals.register import NewSeal, register_seal
    from yichuang.faces.terminal.bench.reference import AT
    from yichuang.records.ids import new_id
    from yichuang.records.seals.models import SealKind
    from yichuang.rules.officers import Grant, Officer
    from yichuang.rules.seals.life import REGISTRARS

    manager = Officer(new_id(), "基准", (Grant(new_id(), min(REGISTRARS), "990199"),))
    body = next(one.name for one in found.departments.values())
    keeper = next(iter(found.names))
    register_seal(NewSeal("990199", body, SealKind.DEPARTMENT, keeper, AT.date()), Context(manager, AT, found))


def _safely(measure: Callable[[bool, Path], Iterator[Figure]], quick: bool, folder: Path) -> Iterator[Figure]:
    """Yield the figures of a measure, or that it could not run and why."""
    name = measure.__name__.strip("_")
    print(f"测量：{name}……", file=sys.stderr, flush=True)
    try:
        yield from measure(quick, folder)
    except Exception as fault:  # it is told in the report, and in the exit code
        yield Figure(name, None, "", note=f"NOT RUN: {type(fault).__name__}: {fault}")


def _line(figure: Figure) -> str:
    if figure.value is None:
        return f"{figure.name}：{figure.note}"
    goal = "" if figure.target is None else f"（目标 {figure.target:g}，{'达到' if figure.met else '未达到'}）"
    return f"{figure.name}：{figure.value:.1f} {figure.unit}{goal}　{figure.note}"


def _imported(quick: bool, folder: Path) -> Iterator[Figure]:
    from yichuang.faces.terminal.bench.imported import imported

    for name, value, unit, target, note in imported(quick, folder):
        yield Figure(name, value, unit, target, at_least=False, note=note)


_MEASURES = (_made, _sealed, _verified, _imported)
