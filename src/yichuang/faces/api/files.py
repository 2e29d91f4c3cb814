"""上传材料: a file is checked by its content and kept; the answer is a reference that only its sender can use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core import signing
from django.http import HttpRequest
from ninja import File, Router, Status
from ninja.files import UploadedFile

from yichuang.faces.api.problems import ApiProblem
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import FileOut
from yichuang.faces.api.tokens import BearerToken
from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.faces.common.uploads.taking import accept, sentence

router = Router(tags=["办件"], auth=BearerToken("cases:write"))
_SALT = "yichuang.api.file"
_GOOD_FOR = 7 * 24 * 3600  # seconds


@router.post(
    "/files",
    response={
        201: FileOut,
        **problems("bad_upload", "unauthorized", "scope_missing", "too_large", "media_type", "file_refused"),
    },
    url_name="files",
)
def upload(request: HttpRequest, file: File[UploadedFile]) -> Status:
    """上传一份材料，得到文件凭据。

    按内容识别类型，扩展名与内容不符的、有宏或脚本的、加密的不收。凭据只对上传它的用户有效。
    """
    try:
        taken = accept(file)
    except UploadRefused as refused:
        code = "too_large" if refused.code == "too_big" else "file_refused"
        raise ApiProblem(code, sentence(refused), shown=refused.code if code == "file_refused" else "") from None
    facts = {"digest": taken.digest, "name": taken.name, "media_type": taken.media_type, "size": taken.size}
    ticket = signing.dumps({**facts, "by": str(request.officer.user_id)}, salt=_SALT, compress=True)
    return Status(201, {"file": ticket, **facts})


def sent_file(ticket: str, user_id: Any) -> Mapping[str, Any] | None:
    """Return digest, name, media type and size of a file that this user uploaded, None for any other."""
    try:
        facts: dict[str, Any] = signing.loads(ticket, salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return None
    return facts if facts.pop("by", "") == str(user_id) else None
