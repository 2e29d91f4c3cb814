"""Words of money (收款、退付的用语)."""

from django.db import models


class PayMethod(models.TextChoices):
    """缴费方式."""

    CASH = "cash", "现金"
    TRANSFER = "transfer", "银行转账"
    POS = "pos", "POS刷卡"
    ONLINE = "online", "网上支付"
    SLIP = "slip", "缴款书"


class Standing(models.TextChoices):
    """What a collection is good for (款项性质)."""

    SETTLED = "settled", "已缴清"
    SURPLUS = "surplus", "待退"


class CheckoutState(models.TextChoices):
    """网上支付单的状态."""

    OPEN = "open", "等待支付"
    PAID = "paid", "已支付"
    CLOSED = "closed", "已关闭"


class RefundKind(models.TextChoices):
    """退付种类: money that was rightly taken goes back, or an entry at the desk was wrong."""

    REFUND = "refund", "退费"
    REVERSAL = "reversal", "冲正"


class RefundState(models.TextChoices):
    """退付状态."""

    ASKED = "asked", "待审批"
    DECLINED = "declined", "不予退付"
    APPROVED = "approved", "待退付"
    FAILED = "failed", "退付失败"
    PAID = "paid", "已退付"


class StandardState(models.TextChoices):
    """收费标准的状态."""

    PROPOSED = "proposed", "待批准"
    APPROVED = "approved", "已批准"
    DECLINED = "declined", "已退回"


class UnexplainedState(models.TextChoices):
    """待查款的状态."""

    OPEN = "open", "待查"
    SETTLED = "settled", "已查清"


def pay_methods() -> list[tuple[str, str]]:
    """Return the ways to pay as a function, so that a new one needs no migration."""
    return PayMethod.choices


def standings() -> list[tuple[str, str]]:
    """Return what collections are good for."""
    return Standing.choices


def checkout_states() -> list[tuple[str, str]]:
    """Return the states of online payments."""
    return CheckoutState.choices


def refund_kinds() -> list[tuple[str, str]]:
    """Return the kinds of money going back."""
    return RefundKind.choices


def refund_states() -> list[tuple[str, str]]:
    """Return the states of money going back."""
    return RefundState.choices


def standard_states() -> list[tuple[str, str]]:
    """Return the states of a fee standard."""
    return StandardState.choices


def unexplained_states() -> list[tuple[str, str]]:
    """Return the states of unexplained money."""
    return UnexplainedState.choices
