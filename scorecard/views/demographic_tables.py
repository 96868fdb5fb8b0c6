"""The tables that children are counted in, and their rows: kept by those who keep the indicators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.access import Permission, requires
from scorecard.demographics.actions import add_category, add_table
from scorecard.forms.demographics import CategoryForm, TableForm
from scorecard.models import DemographicTable


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.MANAGE_INDICATORS)
def demographic_tables(request: HttpRequest) -> HttpResponse:
    form = TableForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        table = add_table(**form.cleaned_data, by=request.user)
        messages.success(request, f"{table.name} is a table now. Add its rows.")
        return redirect("scorecard:demographic_table_edit", key=table.key)
    tables = DemographicTable.objects.prefetch_related("categories")
    return render(request, "scorecard/demographics/tables.html", {"form": form, "tables": tables})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.MANAGE_INDICATORS)
def demographic_table_edit(request: HttpRequest, key: str) -> HttpResponse:
    table = get_object_or_404(DemographicTable, key=key)
    form = CategoryForm(request.POST if request.method == "POST" else None, table=table)
    if form.is_valid():
        row = add_category(table, **form.cleaned_data, by=request.user)
        messages.success(
            request, f"{row.name} is a row of {table.name} now. The next workbook needs its number."
        )
        return redirect("scorecard:demographic_table_edit", key=key)
    context = {"table": table, "rows": table.categories.all(), "form": form}
    return render(request, "scorecard/demographics/table.html", context)
