"""What the press is given to do in its tests: a module that a process without Django can import."""

import os
import time
from typing import Any

from yichuang.records.documents.pressing import Fault


def where(*_: Any) -> int:
    return os.getpid()


def never(*_: Any) -> None:
    time.sleep(600)


def dies(*_: Any) -> None:
    os._exit(7)


def complains(*_: Any) -> None:
    raise Fault("缺字")
