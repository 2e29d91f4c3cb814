"""Options of commands: what is wrong with them is told in the language of the other answers."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

_SENTENCES = (
    (r"the following arguments are required: (.+)", "还要写：{0}"),
    (r"unrecognized arguments: (.+)", "不认识“{0}”"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.+)\)", "{0} 不能是“{1}”，可以是 {2}"),
    (r"argument (\S+): expected (?:one|at least one) argument", "{0} 后面要写一个值"),
    (r"argument (\S+): invalid \S+ value: '(.*)'", "{0} 的“{1}”写法不对"),
)


class _Page(argparse.HelpFormatter):
    """The page of --help with Chinese headings."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with 用法 in place of usage."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese: what is wrong, and the page of --help."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**({"formatter_class": _Page} | told), add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Leave with code 2 and one sentence."""
        found = ((re.fullmatch(pattern, message), words) for pattern, words in _SENTENCES)
        told = next((words.format(*match.groups()) for match, words in found if match), f"选项写法不对（{message}）")
        self.exit(2, f"{told.replace(chr(39), '')}。用法见 ./{self.prog} --help。\n")


def data_folder(words: Sequence[str]) -> tuple[list[str], str]:
    """Return the words without `--data DIR`, and DIR; "" where it isn't written.

    Raises: ValueError without a folder behind it.
    """
    left, folder = list(words), ""
    for at, word in enumerate(words):
        if word == "--data":
            folder = dict(enumerate(words)).get(at + 1, "")
            left = [*words[:at], *words[at + 2 :]]
        elif word.startswith("--data="):
            folder = word.removeprefix("--data=")
            left = [*words[:at], *words[at + 1 :]]
        else:
            continue
        if not folder:
            raise ValueError("--data 后面要写一个目录。")
        break
    return left, folder
