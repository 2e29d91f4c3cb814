"""Why a rule refused, in Chinese (不能办的理由): what is wrong, what to do, which article.

Rules and acts give a code and facts; here are the words. A test finds every code in the source and asks that
it has its sentence and that the sentence names only facts that the code brings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.faces.common.dates import short_day
from yichuang.faces.common.visitors.jurisdiction import profiles_here
from yichuang.faces.common.wording.around.staffing import VERBS as STAFFING_VERBS
from yichuang.faces.common.wording.fees import VERBS as MONEY_VERBS
from yichuang.faces.common.wording.library import VERBS as UPLOAD_VERBS
from yichuang.faces.common.wording.passing import SCOPES
from yichuang.faces.common.wording.passing import VERBS as PASSING_VERBS
from yichuang.faces.common.wording.projects import VERBS as PROJECT_VERBS
from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.faces.common.wording.seals import VERBS as SEAL_VERBS
from yichuang.faces.common.wording.staff import POWERS
from yichuang.law.book import book
from yichuang.law.homes import holding
from yichuang.records.cases.models import CaseState, Conclusion
from yichuang.records.certificates.models import CertificateAct, CertificateStatus
from yichuang.records.org.models import Role
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.transitions import TABLE
from yichuang.rules.verdict import Refused

_OWN_RULE = "YC"
_ROLES = {str(value): str(label) for value, label in Role.choices}
_STATES = {str(value): str(label) for value, label in CaseState.choices}
_CONCLUSIONS = {str(value): str(label) for value, label in Conclusion.choices}
_STATUSES = {str(value): str(label) for value, label in CertificateStatus.choices}
_CERTIFICATE_ACTS = {str(value): str(label) for value, label in CertificateAct.choices}
_VERBS = (
    {row.verb: row.words for row in reversed(TABLE)}
    | dict(SEAL_VERBS)
    | dict(PROJECT_VERBS)
    | dict(PASSING_VERBS)
    | dict(STAFFING_VERBS)
    | dict(MONEY_VERBS)
    | dict(UPLOAD_VERBS)
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal in words, for `common/refused.html`."""

    code: str
    what: str
    todo: str
    cited: str
    text: str


def refusal(refused: Refused, today: date | None = None) -> Refusal:
    """Return what is wrong, what to do, the article and its words where they are at hand."""
    what, todo = SENTENCES.get(
        refused.code, (f"这一步不能办（{refused.code}）", "请与系统管理员联系，报出括号里的代码")
    )
    facts = {name: _word(name, value, today) for name, value in refused.facts.items()}
    cited, text = article(refused.basis)
    return Refusal(refused.code, what.format_map(facts), todo.format_map(facts), cited, text)


def sentence(refused: Refused, today: date | None = None) -> str:
    """Return the refusal as one text: what is wrong; what to do（依据：article）。"""
    said = refusal(refused, today)
    words = "。".join(part for part in (said.what, said.todo) if part)
    return f"{words}（依据：{said.cited}）。" if said.cited else f"{words}。"


def article(basis: str) -> tuple[str, str]:
    """Return the citation and the article's words; the bare id where the law book does not know it.

    What only another place's document says is no law here: then the platform's own rule is named.
    """
    if not basis:
        return "", ""
    try:
        here = profiles_here()
        holds = basis if here is None else holding(basis, here, book()) or _OWN_RULE
        return book().cite(holds), book().text(holds) or ""
    except LookupError:
        return basis, ""


def _word(name: str, value: Any, today: date | None) -> str:
    """Return a fact in words: roles, states, procedures, dates, lists."""
    if isinstance(value, (tuple, list, set, frozenset)):
        return "、".join(dict.fromkeys(_word(name, one, today) for one in value))
    if isinstance(value, date):
        return short_day(value, today)
    words = _WORDS.get(name)
    return words(str(value)) if words else str(value)


def _role(word: str) -> str:
    return _ROLES.get(word, word or "没有相应岗位的人")


_WORDS: Mapping[str, Callable[[str], str]] = {
    "wanted": _role,
    "given": _role,
    "by_role": _role,
    "least": _role,
    "kind": name_of,
    "allowed": name_of,
    "state": lambda word: _STATES.get(word, word),
    "sources": lambda word: _STATES.get(word, word) or "新申请",
    "conclusions": lambda word: _CONCLUSIONS.get(word, word),
    "stage": lambda word: book().parameter("project_stages").say(word),
    "missing": lambda word: book().parameter("project_stages").say(word),
    "status": lambda word: _STATUSES.get(word, word),
    "act": lambda word: _CERTIFICATE_ACTS.get(word, word),
    "verb": lambda word: _VERBS.get(word, word),
    "scope": lambda word: SCOPES.get(word, word),
    "power": lambda word: POWERS.get(word, word),
}
