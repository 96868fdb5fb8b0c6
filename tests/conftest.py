"""What every room's tests may use."""

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from django import conf
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.template import engines
from django.test import Client, override_settings

from core.access import Role
from core.files import Files, all_files
from core.pdf import rendering
from people.models import User
from scorecard.models import WorkbookUpload
from tests.economy import only_whole_pages_are_told, spare_what_was_collected
from tests.emptied_tables import empty_tables_by_rows
from tests.factories.people import UserFactory
from tests.ready_database import ready_database
from tests.rendered_once import once
from tests.unknown_variables import UnknownVariable

SET_ONCE = once(rendering._written)
hypothesis.settings.register_profile("house", deadline=None)  # a busy machine is no broken law
hypothesis.settings.load_profile("house")


def pytest_collection_finish():
    spare_what_was_collected()


@pytest.fixture(scope="session", autouse=True)
def whole_pages_alone_are_told(django_test_environment):
    with only_whole_pages_are_told():
        yield


@pytest.fixture(scope="session", autouse=True)
def unknown_template_variables_are_errors():
    engines["django"].engine.string_if_invalid = UnknownVariable("%s")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    connection.settings_dict["TEST"]["TEMPLATE"] = ready_database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A browser that is still open keeps a thread of the live server, and that its session, past the last test."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session", autouse=True)
def tables_are_emptied_by_rows():
    empty_tables_by_rows()


@pytest.fixture(autouse=True)
def documents_are_set_once(request, monkeypatch):
    if "tests/core/" not in request.node.nodeid:
        monkeypatch.setattr(rendering, "_written", SET_ONCE)


@pytest.fixture
def uploads_folder(monkeypatch, tmp_path):
    """An empty folder where uploads are kept."""
    folder = tmp_path / "uploads"
    folder.mkdir()
    monkeypatch.setattr(WorkbookUpload._meta.get_field("file"), "storage", FileSystemStorage(location=folder))
    return folder


@pytest.fixture(scope="session", autouse=True)
def no_paper_lies_in_the_project(tmp_path_factory):
    with override_settings(STORAGES=_papers_in(tmp_path_factory.mktemp("papers"))):
        yield


@pytest.fixture
def shelves(settings, tmp_path) -> Files:
    """Empty shelves for papers, the exempt one too."""
    settings.STORAGES = _papers_in(tmp_path)
    return all_files()


def _papers_in(folder: Path) -> dict[str, dict]:
    places = {"papers": folder / "papers", "exempt_papers": folder / "exempt"}
    shelves = {
        name: {"BACKEND": "core.files.Shelf", "OPTIONS": {"location": place}}
        for name, place in places.items()
    }
    return conf.settings.STORAGES | shelves


@pytest.fixture
def user_as(db) -> Callable[..., User]:
    """``user_as(Role.MI_OFFICER)``: an account with these roles; without any, one that holds none."""

    def make(*roles: Role, **fields) -> User:
        return UserFactory(roles=list(roles), **fields)

    return make


@pytest.fixture
def client_as(user_as) -> Callable[..., Client]:
    """``client_as(Role.MI_OFFICER)``: a browser signed in with these roles; ``.user`` says who it is."""

    def sign_in(*roles: Role, **fields) -> Client:
        client = Client()
        client.user = user_as(*roles, **fields)
        client.force_login(client.user)
        return client

    return sign_in
