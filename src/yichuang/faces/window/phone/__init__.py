"""手机扫码上传 at the window: the code that is shown, the files that come, and taking them over."""
