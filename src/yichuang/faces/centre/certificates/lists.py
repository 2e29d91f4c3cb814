"""存量证照导入: hand in a list, see what is wrong in it row by row, and take it in when nothing is."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.context import Context
from yichuang.acts.library.import_list import Imported, ListImport, import_list
from yichuang.acts.library.reading_list import Preview, preview
from yichuang.faces.centre.certificates.types import KEEPERS
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import sentence
from yichuang.faces.common.wording.listing import fault_words
from yichuang.records.certificates.lists.known import imports_of
from yichuang.records.certificates.lists.workbook import NoWorkbook
from yichuang.records.certificates.types import types_of
from yichuang.records.filestore import store
from yichuang.rules.library.listing import COLUMNS, NEEDED
from yichuang.rules.masking import mask_name
from yichuang.rules.verdict import Refused

PAGE_MOST = 5000  # of ours: more than this belongs to the command line, where nobody waits for a page
_SALT, _GOOD_FOR = "yichuang.certificate-list", 3600  # seconds
_TOO_MANY = "这份表有 {rows} 本，超过网页一次能导入的 {most} 本。请在服务器上运行 ./yc import-certificates，结果相同"
_NO_FILE, _TOO_LARGE = "请选一个 .xlsx 文件", "文件超过 {most} MB。请分成几个文件，或者在服务器上用命令导入"
_GONE = "预览已过一小时。请重新选文件"
_MB = 1024 * 1024
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXAMPLE = {
    "证照编号": "取水（示例）字〔2020〕第1号", "持证人": "示例单位，请改写或者删去这一行",
    "证件类型": "统一社会信用代码", "发证日期": "2020-03-01", "有效期至": "长期", "状态": "有效",
}  # fmt: skip


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST read the list, or take in the one that was read."""
    if request.method != "POST" and "sample" in request.GET:
        return _blank()
    if request.method != "POST":
        return _page(request)
    if "token" in request.POST:
        return _take_in(request)
    sent = request.FILES.get("file")
    if sent is None or not sent.size:
        return _page(request, error=_NO_FILE, status=422)
    if sent.size > settings.YICHUANG_UPLOAD_LIMIT:
        return _page(request, error=_TOO_LARGE.format(most=settings.YICHUANG_UPLOAD_LIMIT // _MB), status=422)
    name, digest = (sent.name or "")[:200], store().put(sent.chunks()).digest
    try:
        read = _read(request, digest)
    except NoWorkbook as fault:
        return _page(request, error=f"{fault}。", status=422)
    token = signing.dumps({"digest": digest, "name": name, "region": region_of(request, KEEPERS)}, salt=_SALT)
    return _page(request, **_shown(read), file_name=name, token=token, status=422 if read.fault_count else 200)


def _blank() -> HttpResponse:
    """Return a workbook with the headings and one line to write over, all cells as text (导入样表)."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, text = book.add_worksheet("存量证照"), book.add_format({"num_format": "@"})
        sheet.set_column(0, len(COLUMNS) - 1, 20, text)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, book.add_format({"bold": True}))
            sheet.write_string(1, column, _EXAMPLE.get(name, ""), text)
    answer = HttpResponse(out.getvalue(), content_type=_MIME)
    answer["Content-Disposition"] = 'attachment; filename="certificates.xlsx"'
    return answer


def _take_in(request: HttpRequest) -> HttpResponse:
    try:
        told = signing.loads(request.POST["token"][:2000], salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return _page(request, error=_GONE, status=422)
    try:
        read = _read(request, told["digest"])
        if read.rows > PAGE_MOST:
            return _page(request, error=_TOO_MANY.format(rows=read.rows, most=PAGE_MOST), status=422)
        context = context_of(request)
        came = import_list(ListImport(told["region"], told["name"], read), context)
    except NoWorkbook as fault:
        return _page(request, error=f"{fault}。", status=422)
    except Refused as refused:
        return _page(request, error=sentence(refused, request.today), status=422)
    done(request, f"已导入 {came.added} 本证照，原来已在库 {read.known} 本{_meanwhile(came)}。")
    return HttpResponseRedirect(f"/centre/certificate-lists/?region={told['region']}")


def _meanwhile(came: Imported) -> str:
    return f"，导入期间入库 {came.skipped} 本" if came.skipped else ""


def _read(request: HttpRequest, digest: str) -> Preview:
    region = region_of(request, KEEPERS)
    return preview(store().path(digest), region, Context(request.officer, request.at, request.directory))


def _shown(read: Preview) -> dict[str, Any]:
    return {
        "read": read,
        "faults": [fault_words(fault) for fault in read.faults],
        "more": read.fault_count - len(read.faults),
        "sample": [(row, mask_name(row.holder)) for row in read.sample],
        "too_many": _TOO_MANY.format(rows=read.rows, most=PAGE_MOST) if read.rows > PAGE_MOST else "",
    }


def _page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region = region_of(request, KEEPERS)
    context = {
        "columns": [(name, name in NEEDED) for name in COLUMNS],
        "imports": imports_of(region),
        "has_types": bool(types_of(region, request.directory)),
        "most": PAGE_MOST,
        "key": new_key(),
    }
    return render(request, "centre/certificates/lists.html", frame(request, KEEPERS) | context | more, status=status)
