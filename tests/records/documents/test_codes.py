"""Bar codes and QR codes."""

from yichuang.records.documents.codes import code_128, qr


def test_code_128_is_bars_between_quiet_zones() -> None:
    svg = code_128("JN-2026-000123")
    assert svg.startswith("<svg ")
    assert "M10 0h2v10h-2z" in svg


def test_the_same_text_gives_the_same_picture() -> None:
    assert qr("https://x.example/t") == qr("https://x.example/t") != qr("https://x.example/u")
    assert code_128("JN-1") != code_128("JN-2")
