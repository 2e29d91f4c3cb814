"""The ASGI entry point: live screens and, behind it, the whole site. `uvicorn yichuang.config.asgi:application`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from yichuang.faces.common.live.site import entry_of

application = entry_of(get_wsgi_application(), settings.YICHUANG_PROXY)
