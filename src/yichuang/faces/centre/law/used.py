"""谁用到它: the acts, rules and pages that read a parameter, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

from yichuang.acts.inspection.usage import Use, uses_of
from yichuang.faces.centre.law.screens import screens
from yichuang.faces.centre.law.words import RULES
from yichuang.faces.centre.words import VERBS
from yichuang.faces.common.wording.projects import VERBS as PROJECT_VERBS

_OTHER_VERBS = {
    "item.published": "发布事项",
    "template.published": "发布文书模板",
    "certificate.revoked": "撤销行政许可",
    "certificate.withdrawn": "撤回行政许可",
    "certificate.cancelled": "吊销许可证件",
    "certificate.deregistered": "注销行政许可",
    "certificate.changed": "变更行政许可",
    "certificate.deemed_renewed": "视为准予延续",
    **PROJECT_VERBS,
}


@dataclass(frozen=True, slots=True)
class Used:
    """Who reads a parameter: acts and pages in Chinese; verbs and addresses for who looks into the program."""

    acts: tuple[tuple[str, str], ...]  # words, verb
    rules: tuple[Use, ...]
    pages: tuple[str, ...]
    screens: tuple[str, ...]  # the same in words

    @property
    def count(self) -> int:
        """Return how many places there are."""
        return len(self.acts) + len(self.rules) + len(self.screens)


@cache
def used(parameter: str) -> Used:
    """Return who reads a parameter; of the pages those of each face that come nearest to it."""
    found = uses_of(parameter)
    verbs = dict.fromkeys(use.verb for use in found if use.verb)
    rules = tuple(use for use in found if use.room in ("rules", "records") and not use.name.startswith("_"))
    pages = tuple(sorted(set(_pages(found))))
    return Used(
        tuple((VERBS.get(verb) or _OTHER_VERBS.get(verb, verb), verb) for verb in verbs),
        tuple(_named(use) for use in rules if use.name.islower()),
        pages,
        screens(pages),
    )


def _named(use: Use) -> Use:
    return replace(use, words=RULES.get(use.name, use.words)) if use.words.isascii() else use


def _pages(found: tuple[Use, ...]) -> Iterator[str]:
    near: dict[str, int] = {}
    routes = dict(_routes(get_resolver().url_patterns))
    shown = [(use, routes[f"{use.module}.{use.name}"]) for use in found if f"{use.module}.{use.name}" in routes]
    for use, _ in shown:
        face = _face(use)
        near[face] = min(use.far, near.get(face, use.far))
    yield from (route for use, route in shown if use.far == near[_face(use)])


def _face(use: Use) -> str:
    return ".".join(use.module.split(".")[:3])


def _routes(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, where)
        else:
            yield f"{pattern.callback.__module__}.{pattern.callback.__name__}", where
