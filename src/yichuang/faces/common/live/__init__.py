"""实时推送: what screens show changes by itself; one hub per process tells all of them."""
