"""手机扫码上传: links that let one phone hand files to a window for a while, and what came over them."""
