"""What every act on a project shares: which one, its chain, its norms, a key for the act inside the act."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.law.book import book
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.org.models import Centre
from yichuang.records.projects.access import ProjectFile, read_project
from yichuang.records.projects.models import Project
from yichuang.records.projects.models.project import SUBJECT
from yichuang.rules.norms import Norms


@dataclass(frozen=True, slots=True)
class OnProject:
    """Which project an act is about; `version` is the one the page showed (stale pages are refused)."""

    code: str
    version: int | None = None


def read(on: OnProject, ctx: Context) -> ProjectFile:
    """Return the project as this officer may see it. Raises: NotFound."""
    return read_project(on.code, ctx.officer, list(ctx.directory.centres))


def fresh(on: OnProject, found: ProjectFile, verb: str) -> None:
    """Refuse what a page asks that showed an older state. Raises: Conflict."""
    if on.version not in (None, found.row.version):
        raise Conflict(verb)


def chain(found: ProjectFile) -> Place:
    """Return where the chain of the project stands."""
    row = found.row
    return Place(Project, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS)


def norms_of(found: ProjectFile, ctx: Context) -> Norms:
    """Return the norms of the project's place today."""
    return book().norms(found.row.profile, ctx.today)


def centre_of(found: ProjectFile, ctx: Context) -> Centre:
    """Return the centre at which the project was registered."""
    return ctx.directory.centres[found.row.region_code]


def within(ctx: Context, part: str) -> Context:
    """Return the circumstances of an act done inside this one: with a key of its own, derived from this one's."""
    if ctx.key is None:
        return ctx
    return replace(ctx, key="in:" + hashlib.sha256(f"{ctx.key}|{part}".encode()).hexdigest()[:60])


def stage_words(key: str) -> str:
    """Return the name of a stage (阶段名称)."""
    return book().parameter("project_stages").say(key)


def lead_words(word: str) -> str:
    """Return the norm's name of a lead department (牵头部门)."""
    return book().parameter("project_lead_construction").say(word)


def nature_words(word: str) -> str:
    """Return the name of a nature (项目性质)."""
    return book().parameter("project_natures").say(word)
