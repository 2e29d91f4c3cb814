"""手机扫码上传: the acts on a link, each on the link's own chain."""
