"""Who is who in the matrix, and who may know of whose case."""

from __future__ import annotations

from collections.abc import Mapping


def people(*words: str) -> frozenset[str]:
    """Names, separated by blanks."""
    return frozenset(" ".join(words).split())


WINDOW = people("clerk clerk_far chief")
OFFICE = people("chief reviewer reviewer_land verifier leader leader_land head")
CENTRE = people("supervisor manager auditor")
ARCHIVE = CENTRE | people("archivist")
CASEWORK = WINDOW | OFFICE | CENTRE
USERS = CASEWORK | people("resident agent company admin legal archivist")
EVERYBODY = USERS | people("anonymous")

Sight = Mapping[str, frozenset[str]]

# Whose case lies where, and who may know of it. `own` and `other` lie at one department, `land` at another one of the
# same centre, `far` in another region.
OWN: Sight = {"resident": people("own"), "agent": people("other"), "company": people("land")}
STAFF_SEES: Sight = {
    "clerk": people("own other land"),
    "clerk_far": people("far"),
    "chief": people("own other land"),
    "reviewer": people("own other"),
    "reviewer_land": people("land"),
    "verifier": people("own other"),
    "leader": people("own other"),
    "leader_land": people("land"),
    "head": people("own other"),
    "supervisor": people("own other land"),
    "manager": people("own other land"),
    "auditor": people("own other land"),
}
CASE: Sight = {**OWN, **STAFF_SEES}
CLOSED: Sight = {"archivist": people("own other land")}  # who knows of a case only when it is closed
ALL: Sight = {}  # there is no object to see
