import threading
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from structlog.testing import capture_logs

from cpp_portal import health

ALL_WELL = {"database": "ok", "migrations": "ok", "storage": "ok", "worker": "ok"}
NOW = timezone.now()


@pytest.fixture
def needs_a_worker(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def worker(needs_a_worker):
    running = connection.get_new_connection(
        connection.get_connection_params() | {"application_name": health.WORKER}
    )
    yield running
    running.close()


def waiting_since(moment):
    DBTaskResult.objects.create(
        task_path="t", args_kwargs={}, backend_name="default", priority=0, run_after=moment
    )
    DBTaskResult.objects.update(enqueued_at=moment)


def why(logged) -> dict[str, str]:
    """What the log says of the parts that failed."""
    told = [line for line in logged if line["event"] == "health_failed"]
    return {part: said for line in told for part, said in line.items() if part in ALL_WELL}


@pytest.mark.django_db
def test_health_is_public_and_never_kept(client):
    response = client.get("/health/")

    assert response.status_code == 200
    assert response.json() == {"status": "ok", "checks": ALL_WELL}
    assert "no-store" in response["Cache-Control"]
    assert response.cookies == {}


@pytest.mark.django_db
def test_health_can_only_be_read(client):
    assert client.head("/health/").status_code == 200
    assert client.post("/health/").status_code == 405


@pytest.mark.django_db
def test_health_fails_while_migrations_wait(client):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'people' and name like '0001%'")

    with capture_logs() as logged:
        response = client.get("/health/")

    assert response.status_code == 503
    assert response.json() == {"status": "failed", "checks": ALL_WELL | {"migrations": "failed"}}
    assert why(logged) == {"migrations": "1 to apply"}


@pytest.mark.django_db
def test_health_fails_without_a_worker(client, needs_a_worker):
    with capture_logs() as logged:
        response = client.get("/health/")

    assert (response.status_code, response.json()["checks"]) == (503, ALL_WELL | {"worker": "failed"})
    assert why(logged) == {"worker": "not running"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("waited", "said"),
    [
        (health.LONGEST_WAIT - timedelta(seconds=20), {}),
        (health.LONGEST_WAIT, {"worker": "behind with its work"}),
    ],
)
def test_health_tells_whether_a_worker_keeps_up(client, worker, waited, said):
    waiting_since(timezone.now() - waited)

    with capture_logs() as logged:
        checks = client.get("/health/").json()["checks"]

    assert (checks, why(logged)) == (ALL_WELL | dict.fromkeys(said, "failed"), said)


@pytest.mark.django_db
def test_health_fails_when_files_cannot_be_stored(client, settings, tmp_path):
    (tmp_path / "file").write_text("in the way of a folder")
    settings.MEDIA_ROOT = tmp_path / "file"

    with capture_logs() as logged:
        response = client.get("/health/")

    assert (response.status_code, response.json()["checks"]) == (503, ALL_WELL | {"storage": "failed"})
    assert why(logged) == {"storage": "not writable"}


@pytest.mark.django_db
def test_health_fails_when_the_disk_is_full(client, monkeypatch):
    monkeypatch.setattr(health, "LEAST_SPACE", 2**60)

    with capture_logs() as logged:
        response = client.get("/health/")

    assert (response.status_code, why(logged)) == (503, {"storage": "full"})


@pytest.mark.django_db
def test_health_writes_nothing(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "not made yet"
    before = tmp_path.stat().st_mtime_ns

    assert client.get("/health/").status_code == 200

    assert (list(tmp_path.iterdir()), tmp_path.stat().st_mtime_ns) == ([], before)


def test_disk_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(health, "LIMIT", 0.05)
    comes_back = threading.Event()

    assert health._within_limit(comes_back.wait) == "no answer"
    comes_back.set()


@pytest.fixture
def database_out_of_reach(transactional_db):
    connection.close()
    host = connection.settings_dict["HOST"]
    connection.settings_dict["HOST"] = str(configured.BASE_DIR / "nowhere")
    yield
    connection.close()
    connection.settings_dict["HOST"] = host


def test_health_tells_that_the_database_is_out_of_reach(client, database_out_of_reach):
    response = client.get("/health/")

    assert response.status_code == 503
    assert response.json()["checks"] == {
        "database": "failed",
        "migrations": "failed",
        "storage": "ok",
        "worker": "failed",
    }


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/people/accounts/"])
def test_every_page_says_plainly_that_the_database_is_out_of_reach(client, database_out_of_reach, path):
    client.raise_request_exception = False
    client.cookies[configured.SESSION_COOKIE_NAME] = "somebody-signed-in-0123456789012"

    response = client.get(path)

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "The portal is not available at the moment" in response.text
