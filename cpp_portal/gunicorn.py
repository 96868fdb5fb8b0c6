"""How gunicorn serves the portal: ``gunicorn -c python:cpp_portal.gunicorn cpp_portal.wsgi``."""

import gc
from pathlib import Path
from typing import Any

from cpp_portal import environment as env

bind = env.text("WEB_BIND", "127.0.0.1:8000")
workers = env.whole_number("WEB_WORKERS", default=2, at_least=1)
threads = env.whole_number("WEB_THREADS", default=4, at_least=1)  # a slow reader of a pack holds one of these
worker_class = "gthread"
preload_app = True
timeout = 60  # seconds without a sign of life; one request is stopped far earlier by its own limits
graceful_timeout = 30
keepalive = 5
limit_request_line = 4094  # longer addresses get 414 or 400
limit_request_fields = 60
limit_request_field_size = 8190
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only gunicorn's heartbeat


def when_ready(server: Any) -> None:
    """Once before the workers are forked: read every page's code, and spare the collector what stays for good.

    Without this the slowest requests are those in which Python walks through everything that was ever imported.
    """
    from django.db import connections
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018
    connections.close_all()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
