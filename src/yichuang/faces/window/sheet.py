"""The table of materials on the desk (材料核对表): what is asked, what was brought, the verdict and the defect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.window.attachments import sealed, taken, unsealed
from yichuang.records.cases.models import Material, MaterialVerdict

_TICKED = tuple(verdict.value for verdict in MaterialVerdict)
_DEFECT_MAX = 500
COPIES = "copy"  # only a copy was shown, no original
_DEFECT_MISSING = "标了“补正”，请写明缺什么、怎么改"
_DEFECT_LONG = "写得太长，请压缩到 500 字以内"


@dataclass(frozen=True, slots=True)
class Line:
    """One material on the desk."""

    number: int
    key: str
    name: str
    required: bool
    wanted: str
    when: str = ""
    exempt: bool = False
    phrases: tuple[str, ...] = ()
    verdict: str = MaterialVerdict.UNSEEN.value
    defect: str = ""
    files: tuple[Mapping[str, Any], ...] = ()
    originals: int = 0
    copies: int = 0
    error: str = ""
    stored: bool = False  # the files stand on record: they have an address
    deferrable: bool = False  # may be handed in later (可容缺)
    spared: bool = False  # the signed undertaking stands for it (以承诺代替)
    promised: bool = False  # the applicant signed that it will be

    @property
    def ok(self) -> bool:
        """Return whether it is ticked 符合."""
        return self.verdict == MaterialVerdict.OK

    @property
    def wrong(self) -> bool:
        """Return whether it is ticked 补正."""
        return self.verdict == MaterialVerdict.CORRECT

    @property
    def late(self) -> bool:
        """Return whether it is ticked 容缺."""
        return self.verdict == MaterialVerdict.DEFERRED

    @property
    def kept(self) -> str:
        """Return the uploaded files as a sealed text that a form carries until they are put on record."""
        return sealed(self.files)

    @property
    def only_copies(self) -> bool:
        """Return whether no original was shown though copies were."""
        return bool(self.copies and not self.originals)

    @property
    def anchor(self) -> str:
        """Return the id of the control that an error links to."""
        return f"d-{self.key}"


def lines_asked(slots: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Return the lines of what an item asks for."""
    return tuple(_line(number, slot) for number, slot in enumerate(slots, 1))


def lines_of(
    rows: Sequence[Material], slots: Iterable[Mapping[str, Any]], spared: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Return the lines of a case as they stand on record; for the `spared` ones a promise stands."""
    known = {slot["key"]: slot for slot in slots}
    return tuple(
        replace(
            _line(number, known.get(row.key, {"key": row.key, "name": row.name})),
            name=row.name,
            required=row.required,
            verdict=row.verdict,
            defect=row.defect,
            files=tuple(row.files),
            stored=True,
            spared=row.key in spared,
        )
        for number, row in enumerate(rows, 1)
    )


def ticked(lines: Iterable[Line], post: QueryDict) -> tuple[Line, ...]:
    """Return the lines with the verdicts and defects that were posted."""
    return tuple(_ticked(line, post) for line in lines)


def with_files(lines: Iterable[Line], request: HttpRequest) -> tuple[Line, ...]:
    """Return the lines with what was uploaded now and before; a file that can't be taken has its sentence."""
    return tuple(_with_files(line, request) for line in lines)


def emptied(line: Line) -> Line:
    """Return the line as it awaits new files."""
    return replace(line, files=(), stored=False)


def unexplained(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines, those marked 补正 without a usable word about the defect with an error."""
    return tuple(replace(line, error=line.error or _fault(line)) for line in lines)


def errors_of(lines: Iterable[Line]) -> list[FieldError]:
    """Return the errors of the lines for the summary."""
    return [_Error(line.anchor, f"第 {line.number} 项“{line.name}”", line.error) for line in lines if line.error]


def verdicts(lines: Iterable[Line]) -> dict[str, str]:
    """Return the verdicts by key."""
    return {line.key: line.verdict for line in lines}


def promised(lines: Iterable[Line]) -> bool:
    """Return whether the applicant signed to bring the rest in time (容缺承诺)."""
    return any(line.promised for line in lines)


def defects(lines: Iterable[Line]) -> dict[str, str]:
    """Return the defects of what is marked 补正 by key."""
    return {line.key: line.defect for line in lines if line.wrong}


def tally(lines: Sequence[Line]) -> str:
    """Return 6 份：4 符合 · 1 补正 · 1 未看."""
    right, wrong = sum(line.ok for line in lines), sum(line.wrong for line in lines)
    late = sum(line.late for line in lines)
    rest = len(lines) - right - wrong - late
    parts = [f"{right} 符合"] if right else []
    parts += [f"{wrong} 补正"] if wrong else []
    parts += [f"{late} 容缺"] if late else []
    parts += [f"{rest} 未看"] if rest else []
    return f"{len(lines)} 份：{' · '.join(parts)}"


def _line(number: int, slot: Mapping[str, Any]) -> Line:
    return Line(
        number=number,
        key=slot["key"],
        name=slot["name"],
        required=bool(slot.get("required", True)),
        wanted=_wanted(slot),
        when=slot.get("when", ""),
        exempt=bool(slot.get("share_exempt")),
        deferrable=bool(slot.get("deferrable")),
        phrases=tuple(slot.get("common_mistakes") or ()),
        originals=int(slot.get("originals") or 0),
        copies=int(slot.get("copies") or 0),
    )


def _wanted(slot: Mapping[str, Any]) -> str:
    counted = (("原件", slot.get("originals")), ("复印件", slot.get("copies")))
    return " ".join(f"{word} {count}" for word, count in counted if count)


def _ticked(line: Line, post: QueryDict) -> Line:
    verdict = post.get(f"m-{line.key}", line.verdict)
    defect = post.get(f"d-{line.key}", line.defect).strip()
    late_anyway = verdict == MaterialVerdict.DEFERRED and not line.deferrable
    told = verdict if verdict in _TICKED and not late_anyway else line.verdict
    line = _compared(line, post.get(f"o-{line.key}", ""))
    return replace(line, verdict=told, defect=defect, promised=post.get("w_promised") == "1")


def _compared(line: Line, with_what: str) -> Line:
    """Return the line with what was shown: originals, or copies alone (只收复印件)."""
    if with_what != COPIES:
        return line
    return replace(line, originals=0, copies=max(1, line.copies))


def _fault(line: Line) -> str:
    if not line.wrong:
        return ""
    if not line.defect:
        return _DEFECT_MISSING
    return _DEFECT_LONG if len(line.defect) > _DEFECT_MAX else ""


def _with_files(line: Line, request: HttpRequest) -> Line:
    before = line.files if line.stored else unsealed(request.POST.get(f"k-{line.key}", ""))
    new, fault = taken(request, f"f-{line.key}")
    return replace(line, files=(*before, *new), error=line.error or fault)


class _Error(FieldError):
    """An error whose control has an id of its own."""

    @property
    def anchor(self) -> str:
        return self.field
