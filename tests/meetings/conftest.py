import pytest

from core.files import all_files
from tests.meetings.packs import a_world, shelves_in, with_packs
from tests.worlds import shared_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """A meeting with its packs, built for real: once for the tests of one file."""
    with shelves_in(tmp_path_factory.mktemp("shelves")), shared_world(django_db_blocker):
        yield with_packs(a_world(all_files()))
