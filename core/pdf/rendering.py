"""HTML to PDF for the web process: sends the work to a limited child and says plainly what went wrong."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string

from core.context_processors import portal as portal_words
from core.nursery import Busy, Limits, Nursery, Silent

from .faults import PdfError
from .job import Attachment, Job, StaticRoots
from .usual_letters import page_of_letters

MEGABYTE = 1024 * 1024
NOWHERE = "https://portal.invalid/"  # relative addresses need a base; this one can never be reached
LIMITS = Limits(1024 * MEGABYTE, cpu_seconds=30, wall_seconds=45, open_files=64, file_bytes=64 * MEGABYTE)
LONGEST = 256 * MEGABYTE
STYLESHEETS = ("build/pdf.css",)

log = logging.getLogger(__name__)


def render(
    html: str,
    *,
    title: str,
    lang: str = "en-GB",
    stylesheets: Sequence[str] = STYLESHEETS,
    attachments: Sequence[Attachment] = (),
    base_url: str = "",
    limits: Limits = LIMITS,
) -> bytes:
    """A tagged PDF; the same input gives the same bytes. Raises PdfError, which names the document.

    ``stylesheets`` are names of static files. The document may use our static files and its own ``attachments``,
    nothing else. Relative links work only with ``base_url``, the portal's public address; without it they are words.
    """
    with TemporaryDirectory(prefix="pdf-") as folder:
        job = _job(html, title, lang, base_url, stylesheets)
        return _written(replace(job, folder=folder, attachments=tuple(attachments)), limits)


def _job(html: str, title: str, lang: str, base_url: str, stylesheets: Sequence[str]) -> Job:
    return Job(
        html=html,
        title=title,
        lang=lang,
        base_url=base_url,
        static_url=urljoin(base_url or NOWHERE, settings.STATIC_URL),
        static_roots=_static_roots(),
        stylesheets=tuple(stylesheets),
        folder="",
    )


def html_of(name: str, context: Mapping[str, object], *, title: str) -> str:
    """What `render` takes, from a template that extends "pdf/base.html"."""
    return render_to_string(name, {**portal_words(None), "title": title, **context})


def warm_up() -> None:
    """Starts the renderer ahead of the first document, which otherwise waits some 0.5 s for it."""
    nursery().start()


def _static_roots() -> StaticRoots:
    """The sources of static files, and last the collected ones, whose names carry a hash."""
    roots = []
    for entry in (*settings.STATICFILES_DIRS, settings.STATIC_ROOT):
        prefix, folder = entry if isinstance(entry, list | tuple) else ("", entry)
        roots.append((f"{prefix}/" if prefix else "", str(folder)))
    return tuple(roots)


def _written(job: Job, limits: Limits) -> bytes:
    try:
        answer = nursery().answer(job.packed(), limits, longest=LONGEST)
    except Busy:
        raise PdfError("busy", title=job.title) from None
    except Silent as silence:
        log.error("PDF renderer fell silent", extra={"ran_out_of_time": silence.ran_out_of_time})
        if silence.ran_out_of_time:
            raise PdfError("too_slow", title=job.title, seconds=limits.cpu_seconds) from None
        raise PdfError("stopped", title=job.title, fault="without an answer") from None
    told, _, written = answer.partition(b"\n")
    return _checked(job.title, json.loads(told), written)


def _checked(title: str, told: dict, written: bytes) -> bytes:
    if "fault" in told:
        if where := told.get("where"):
            log.error("PDF renderer stopped: %s", where)
        raise PdfError(told["fault"], title=title, **told["fields"])
    if told["refused"]:
        log.warning(
            "PDF renderer refused %d addresses, the first: %s", len(told["refused"]), told["refused"][0]
        )
    return written


@cache
def nursery() -> Nursery:
    """Made when it is first asked for: its own children read this file too, and know no settings."""
    rehearsal = _job(page_of_letters(), "Letters", "en-GB", "", STYLESHEETS)
    told = {
        "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf")),
        "PORTAL_REHEARSAL": rehearsal.packed().decode(),
    }
    return Nursery("core.pdf.work", environment=told)
