"""手机扫码上传: how long a link is good, for which phone, and what may become of what came over it."""
