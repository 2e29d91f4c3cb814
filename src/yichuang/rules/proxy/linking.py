"""实名核对: whether a log-in is the person, or of the organisation, that the office knows by number and telephone."""

from __future__ import annotations

from collections.abc import Sequence

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_BASIS = "XKF-29.2"


def may_link(login: str, kind: str, names: Sequence[str], *, taken: bool) -> Verdict:
    """Say whether a log-in may stand for an applicant whose number and telephone were told.

    `names` are the applicant's own and, of an organisation, its legal representative's. A person's name has to be
    the log-in's; an organisation's log-in is named like it, or is its legal representative's.
    Returns: ALLOWED, `link_unknown` (one sentence, whatever did not fit) or `link_taken`.
    Basis: XKF-29.2
    """
    me, known = _bare(login), [_bare(name) for name in names]
    if not me or not known:
        return refuse("link_unknown", _BASIS)
    organisation = kind == "organisation"
    fits = me in known if organisation else me == known[0]
    if not fits and not (organisation and len(me) > 1 and me in known[0]):
        return refuse("link_unknown", _BASIS)
    return refuse("link_taken", _BASIS) if taken else ALLOWED


def _bare(name: str) -> str:
    return "".join(name.split())
