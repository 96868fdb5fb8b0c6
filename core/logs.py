"""One line for each event, as JSON for a server's collector or in colours for a laptop's screen.

Events carry ids, never names, addresses or what somebody wrote. What other packages log passes the same
processors, which take out secrets in addresses and the rows that PostgreSQL quotes in its errors.
"""

import re
import sys
from typing import Any

import structlog

SECRET_IN_ADDRESS = re.compile(r"(/invitation/|/password/reset/key/)[^/\s\"']+")
# A row may hold line breaks of its own, so it ends only where Python goes on or nothing follows.
QUOTED_ROW = re.compile(
    r"^\s*(DETAIL|CONTEXT):.*?(?=^The above exception|^During handling|^Traceback|\Z)",
    re.MULTILINE | re.DOTALL,
)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
CONTROL_IN_LINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")

OTHERS = ("django", "django.server", "gunicorn.error")

Event = dict[str, Any]


def without_traces_of_refusals(logger: Any, method: str, event: Event) -> Event:
    """A page that somebody may not see is no fault: where in the code it was refused tells nobody anything."""
    if event["level"] not in ("error", "critical"):
        event.pop("exc_info", None)
    return event


def without_secrets(logger: Any, method: str, event: Event) -> Event:
    for key in ("event", "exception"):
        if isinstance(event.get(key), str):
            text = SECRET_IN_ADDRESS.sub(r"\1...", event[key])
            event[key] = QUOTED_ROW.sub("", text)
    return event


def of_its_request(logger: Any, method: str, event: Event) -> Event:
    """What Django says of an answer it says when the request's own context is gone, but it hands the request over."""
    request = getattr(event.get("_record"), "request", None)
    if name := getattr(request, "id", None):
        event.setdefault("request", name)
    return event


def on_one_line(logger: Any, method: str, event: Event) -> Event:
    """What somebody put into an address cannot end a line or colour a screen."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = (CONTROL_IN_LINES if key == "exception" else CONTROL).sub(_escaped, value)
    return event


def _escaped(found: re.Match) -> str:
    return found[0].encode("unicode_escape").decode()


SHARED = [
    structlog.contextvars.merge_contextvars,
    of_its_request,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_traces_of_refusals,
    structlog.processors.format_exc_info,
    without_secrets,
    on_one_line,
]
EVERY_EVENT = [*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter]


def configure(*, as_json: bool, level: str) -> Event:
    """Sets structlog up, and gives Django's LOGGING."""
    structlog.configure(
        processors=EVERY_EVENT,
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    on_screen = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    drawn = structlog.processors.JSONRenderer() if as_json else on_screen
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, drawn],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": formatter},
        "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["screen"], "level": level},
        # Their own handlers give way to ours.
        "loggers": {name: {"handlers": [], "propagate": True} for name in OTHERS},
    }
