"""Crying out (告警): into a file, to a program, by mail; when it begins, every hour while it lasts, when it ends."""

from __future__ import annotations

import json
import shlex
import smtplib
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

_AGAIN = timedelta(hours=1)
_PATIENCE = 20.0
_OVER = "恢复正常"


class Bell:
    """What rings."""

    def __init__(self, file: Path, program: str = "", mail: str = "", smtp: str = "") -> None:
        self.file, self.program, self.mail, self.smtp = file, program, mail, smtp
        self.rung: dict[str, datetime] = {}

    def ring(self, alarms: Mapping[str, str], now: datetime) -> Iterator[str]:
        """Yield what is new or still so after an hour, and what is over, after telling everybody."""
        for code in self.rung.keys() - alarms.keys():
            del self.rung[code]
            yield self._tell(code, _OVER, now)
        for code, words in alarms.items():
            if code not in self.rung or now - self.rung[code] >= _AGAIN:
                self.rung[code] = now
                yield self._tell(code, words, now)

    def _tell(self, code: str, words: str, now: datetime) -> str:
        line = json.dumps({"at": now.isoformat(timespec="seconds"), "code": code, "words": words}, ensure_ascii=False)
        failed = []
        for way in (self._write, self._run, self._send):
            try:
                way(line, words)
            except (OSError, ValueError, subprocess.SubprocessError, smtplib.SMTPException) as fault:
                failed.append(str(fault))
        return f"告警（{code}）{words}" + (f"；没有送到：{'；'.join(failed)}" if failed else "")

    def _write(self, line: str, _words: str) -> None:
        with self.file.open("a", encoding="utf-8") as out:
            out.write(line + "\n")

    def _run(self, line: str, _words: str) -> None:
        if self.program:
            words = shlex.split(self.program)
            subprocess.run(words, input=line.encode(), timeout=_PATIENCE, check=False)  # noqa: S603 - the operator's own

    def _send(self, line: str, words: str) -> None:
        if not self.mail:
            return
        letter = EmailMessage()
        letter["Subject"], letter["From"], letter["To"] = f"存证见证告警：{words}"[:120], self.mail, self.mail
        letter.set_content(line)
        host, _, port = self.smtp.partition(":")
        with smtplib.SMTP(host, int(port or 25), timeout=_PATIENCE) as post:
            with suppress(smtplib.SMTPNotSupportedError):
                post.starttls()
            post.send_message(letter)
