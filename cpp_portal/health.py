"""Whether the portal can do its work: for a monitoring service, and for whoever wonders.

Anybody may ask, so the answer is ok or failed for each part and nothing more; why it failed is in the log.
"""

import os
import shutil
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

import structlog
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import storages
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError, InterfaceError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

OK, FAILED = "ok", "failed"
WORKER = "cpp-portal-worker"
LIMIT = 3  # seconds a check may take
LONGEST_WAIT = timedelta(minutes=5)  # for work that nobody has begun
LEAST_SPACE = 100 * 1024 * 1024  # bytes free where files are kept

log = structlog.get_logger(__name__)


@never_cache
@require_safe
@login_not_required
def health(request: HttpRequest) -> JsonResponse:
    checks = {"storage": _within_limit(_storage)} | _database_checks()
    failed = {part: said for part, said in checks.items() if said != OK}
    if failed:
        log.error("health_failed", **failed)
    answers = {part: FAILED if part in failed else OK for part in sorted(checks)}
    response = JsonResponse(
        {"status": FAILED if failed else OK, "checks": answers},
        status=503 if failed else 200,
        json_dumps_params={"indent": 2},
    )
    response._has_been_logged = True  # Django would add an error that does not say what fails
    return response


def _database_checks() -> dict[str, str]:
    checks = {"database": "no answer", "migrations": "not known", "worker": "not known"}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"set local statement_timeout = '{LIMIT}s'")
            checks["database"] = OK
            checks["migrations"] = _migrations()
            checks["worker"] = _worker(cursor)
    except (DatabaseError, InterfaceError):
        connection.close()
    return checks


def _migrations() -> str:
    missing = _known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    return OK if not missing else f"{len(missing)} to apply"


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).graph.nodes)


def _worker(cursor) -> str:
    """Alive, by its named database connection, which ends with its process; and not behind with its work."""
    if not settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db."):
        return OK  # work is done at once, without a worker
    cursor.execute(
        "select count(*) from pg_stat_activity where application_name = %s and datname = current_database()",
        [WORKER],
    )
    if not cursor.fetchone()[0]:
        return "not running"
    overdue = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - LONGEST_WAIT)
    return OK if not overdue.exists() else "behind with its work"


def _storage() -> str:
    """Asked without writing: a page that anybody may open must not wear out the disk."""
    for name in sorted(settings.STORAGES.keys() - {"staticfiles"}):
        folder = _there_already(Path(storages[name].location))
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            return "not writable"
        if shutil.disk_usage(folder).free < LEAST_SPACE:
            return "full"
    return OK


def _there_already(folder: Path) -> Path:
    """A folder is made with its first file, in the one above it."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _within_limit(check: Callable[[], str]) -> str:
    """The check's answer. A disk that hangs cannot be interrupted, only left waiting."""
    answers = ["no answer"]

    def ask() -> None:
        try:
            answers.append(check())
        except OSError:
            answers.append("not readable")

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(LIMIT)
    return answers[-1]
