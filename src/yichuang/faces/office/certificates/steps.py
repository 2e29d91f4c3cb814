"""What may be done with a certificate as forms (证照处理的表单): propose, follow the proposal, decline it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.http import QueryDict

from yichuang.acts.certificate.cancel_as_penalty import PenaltyCancellation, cancel_as_penalty
from yichuang.acts.certificate.change import CertificateChange, change_certificate
from yichuang.acts.certificate.decline import Declining, decline
from yichuang.acts.certificate.deregister import Deregistration, deregister
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate.withdraw import TakingBack, withdraw_certificate
from yichuang.acts.certificate_act import Of
from yichuang.acts.library.note_ending import EndingNote, note_ending
from yichuang.acts.library.resume import Resuming, resume
from yichuang.acts.library.suspend import Suspending, suspend
from yichuang.law.book import book
from yichuang.records.certificates.models import Certificate, CertificateAct
from yichuang.rules.after.certificates import MOVES, may_ground, may_move
from yichuang.rules.after.penalty import Offered
from yichuang.rules.after.renewal import is_over
from yichuang.rules.norms import Norms

_SHORT, _LONG = 500, 4000
_NO_MAX = 60
Reader = Callable[[QueryDict, Of], Any]


def text(post: QueryDict, name: str, most: int = _LONG) -> str:
    """Return a field without blanks around it, cut to its length."""
    return post.get(name, "").strip()[:most]


def _proposing(post: QueryDict, of: Of) -> Proposing:
    act, _, ground = post.get("what", "").partition(":")
    return Proposing(of, act[:16], ground[:32], text(post, "reason"), text(post, "heard"))


def _suspending(post: QueryDict, of: Of) -> Suspending:
    try:
        until = date.fromisoformat(post.get("until", "")) if post.get("until") else None
    except ValueError:
        until = date.min  # lies before today: refused in words
    return Suspending(
        of, post.get("ground", "")[:32], text(post, "s_reason"), text(post, "s_heard"),
        text(post, "decision_no", _NO_MAX), until,
    )  # fmt: skip


def _offered(post: QueryDict) -> Offered:
    try:
        told_on = date.fromisoformat(post.get("told_on", "").strip())
    except ValueError:
        told_on = None
    return Offered(told_on, post.get("answer", "")[:8], text(post, "proof", _SHORT))


DECISIONS: Mapping[str, tuple[Any, Reader]] = {
    CertificateAct.REVOKE: (
        revoke,
        lambda post, of: Revocation(of, post.get("public_harm") == "yes", text(post, "compensation", _SHORT)),
    ),
    CertificateAct.WITHDRAW: (
        withdraw_certificate,
        lambda post, of: TakingBack(of, text(post, "public_interest", _SHORT), text(post, "compensation", _SHORT)),
    ),
    CertificateAct.CANCEL: (
        cancel_as_penalty,
        lambda post, of: PenaltyCancellation(of, text(post, "basis", _SHORT), _offered(post)),
    ),
    CertificateAct.DEREGISTER: (deregister, lambda post, of: Deregistration(of, post.get("returned") == "yes")),
    CertificateAct.CHANGE: (
        change_certificate,
        lambda post, of: CertificateChange(of, text(post, "changes"), text(post, "compensation", _SHORT)),
    ),
}
STEPS: Mapping[str, tuple[Any, Reader, str]] = {
    "propose": (propose, _proposing, "已提请"),
    "suspend": (suspend, _suspending, "已暂扣"),
    "ending": (
        note_ending,
        lambda post, of: EndingNote(
            of, post.get("ending", "")[:16], text(post, "e_decision", _NO_MAX), text(post, "e_reason")
        ),
        "已登记终止",
    ),
    "resume": (resume, lambda post, of: Resuming(of, text(post, "r_reason")), "已解除暂扣"),
    "decline": (decline, lambda post, of: Declining(of, text(post, "reason")), "已决定不同意提请"),
}


def possible(
    certificate: Certificate, norms: Norms, today: Any, *, renewed: bool
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the acts that may follow the present state, each with the grounds that fit it; what was `renewed` is
    not deregistered for having run out.
    """
    over, found = is_over(certificate.valid_to, today), []
    for act, move in MOVES.items():
        if not may_move(act, certificate.status, over=over).allowed:
            continue
        words = book().parameter(move.grounds).options or {}
        fits = [
            (f"{act}:{ground}", words.get(ground, ground))
            for ground in norms.choices(move.grounds)
            if may_ground(act, ground, certificate.status, norms, over=over).allowed
        ]
        fits = [row for row in fits if not renewed or row[0] != "deregistered:expired"]
        if fits:
            found.append((act, str(CertificateAct(act).label), fits))
    return found
