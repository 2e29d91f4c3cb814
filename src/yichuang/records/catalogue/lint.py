"""体检: what is missing or unlawful in an item version before it is published. Errors block publishing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from yichuang.records.catalogue.elements import missing
from yichuang.records.catalogue.importing.citing import has_article
from yichuang.records.catalogue.joint import joint_faults
from yichuang.records.catalogue.levels import faults_of
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.review_rules import untold
from yichuang.rules.clockwork.terms import nominal_length
from yichuang.rules.hearing.marking import MARK
from yichuang.rules.joint.flow import CO_REVIEW
from yichuang.rules.norms import Norms, Term, Unit


class Level(StrEnum):
    """How bad a finding is (级别)."""

    ERROR = "error"  # 不得发布
    WARNING = "warning"  # 可以发布，须说明


class Version(Protocol):
    """What lint reads of an item version: rows, drafts and imports alike."""

    kind: str
    statutory_number: int | None
    statutory_unit: str
    statutory_basis: str
    promised_number: int | None
    promised_unit: str
    stages: list[dict[str, Any]]
    special_procedures: list[dict[str, Any]]
    materials: list[dict[str, Any]]
    situations: list[dict[str, Any]]
    review_rules: dict[str, Any]
    certificate: dict[str, Any]
    form_schema: dict[str, Any]
    guide: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: level, code, the words an editor reads, and the article that asks for it."""

    level: Level
    code: str
    words: str
    basis: str


_CATCH_ALL = re.compile(
    "(?:其他|其它|有关).{0,4}?(?:材料|证明|文件|资料|手续|证件|证照|要件|说明)"
    "|相关(?:材料|证明|文件|资料)|(?:其他|其它)$"
)
_NOT_COUNTED = frozenset({"issue", CO_REVIEW})
_KINDS = dict(CaseKind.choices)
_VISITS_MOST = 9  # one digit: no norm, but more is no item of any place


def lint(version: Version, norms: Norms | None = None) -> list[Finding]:
    """Return all findings, errors first. `norms` brings the local limits on promises and stages.

    Basis: XKF-24.1, XKF-30.1, XKF-35, XKF-45, YSHJ-35, YSHJ-36.2, S3-附件一(三)3
    """
    found = [finding for check in _CHECKS for finding in check(version, norms)]
    return sorted(found, key=lambda finding: finding.level is not Level.ERROR)


def _elements(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """Every element of a guide must be told, and what the place adds.  Basis: XKF-30.1, S3-二(一)2, S4-二(三)"""
    for element in missing(version, norms):
        yield Finding(Level.ERROR, "element_missing", f"缺少“{element.name}”", element.basis)


def _bases(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """A limit and every material need a legal basis.  Basis: YSHJ-35, S3-二(一)2"""
    if version.statutory_number is not None and not version.statutory_basis:
        yield Finding(Level.ERROR, "limit_without_basis", "法定时限没有写依据", "XKF-42")
    for slot in version.materials:
        basis = slot.get("legal_basis") or {}
        words = f"材料“{slot['name']}”"
        if not basis.get("basis"):
            yield Finding(Level.ERROR, "material_without_basis", f"{words}没有依据，不得要求提交", "YSHJ-35")
        elif not has_article(basis["basis"]):
            yield Finding(Level.WARNING, "basis_unspecific", f"{words}的依据没有写到条", "S3-二(一)2")


def _catch_all(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """No catch-all clauses in a list of materials.  Basis: XKF-30.1"""
    for slot in version.materials:
        said = _CATCH_ALL.search(slot["name"])
        if said:
            yield Finding(Level.ERROR, "catch_all", f"材料“{slot['name']}”含兜底表述“{said[0]}”", "XKF-30.1")


def _promise(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """A promise is due without a statutory limit, and may not exceed its share of one.  Basis: YSHJ-36.2"""
    if version.promised_number is None:
        if version.statutory_number is None:
            yield Finding(Level.ERROR, "no_limit", "没有法定时限的，必须写承诺时限", "YSHJ-36.2")
        return
    if version.promised_number == 0 and version.kind != "instant":
        yield Finding(Level.ERROR, "promise_of_nothing", "承诺 0 日的，应当改为即办件", "YSHJ-36.2")
    if not version.statutory_number:
        return
    statutory = nominal_length(Term(version.statutory_number, Unit(version.statutory_unit), ""))
    promised = nominal_length(Term(version.promised_number, Unit(version.promised_unit), ""))
    share = norms.get("promise_share_max") if norms else None
    if promised > statutory:
        yield Finding(Level.ERROR, "promise_longer", "承诺时限长于法定时限", "XKF-42")
    elif norms and share and promised > statutory * norms.ratio("promise_share_max"):
        most = norms.ratio("promise_share_max")
        words = f"承诺时限超过法定时限的 {most.numerator * 100 // most.denominator}%"
        level = Level.WARNING if version.guide.get("complex") else Level.ERROR
        yield Finding(level, "promise_above_share", words, share.basis)


def _stages(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """Stages are few and add up to the promise.  Basis: S3-二(一)3.2"""
    counted = [stage for stage in version.stages if stage["kind"] not in _NOT_COUNTED]
    most = norms.get("stages_max") if norms else None
    if norms and most and len(counted) > norms.number("stages_max"):
        level = Level.WARNING if version.guide.get("complex") else Level.ERROR
        words = f"环节 {len(counted)} 个，超过 {norms.number('stages_max')} 个"
        yield Finding(level, "too_many_stages", words, most.basis)
    total = sum(stage.get("days") or 0 for stage in counted)
    if counted and version.promised_number is not None and total > version.promised_number:
        words = f"各环节合计 {total:g} 日，多于承诺 {version.promised_number} 日"
        yield Finding(Level.ERROR, "stages_exceed_promise", words, "YSHJ-36.2")


def _skeleton(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """What isn't done at once begins with acceptance and ends with a decision.  Basis: XKF-32.1, XKF-38.1"""
    if version.kind not in ("promised", "joint"):
        return
    kinds = [stage["kind"] for stage in version.stages if stage["kind"] not in _NOT_COUNTED]
    if kinds and kinds[0] != "acceptance":
        yield Finding(Level.ERROR, "no_acceptance", "第一个环节不是“受理”", "XKF-32.1")
    if kinds and kinds[-1] != "decision":
        yield Finding(Level.ERROR, "no_decision", "最后一个环节不是“决定”", "XKF-38.1")


def _kind(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """An item is of one of the kinds that the place sorts its cases into (四件管理).  Basis: S1-三1"""
    norm = norms.get("case_kinds") if norms else None
    if norm is not None and isinstance(norm.value, tuple) and version.kind not in norm.value:
        kinds = "、".join(_KINDS.get(str(kind), str(kind)) for kind in norm.value)
        words = f"办件类型“{_KINDS.get(version.kind, version.kind)}”不在当地规定的类型之内（{kinds}）"
        yield Finding(Level.ERROR, "kind_unknown_here", words, norm.basis)


def _single(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """One flow without special steps that looks at the form only is done at once.  Basis: S3-附件一(三)1"""
    looked_into = {stage["kind"] for stage in version.stages} - {"acceptance", "decision", *_NOT_COUNTED}
    if version.kind == "promised" and version.stages and not looked_into and not version.special_procedures:
        words = "没有审查环节和特殊环节，只作形式审查，应改为即办件"
        yield Finding(Level.WARNING, "should_be_instant", words, "S3-附件一(三)1")


def _procedures(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """A special procedure tells its time.  Basis: XKF-45"""
    for row in version.special_procedures:
        if row["days"] is None and row["kind"] not in ("dispute", "rectification"):
            yield Finding(Level.ERROR, "procedure_without_time", f"特殊环节“{row['name']}”没有写所需时间", "XKF-45")


def _levels(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """Levels, delegation and ways of handling.  Basis: XKF-35, XKF-24.1, S0h-二(三)2.2, S4-一(四)3"""
    for code, words, basis in faults_of(version, norms):
        yield Finding(Level.ERROR, code, words, basis)


def _visits(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """Nobody is sent for a number of times that is a slip of the pen.  Basis: S3-二(四)2"""
    visits = version.guide.get("visits")
    if isinstance(visits, int) and not 0 <= visits <= _VISITS_MOST:
        words = f"跑动次数 {visits} 次不合情理：到办事现场原则上 0 次或者 1 次，至多写 {_VISITS_MOST} 次"
        yield Finding(Level.ERROR, "visits_absurd", words, "S3-二(四)2")


def _tests(version: Version, _norms: Norms | None) -> Iterator[Finding]:
    """A mark is put on what passed a test, and officers are sent to one.  Basis: XKF-39.2, S0c"""
    regime = version.review_rules.get("regime") or {}
    if {"inspection", "testing", "quarantine"} & set(regime.get("inspections") or ()):
        return
    if version.certificate.get("form") == MARK:
        words = "结果是标签、印章的，要先检验、检测或者检疫，一种也没有选"
        yield Finding(Level.ERROR, "mark_without_test", words, "XKF-39.2")
    if regime.get("assigned"):
        words = "要统一指派核查人员，却没有检验、检测或者检疫"
        yield Finding(Level.ERROR, "assigned_without_test", words, "S0c")


def _review_rules(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """The rules of review tell what the place wants told.  Basis: S3-二(二)2"""
    for name, basis in untold(version, norms):
        yield Finding(Level.ERROR, "review_rule_missing", f"审查工作细则缺少“{name}”", basis)


def _points(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """A point of review says what is looked at, once, and where the place asks for it by which article.

    Basis: S3-二(二)2
    """
    norm, seen = norms.get("review_rule_fields") if norms else None, set[str]()
    asked = norm is not None and isinstance(norm.value, tuple) and "criteria" in norm.value
    for number, point in enumerate(version.review_rules.get("review") or (), 1):
        text = str(point.get("text") or "").strip()
        if not text:
            yield Finding(Level.ERROR, "point_empty", f"第 {number} 条审查要点没有写内容", "S3-二(二)2")
        elif text in seen:
            yield Finding(Level.ERROR, "point_twice", f"审查要点“{text[:20]}”写了两遍", "S3-二(二)2")
        elif norm and asked and not point.get("basis"):
            words = f"第 {number} 条审查要点没有写审查评判依据"
            yield Finding(Level.WARNING, "point_without_basis", words, norm.basis)
        seen.add(text)


def _joint(version: Version, norms: Norms | None) -> Iterator[Finding]:
    """Who takes part in a joint item, what goes out, what comes back and by when.  Basis: XKF-26.2, S3-附件一(三)1"""
    for code, words, basis in joint_faults(version, norms):
        yield Finding(Level.ERROR, code, words, basis)


_CHECKS: tuple[Callable[[Version, Norms | None], Iterator[Finding]], ...] = (
    _elements,
    _bases,
    _catch_all,
    _promise,
    _stages,
    _skeleton,
    _kind,
    _single,
    _procedures,
    _joint,
    _levels,
    _tests,
    _review_rules,
    _points,
    _visits,
)
