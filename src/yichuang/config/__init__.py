"""装配: settings, urls, wsgi."""
