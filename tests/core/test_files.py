"""Files under their own hash, on an open and an exempt shelf."""

from hashlib import sha256

import pytest
from django.core.exceptions import SuspiciousFileOperation

from core.files import Closed, Damaged, Files, Shelf, public_files

DATA = b"%PDF-1.7 a paper"
NAME = sha256(DATA).hexdigest()


@pytest.fixture
def shelf(shelves) -> Shelf:
    return shelves.open


def test_file_is_found_by_its_hash(shelf):
    assert shelf.keep(DATA) == NAME
    assert shelf.take(NAME) == DATA


def test_same_bytes_are_kept_once(shelf, tmp_path):
    shelf.keep(DATA)
    shelf.keep(DATA)

    assert [path.name for path in (tmp_path / "papers").rglob("*") if path.is_file()] == [NAME]


def test_file_that_is_lost_or_altered_is_told_of(shelf, tmp_path):
    shelf.keep(DATA)
    (tmp_path / "papers" / NAME[:2] / NAME).write_bytes(DATA + b"!")

    with pytest.raises(Damaged, match="not as it was kept"):
        shelf.take(NAME)
    shelf.drop(NAME)
    with pytest.raises(Damaged, match="not on its shelf"):
        shelf.take(NAME)


def test_file_that_was_cut_short_is_written_again(shelf, tmp_path):
    shelf.keep(DATA)
    (tmp_path / "papers" / NAME[:2] / NAME).write_bytes(DATA[:3])

    shelf.keep(DATA)

    assert shelf.take(NAME) == DATA


def test_only_its_owner_reads_a_file(shelf, tmp_path):
    shelf.keep(DATA)

    assert (tmp_path / "papers" / NAME[:2] / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("way", ["../exempt/", "../../exempt/", "/etc/"])
def test_no_name_leads_off_the_shelf(shelves, way):
    name = shelves.exempt.keep(DATA)

    with pytest.raises(SuspiciousFileOperation):
        public_files().open.take(f"{way}{name[:2]}/{name}")


def test_public_has_no_way_to_the_exempt_shelf(shelves):
    shelves.exempt.keep(DATA)
    public = public_files()

    assert (public.exempt, public.open.holds(NAME)) == (None, False)
    with pytest.raises(Closed):
        public.shelf(is_exempt=True)


def test_shelf_is_chosen_by_what_is_exempt(shelves: Files):
    assert shelves.shelf(is_exempt=True) is shelves.exempt
    assert shelves.shelf(is_exempt=False) is shelves.open


def test_newest_notes_stay(shelf):
    for number in range(5):
        shelf.note("7", str(number), b"noted")

    shelf.forget("7", but=2)
    assert [shelf.noted("7", str(number)) for number in range(5)] == [None, None, None, b"noted", b"noted"]
    shelf.forget("7")
    assert shelf.noted("7", "4") is None
