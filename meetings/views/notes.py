"""Private notes: each reader's own, kept with the item whatever is issued again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from meetings.actions.notes import keep_note
from meetings.forms.notes import NoteForm
from meetings.models import AgendaItem, PrivateNote
from meetings.report.reading import issued_item
from meetings.views.saving import Done, page, save_or_show


@require_http_methods(["GET", "HEAD", "POST"])
def note_write(request: HttpRequest, pk: int) -> HttpResponse:
    item = get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=pk)
    line = issued_item(item.meeting, pk)
    if line is None:
        raise Http404
    note = PrivateNote.objects.filter(user=request.user, item=item).first()

    def keep(*, text: str, version: int) -> Done:
        kept = keep_note(item, text=text, version=version, by=request.user)
        said = "Your note is kept." if kept else "You have no note at this item."
        return Done(said, f"{page('meeting_read', item.meeting_id)}#item-{pk}")

    return save_or_show(
        request,
        NoteForm,
        keep,
        template="meetings/reading/note.html",
        initial={"text": note.text if note else "", "version": note.version if note else 0},
        context={"item": item, "line": line},
    )
