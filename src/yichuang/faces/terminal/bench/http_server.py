"""The web server of the measurement: as `./yc serve`, without the thread that sweeps. Says its port."""

from __future__ import annotations

from yichuang.faces.terminal.site import ready

THREADS = 4


def main() -> None:
    """Serve on a free port."""
    ready()
    import waitress
    from django.core.wsgi import get_wsgi_application

    server = waitress.create_server(get_wsgi_application(), listen="127.0.0.1:0", threads=THREADS, ident=None)
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    main()
