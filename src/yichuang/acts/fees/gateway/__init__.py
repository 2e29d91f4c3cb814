"""支付平台: the signed protocol, its keys, what we ask of it and what it tells us."""
