"""The WSGI entry point of production servers."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from yichuang.faces.common.visitors.proxy import behind_proxy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")
application = behind_proxy(get_wsgi_application(), settings.YICHUANG_PROXY)
