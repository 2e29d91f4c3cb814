"""What a move is (办理动作): a row of the transition table and the right to make it. One file per phase beside this."""

from __future__ import annotations

from dataclasses import dataclass

ANY = ""  # a new case has no state yet
OPEN = ("received", "correcting", "accepted", "reviewing", "verifying", "deciding")
RUNNING = ("accepted", "reviewing", "verifying", "deciding")
KINDS = ("instant", "promised", "joint", "upward")
WINDOW = frozenset({"window_clerk", "chief_representative"})
LEADERS = frozenset({"chief_representative", "deputy_head", "main_head", "agency_head"})
GOVERNMENT = frozenset({"government_head"})
OFFICE = frozenset({"reviewer", "verifier"}) | LEADERS
WATCHERS = frozenset({"centre_manager", "supervisor", "auditor"})
ARCHIVISTS = frozenset({"archivist"})  # know of closed cases only


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: the verb, the states it may start from, where it leads ("" = stays), and the article."""

    verb: str
    words: str
    sources: tuple[str, ...]
    target: str
    basis: str
    while_paused: bool = False
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Right:
    """Roles that hold an act, and how they must stand to the case."""

    roles: frozenset[str]
    department: bool = False  # the grant must be of the case's department
    anywhere: frozenset[str] = frozenset()  # roles that need only be of the case's region (本级人民政府负责人)
    part: bool = False  # the grant must be of a department that takes part in the case (协办、会签、上级、下级)
    applicant: bool = False  # the applicant may, too
    system: bool = False  # the sweep may, too
    heard: frozenset[str] = frozenset()  # of departments that take part: may not, but are told by which article
