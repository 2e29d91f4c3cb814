"""缴费: what a case owes, the money that came in and went back, and the books of a centre's money."""

from yichuang.records.fees.models.books import FeeStandard, MoneyBook, Reconciliation, TillClosing, Unexplained
from yichuang.records.fees.models.fee import Fee
from yichuang.records.fees.models.money import Checkout, Collection, Refund
from yichuang.records.fees.models.words import (
    CheckoutState,
    PayMethod,
    RefundKind,
    RefundState,
    StandardState,
    Standing,
    UnexplainedState,
)

__all__ = [
    "Checkout",
    "CheckoutState",
    "Collection",
    "Fee",
    "FeeStandard",
    "MoneyBook",
    "PayMethod",
    "Reconciliation",
    "Refund",
    "RefundKind",
    "RefundState",
    "StandardState",
    "Standing",
    "TillClosing",
    "Unexplained",
    "UnexplainedState",
]
