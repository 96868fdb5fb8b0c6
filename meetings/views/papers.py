"""The papers of an item, for officers: added, replaced, ordered, taken away and put back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from core.documents import UnreadableDocument
from core.files import Damaged, all_files
from core.methods import show_and_save
from core.pdf import PdfError
from meetings.actions import paper_files, papers
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.forms.papers import AddFileForm, FileForm, LiveForm, PaperForm
from meetings.models import AgendaItem, Paper, PaperKind, file_of
from meetings.pack.sources import Unusable, paper_pdf
from meetings.report.paper_files import inspected, paper_rows
from meetings.views.agenda import for_officers
from meetings.views.agenda_items import numbered_item_or_404
from meetings.views.paper_response import attachment_response, paper_response

PAPER_CHANGED = (
    "Somebody else changed this paper since this page loaded. Save again if your answers are right."
)
ADDED_BEFORE = (
    "This very file is on the item already, as “{}”. It was not added again. To call it otherwise, change its title "
    "below."
)
REFUSALS = (Refused, UnreadableDocument, PdfError)


@require_safe
@for_officers
def item_papers(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)
    found = item.papers.select_related("report", "item").prefetch_related("files").order_by("position", "pk")
    return render(request, "meetings/papers/list.html", {"item": item, "rows": paper_rows(found)})


@show_and_save
@for_officers
def paper_add(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)
    initial = {"is_listed": True, "is_appendix": "appendix" in request.GET}
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AddFileForm(*sent, item=item, initial=initial)
    if form.is_valid():
        told = dict(form.cleaned_data)
        file = told.pop("file")
        try:
            paper = paper_files.add_file(item, by=request.user, data=file.read(), filename=file.name, **told)
            if paper.title == told["title"]:
                messages.success(request, f"Added: {paper.title}. Read below what was seen in the file.")
            else:
                messages.warning(request, ADDED_BEFORE.format(paper.title))
            return redirect("meetings:paper_edit", pk=paper.pk)
        except REFUSALS as refusal:
            form.add_error("file", str(refusal))
    return _form_page(request, "meetings/papers/add.html", form, {"item": item})


@show_and_save
@for_officers
def paper_replace(request: HttpRequest, pk: int) -> HttpResponse:
    paper = paper_or_404(pk)
    if paper.kind != PaperKind.FILE:
        raise Http404("Only an uploaded file is replaced.")
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            paper_files.replace_file(paper, by=request.user, data=file.read(), filename=file.name)
            messages.success(request, f"Replaced: {paper.title}. Read below what was seen in the file.")
            return redirect("meetings:paper_edit", pk=paper.pk)
        except REFUSALS as refusal:
            form.add_error("file", str(refusal))
    return _form_page(request, "meetings/papers/replace.html", form, {"paper": paper})


@show_and_save
@for_officers
def paper_draw(request: HttpRequest, pk: int) -> HttpResponse:
    """One that another part of the portal writes."""
    item = numbered_item_or_404(pk)
    form = LiveForm(request.POST or None)
    if form.is_valid():
        try:
            paper = papers.add_live(item, by=request.user, source_key=form.cleaned_data["source_key"])
            messages.success(request, f"Added: {paper.title}.")
            return redirect("meetings:item_papers", pk=pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "meetings/papers/draw.html", {"form": form, "item": item})


@show_and_save
@for_officers
def paper_edit(request: HttpRequest, pk: int) -> HttpResponse:
    paper = paper_or_404(pk)
    stored = {name: getattr(paper, name) for name in ("version", *PaperForm.words)}
    form = PaperForm(request.POST or None, initial=stored, paper=paper)
    if form.is_valid():
        try:
            papers.change_paper(paper, by=request.user, version=form.cleaned_data["version"], **form.values())
            messages.success(request, f"Saved: {form.cleaned_data.get('title', paper.title)}.")
            return redirect("meetings:item_papers", pk=paper.item_id)
        except ChangedMeanwhile as meanwhile:
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
            form.add_error(None, PAPER_CHANGED)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    file = file_of(paper)
    seen = inspected(file) if file else None
    context = {"form": form, "paper": paper, "file": file, "inspected": seen}
    return render(request, "meetings/papers/paper.html", context)


@require_POST
@for_officers
def paper_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    paper = paper_or_404(pk)
    said = f"Withdrawn: {paper.title}. It stands under “Withdrawn”, and can be put back."
    return _done(request, paper, lambda: papers.withdraw_paper(paper, by=request.user), said)


@require_POST
@for_officers
def paper_restore(request: HttpRequest, pk: int) -> HttpResponse:
    paper = paper_or_404(pk)
    return _done(
        request, paper, lambda: papers.restore_paper(paper, by=request.user), f"Put back: {paper.title}."
    )


@require_POST
@for_officers
def paper_move(request: HttpRequest, pk: int) -> HttpResponse:
    paper, up = paper_or_404(pk), request.POST.get("way") == "up"
    return _done(request, paper, lambda: papers.move_paper(paper, by=request.user, up=up), "")


@require_safe
@for_officers
def paper_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The pages as a pack would take them now."""
    paper = paper_or_404(pk)
    try:
        return paper_response(paper_pdf(paper, all_files()).pdf, paper)
    except (Unusable, PdfError) as fault:
        messages.error(request, str(fault))
        return redirect("meetings:item_papers", pk=paper.item_id)


@require_safe
@for_officers
def paper_original(request: HttpRequest, pk: int) -> HttpResponse:
    """The very bytes that were uploaded. Only officers get them: nothing was taken out of them."""
    paper = paper_or_404(pk)
    file = file_of(paper)
    if file is None:
        raise Http404("There is no file.")
    try:
        content = all_files().shelf(is_exempt=file.is_exempt).take(file.original_sha256)
    except Damaged:
        messages.error(request, f"The file of “{paper.title}” is lost or damaged. Upload it again.")
        return redirect("meetings:item_papers", pk=paper.item_id)
    return attachment_response(content, file)


def paper_or_404(pk: int) -> Paper:
    return get_object_or_404(Paper.objects.select_related("item__meeting__body"), pk=pk)


def _form_page(
    request: HttpRequest, template: str, form: FileForm, context: dict[str, AgendaItem | Paper]
) -> HttpResponse:
    status = 413 if form.is_bound and form.is_too_large else 200
    return render(request, template, context | {"form": form}, status=status)


def _done(request: HttpRequest, paper: Paper, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
        if said:
            messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:item_papers", pk=paper.item_id)
