"""备案: how long it may take, and what may be concluded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from yichuang.rules.clock import ClockStart, ClockTerms
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

FILED, NOT_FILED = "filed", "not_filed"


def filing_terms(terms: ClockTerms, norms: Norms) -> ClockTerms:
    """Return the limits of a filing: the next working day after its receipt, where a norm says so (备案办理期限).

    Silence files nothing: nobody is taken to have accepted.
    Basis: S0h-二(一)2.1.
    """
    if norms.get("filing_limit") is None:
        return terms
    limit = norms.term("filing_limit")
    return replace(terms, decision=limit, answer=limit, start=ClockStart.RECEIVED, promised=None, deemed=False)


def may_conclude(conclusion: str, missing: Collection[str], norms: Norms) -> Verdict:
    """Judge a conclusion on a filing: filed with nothing missing, or not filed with all that is missing, once.

    Returns: Verdict; refused codes: filing_conclusion, filing_nothing_missing, filing_something_missing.
    Basis: S0h-二(二)2.
    """
    listed = norms.get("filing_conclusions")
    basis = listed.basis if listed else "S0h-二(二)2"
    if conclusion not in (norms.choices("filing_conclusions") if listed else (FILED, NOT_FILED)):
        return refuse("filing_conclusion", basis)
    if conclusion == NOT_FILED and not missing:
        return refuse("filing_nothing_missing", basis)
    if conclusion == FILED and missing:
        return refuse("filing_something_missing", basis, missing="、".join(missing))
    return ALLOWED


def may_extend_filing(norms: Norms) -> Verdict:
    """Judge a longer limit for a filing (备案延期).

    Returns: Verdict; refused codes: filing_no_extension.
    Basis: S0h-二(一)2.1.
    """
    flag = norms.get("filing_may_extend")
    return refuse("filing_no_extension", flag.basis) if flag is not None and flag.value is False else ALLOWED
