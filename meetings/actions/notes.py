"""What a reader notes at an item, for nobody else."""

import pghistory
from django.db import transaction

from meetings.actions.locks import ChangedMeanwhile
from meetings.models import AgendaItem, PrivateNote
from people.models import User


@transaction.atomic
def keep_note(item: AgendaItem, *, text: str, version: int, by: User) -> PrivateNote | None:
    """None when nothing is noted any more. Raises ChangedMeanwhile when another window saved since."""
    with pghistory.context(user=by.pk):
        note = PrivateNote.objects.select_for_update().filter(user=by, item=item).first()
        if note and note.text == text:
            return note
        if (note.version if note else 0) != version:
            raise ChangedMeanwhile(note or PrivateNote(user=by, item=item, version=0))
        if not text:
            if note:
                note.delete()
            return None
        note = note or PrivateNote(user=by, item=item, version=0)
        note.text, note.version = text, note.version + 1
        note.save()
        return note
