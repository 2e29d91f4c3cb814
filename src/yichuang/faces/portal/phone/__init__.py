"""手机扫码上传: the page behind the QR code that a clerk shows; no log-in."""
