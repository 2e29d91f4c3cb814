"""Proofs in the tree (RFC 6962, RFC 9162): a leaf is in it; a later tree holds an earlier one unchanged. Pure.

A proof is first a list of spans, each the half-open range of leaves under one hash; who has the nodes fills them in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yichuang.records.ledger.proofs.hashing import node_hash

Span = tuple[int, int]


def inclusion_spans(position: int, size: int) -> list[Span]:
    """Return the spans whose hashes lead from a leaf to the root of the first `size` leaves, nearest first."""
    if not 0 <= position < size:
        raise ValueError(f"no leaf {position} in a tree of {size}")
    spans, low, high = [], 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if position < middle:
            spans.append((middle, high))
            high = middle
        else:
            spans.append((low, middle))
            low = middle
    return spans[::-1]


def consistency_spans(old: int, new: int) -> list[Span]:
    """Return the spans that show that the first `old` of `new` leaves are what they were."""
    if not 0 < old <= new:
        raise ValueError(f"no tree of {old} in one of {new}")
    if old == new:
        return []
    spans, low, high, whole = [], 0, new, True
    while old != high:
        middle = low + _split(high - low)
        if old <= middle:
            spans.append((middle, high))
            high = middle
        else:
            spans.append((low, middle))
            low, whole = middle, False
    return [*([] if whole else [(low, high)]), *spans[::-1]]


def full_parts(span: Span) -> Iterator[tuple[int, int]]:
    """Yield level and index of the full subtrees of a span, from left to right."""
    low, high = span
    while low < high:
        room = high - low
        level = min(room.bit_length() - 1, (low & -low).bit_length() - 1 if low else room.bit_length())
        yield level, low >> level
        low += 1 << level


def holds_leaf(leaf: bytes, position: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Say whether a path leads from a leaf at a position to the root."""
    sides = _sides(position, size - 1, len(path)) if 0 <= position < size else None
    if sides is None:
        return False
    top = leaf
    for step, on_the_left in zip(path, sides, strict=True):
        top = node_hash(step, top) if on_the_left else node_hash(top, step)
    return top == root


def extends(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Say whether a path shows that the tree of `new` leaves begins with that of `old`."""
    if old in (0, new):
        return not path and (old == 0 or old_root == new_root)
    index, last = old - 1, new - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    sides = _sides(index, last, len(steps) - 1) if steps and old < new else None
    if sides is None:
        return False
    before = after = steps[0]
    for step, on_the_left in zip(steps[1:], sides, strict=True):
        if on_the_left:
            before, after = node_hash(step, before), node_hash(step, after)
        else:
            after = node_hash(after, step)
    return before == old_root and after == new_root


def _sides(index: int, last: int, steps: int) -> list[bool] | None:
    """Return for each step up whether the other node stands on the left; None unless it takes exactly so many."""
    sides = []
    while last:
        left = bool(index & 1) or index == last
        sides.append(left)
        while left and not index & 1 and index:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    return sides if len(sides) == steps else None


def _split(room: int) -> int:
    """Return the largest power of two below a number."""
    return 1 << (room - 1).bit_length() - 1
