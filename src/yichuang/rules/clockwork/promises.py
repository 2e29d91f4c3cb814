"""How long a promised limit may be (承诺时限): a promise only shortens."""

from __future__ import annotations

from ..norms import Norms, Term
from ..verdict import ALLOWED, Verdict, refuse
from .terms import nominal_length


def may_promise(promised: Term | None, *, statutory: Term | None, norms: Norms, complex_item: bool = False) -> Verdict:
    """Judge the promised limit of an item against its statutory limit and the profile's share (承诺时限).

    Both are compared as lengths, so that working days stand beside days; complex items are exempt from the share.

    Returns: Verdict; refused codes: promise_missing, promise_too_long, promise_over_share.
    Basis: S3-附件一(三)3, S0f-2.2, YSHJ-36.2, XKF-42.
    """
    if promised is None:
        needed = norms.get("promise_required_without_statutory")
        if statutory is None and needed is not None and needed.value is True:
            return refuse("promise_missing", needed.basis)
        return ALLOWED
    if statutory is None:
        return ALLOWED
    if nominal_length(promised) > nominal_length(statutory):
        return refuse("promise_too_long", statutory.basis, days=promised.number, most=statutory.number)
    share = norms.get("promise_share_max")
    if share is None or complex_item:
        return ALLOWED
    if nominal_length(promised) <= nominal_length(statutory) * norms.ratio("promise_share_max"):
        return ALLOWED
    return refuse("promise_over_share", share.basis, days=promised.number, most=longest_promise(statutory, norms))


def longest_promise(statutory: Term, norms: Norms) -> int:
    """Return the longest promise allowed, in the unit of the statutory limit, whole days (最长承诺时限).

    Basis: S3-附件一(三)3, S0f-2.2.
    """
    if norms.get("promise_share_max") is None:
        return statutory.number
    return int(statutory.number * norms.ratio("promise_share_max"))
