"""The pack of a meeting: its page, the public files, and copies with exempt papers for those entitled."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_POST, require_safe

from core.files import Damaged, all_files, public_files
from meetings.actions.pack_copies import give_copy
from meetings.forms.packs import ChosenItems
from meetings.models import Meeting, Pack, PackAccess
from meetings.pack.building import chosen
from meetings.pack.faults import PackFault
from meetings.readers import reads_exempt
from meetings.report.packs import chain_of, contents_of, pack_for, packs_to_read
from meetings.report.reading import readable_papers

LOST = "The file is not in the portal any more, or not as it was kept. Tell an administrator."


@require_safe
@login_not_required
def pack_read(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)
    exempt = reads_exempt(request.user, meeting, at=timezone.now())
    try:
        packs = packs_to_read(meeting, exempt=exempt)
    except Damaged:
        return _no_pdf(request, meeting, LOST)
    context = {
        "meeting": meeting,
        "packs": packs,
        "is_issued": bool(chain_of(meeting)),
        "readable": readable_papers(meeting, exempt=exempt) if packs else set(),
    }
    return render(request, "meetings/packs/pack.html", context)


def _etag(request: HttpRequest, pk: int, number: int) -> str | None:
    pack = pack_for(_meeting(pk), number, PackAccess.PUBLIC)
    return quote_etag(pack.sha256) if pack else None


@require_safe
@login_not_required
@condition(etag_func=_etag)
def pack_download(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The very bytes that were built. A browser asks each time whether they still stand."""
    pack = _pack(pk, number, PackAccess.PUBLIC)
    try:
        content = public_files().open.take(pack.sha256)
    except Damaged:
        return _no_pdf(request, pack.issue.meeting, LOST)
    return _pdf(content, f"pack-{pack.issue.meeting.on}-{number}", no_cache=True)


@require_safe
@login_not_required
def pack_items(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Some items of the public pack, page for page as they are in it."""
    pack, files = _pack(pk, number, PackAccess.PUBLIC), public_files()
    try:
        contents = contents_of(pack, files)
        form = ChosenItems(request.GET, items=contents["items"])
        if not form.is_valid():
            return _choose_again(request, pk, form)
        content = chosen(contents, form.cleaned_data["item"], files)
    except (Damaged, PackFault) as fault:
        return _no_pdf(request, pack.issue.meeting, LOST if isinstance(fault, Damaged) else str(fault))
    return _pdf(content, f"items-{pack.issue.meeting.on}-{number}", no_cache=True)


@require_POST
def pack_copy(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """With exempt papers and the reader's name, whole or some items. Asked by POST, because it is noted down."""
    meeting = _meeting(pk)
    if not reads_exempt(request.user, meeting, at=timezone.now()):
        raise Http404("There is no such pack.")
    pack = _pack(pk, number, PackAccess.MEMBER)
    try:
        form = ChosenItems(request.POST, items=contents_of(pack, all_files())["items"])
        if "whole" not in request.POST and not form.is_valid():
            return _choose_again(request, pk, form)
        items = [] if "whole" in request.POST else form.cleaned_data["item"]
        content = give_copy(pack, by=request.user, items=items)
    except (Damaged, PackFault) as fault:
        return _no_pdf(request, pack.issue.meeting, LOST if isinstance(fault, Damaged) else str(fault))
    return _pdf(content, f"members-pack-{meeting.on}-{number}", no_store=True)


def _meeting(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.open_to_public().select_related("body"), pk=pk)


def _pack(pk: int, number: int, access: PackAccess) -> Pack:
    pack = pack_for(_meeting(pk), number, access)
    if pack is None:
        raise Http404("There is no such pack.")
    return pack


def _choose_again(request: HttpRequest, pk: int, form: ChosenItems) -> HttpResponse:
    messages.error(request, form.errors["item"][0])
    return redirect("meetings:pack_read", pk=pk)


def _no_pdf(request: HttpRequest, meeting: Meeting, fault: str) -> HttpResponse:
    context = {"meeting": meeting, "fault": fault}
    return render(request, "meetings/packs/no_pdf.html", context, status=503)


def _pdf(content: bytes, name: str, **caching: Any) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    response = HttpResponse(content, content_type="application/pdf", headers=headers)
    patch_cache_control(response, private=True, **caching)
    return response
