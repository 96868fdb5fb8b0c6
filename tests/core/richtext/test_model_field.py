"""Every way into the column goes through the same door."""

import pytest
from django.apps.registry import Apps
from django.core.exceptions import ValidationError
from django.db import connection, models

from core.richtext import RichTextField, RichTextFormField

GIVEN = "<p onclick=x>It was <b>agreed</b>.<script>alert(1)</script></p>"
KEPT = "<p>It was <strong>agreed</strong>.</p>"


class Note(models.Model):  # noqa: DJ008 - nobody reads its name
    """Of a registry of its own, so that no other test meets it."""

    text = RichTextField(blank=True)
    minute = RichTextField(headings=False, null=True)

    class Meta:
        app_label = "core"
        apps = Apps()


@pytest.fixture
def notes(db):
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    return Note.objects


def save(notes):
    notes.create(text=GIVEN)


def bulk_create(notes):
    notes.bulk_create([Note(text=GIVEN)])


def update(notes):
    notes.create()
    notes.update(text=GIVEN)


def bulk_update(notes):
    note = notes.create()
    note.text = GIVEN
    notes.bulk_update([note], ["text"])


def get_or_create(notes):
    notes.get_or_create(pk=1, defaults={"text": GIVEN})


def fixture(notes):
    models.Model.save_base(Note(text=GIVEN), raw=True)


@pytest.mark.parametrize("way", [save, bulk_create, update, bulk_update, get_or_create, fixture])
def test_text_is_cleaned_on_every_way_in(notes, way):
    way(notes)

    assert notes.get().text == KEPT


def test_the_object_has_what_the_database_has(notes):
    note = notes.create(text=GIVEN, minute="<h2>Heading</h2>")

    assert (note.text, note.minute) == (KEPT, "<p><strong>Heading</strong></p>")


def test_nothing_stays_nothing(notes):
    note = notes.create(text="", minute=None)

    note.refresh_from_db()
    assert (note.text, note.minute) == ("", None)


def test_what_cannot_be_kept_is_not_saved(notes):
    with pytest.raises(ValidationError, match="control character"):
        notes.create(text="a\x07")


def test_full_clean_says_what_cannot_be_kept():
    with pytest.raises(ValidationError) as refusal:
        Note(text="a\x07").full_clean(exclude=["minute"])

    assert list(refusal.value.message_dict) == ["text"]


def test_form_asks_for_it_with_the_field_of_the_same_name():
    field = Note._meta.get_field("minute").formfield()

    assert (type(field), field.headings) == (RichTextFormField, False)


@pytest.mark.parametrize("name", ["text", "minute"])
def test_migrations_write_it_as_it_is(name):
    field = Note._meta.get_field(name)
    _, path, args, kwargs = field.deconstruct()

    assert path == "core.richtext.RichTextField"
    assert RichTextField(*args, **kwargs).headings == field.headings
