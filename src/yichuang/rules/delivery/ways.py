"""What each manner of delivery needs, and on which day it counts (送达方式和送达日期).

No law on licences says how to deliver; FYF-88.1 and SSF-101 send to the code of civil procedure, and so does this.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.typed import seen
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

UNKNOWN, FAILED = "unknown", "failed"
GROUNDS = (UNKNOWN, FAILED)


def may_send(*, agreed: bool, norms: Norms, channel: str = "") -> Verdict:
    """Say whether a paper may be delivered electronically: only to whom has agreed (经受送达人同意).

    A decision that goes over the net names where on the net a review is asked for (网上复议渠道).
    Basis: MSF-90.1, FYF-22.2
    """
    consent, online = norms.get("electronic_delivery_consent"), norms.get("remedy_online_channel")
    if consent is not None and consent.value and not agreed:
        return refuse("delivery_no_consent", consent.basis)
    if online is not None and online.value and not seen(channel).strip():
        return refuse("review_channel_missing", online.basis)
    return ALLOWED


def receipt_day(on: date, *, sent_on: date, today: date, basis: str = "MSF-91") -> Verdict:
    """Say whether the day on a receipt, the courier's (回执) or our own (回证), can be the day of delivery.

    Basis: MSF-91, MSF-89
    """
    if sent_on <= on <= today:
        return ALLOWED
    return refuse("delivery_receipt_day", basis, first=sent_on, last=today)


def same_person(first: str, second: str) -> bool:
    """Say whether two witnesses, each as name and unit, are one person written twice: width and blanks don't count."""
    words = [unicodedata.normalize("NFKC", seen(one)).split() for one in (first, second)]
    names = [one[0] if one else "" for one in words]
    return "".join(words[0]) == "".join(words[1]) or (names[0] == names[1] and len(names[0]) > 1)


def may_leave(refuser: str, *, witnesses: Sequence[str], recorded: bool, norms: Norms) -> Verdict:
    """Say whether a paper may be left with who refuses it: before witnesses, or with the deed recorded (留置送达).

    How many witnesses is the platform's own rule; the law asks for a representative who signs, not who refuses.
    Basis: MSF-89
    """
    least = norms.get("left_delivery_witnesses")
    if any(same_person(refuser, one) for one in witnesses):
        return refuse("delivery_witness_refuses", "MSF-89")
    if any(same_person(one, other) for one, other in combinations(witnesses, 2)):
        return refuse("delivery_witness_twice", "MSF-89")
    if recorded or len(witnesses) >= (int(str(least.value)) if least else 1):
        return ALLOWED
    return refuse("delivery_no_witness", "MSF-89", least=int(str(least.value)) if least else 1)


def may_announce(ground: str, *, tried: bool) -> Verdict:
    """Say whether a paper may be delivered by public notice: nobody knows where, or nothing else worked (公告送达).

    Basis: MSF-95.1
    """
    if ground not in GROUNDS:
        return refuse("delivery_ground_missing", "MSF-95.1")
    if ground == FAILED and not tried:
        return refuse("delivery_not_tried", "MSF-95.1")
    return ALLOWED


def announced_until(published_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the day on which a public notice has run its time: that day is the day of delivery (视为送达之日).

    The day of publication is not counted; a last day off moves to the next working day.

    Units: calendar days.  Raises: NotInForce, OutsideCalendar.  Basis: MSF-95.1, MSF-85
    """
    return end_of(published_on, norms.term("public_delivery_limit"), calendar)


def may_deem(due_on: date | None, today: date) -> Verdict:
    """Say whether the period of a public notice has passed (经过三十日).

    Basis: MSF-95.1
    """
    if due_on is None:
        return refuse("delivery_not_announced", "MSF-95.1")
    if today <= due_on:
        return refuse("delivery_notice_runs", "MSF-95.1", due_on=due_on)
    return ALLOWED


def may_confirm(told: tuple[str, str, str], before: tuple[str, str, str] | None, *, under_way: bool) -> Verdict:
    """Say whether a manner of delivery can be confirmed: way, receiver and address (送达方式和地址).

    Who fetches needs no address; what is in the post can't be sent elsewhere any more.
    Basis: MSF-91, S3-附件二(二)3
    """
    way, receiver, address = told
    if way not in ("window", "post"):
        return refuse("delivery_way_unknown", "S3-附件二(二)3")
    if way == "post" and not (seen(receiver).strip() and seen(address).strip()):
        return refuse("post_address_missing", "MSF-91")
    if under_way:
        return refuse("posted_already", "MSF-91")
    return refuse("delivery_way_unchanged", "MSF-91") if told == before else ALLOWED


def may_post(*, confirmed: str | None, address: str) -> Verdict:
    """Say whether a parcel may go there: to the address the applicant confirmed, where he confirmed one.

    `confirmed` is None where nothing was confirmed, "" where he said he would fetch it.  Basis: MSF-91
    """
    if confirmed is None or confirmed.strip() == address.strip():
        return ALLOWED
    return refuse("delivery_way_fetched" if not confirmed else "delivery_other_address", "MSF-91")
