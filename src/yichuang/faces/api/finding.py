"""The case that a call is about: by its token's user, or by number and verification code (查询核验)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from yichuang.faces.api.problems import ApiProblem
from yichuang.faces.api.tokens import Code
from yichuang.faces.common.attempts import Attempts
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.cases.tracking import proven, tracked
from yichuang.rules.identifiers import normalize
from yichuang.rules.permissions import is_own

_CODE_LENGTH = 6
_FROM_ONE_ADDRESS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A case, and whether the caller proved nothing but the code: then names are masked."""

    case: CaseFile
    masked: bool


def find(request: HttpRequest, no: str) -> Found:
    """Return the case. Raises ApiProblem: unknown, not yours and a wrong code look the same."""
    asked = normalize(no)
    try:
        if isinstance(request.auth, Code):
            return Found(_proven(request, asked, normalize(request.auth.told)), masked=True)
        return Found(_own(request, asked), masked=False)
    except NotFound:
        raise ApiProblem("case_unknown") from None


def _own(request: HttpRequest, no: str) -> CaseFile:
    """Return a case of which the token's user is the applicant; a post in an office opens nothing here."""
    case = read_case(no, request.officer, request.directory)
    if not is_own(request.officer, place_of(case)):
        raise NotFound(no)
    return case


def _proven(request: HttpRequest, no: str, code: str) -> CaseFile:
    """Return the case that number and code belong to; guesses are counted, together with those of the website."""
    address = request.META.get("REMOTE_ADDR", "")
    here = Attempts(f"track:{no}", address)
    anywhere = Attempts("track", address, most=_FROM_ONE_ADDRESS)
    if here.locked or anywhere.locked:
        raise ApiProblem("too_many_attempts").having(Retry_After=str(here.seconds))
    try:
        if len(code) != _CODE_LENGTH:
            raise NotFound(no)
        found = proven(no, code, request.directory)
    except NotFound:
        here.failed()
        anywhere.failed()
        raise
    here.succeeded()
    return tracked(found, request.directory)
