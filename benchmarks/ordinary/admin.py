"""Django's own list of the same rows: what a team has the day after its models."""

from django.contrib import admin

from scorecard.models import Figure

site = admin.AdminSite("ordinary")


@admin.register(Figure, site=site)
class FigureAdmin(admin.ModelAdmin):
    list_display = ("indicator", "variant", "period", "value", "numerator", "denominator", "status")
    list_filter = ("variant",)
    list_select_related = ("indicator", "period")
    list_per_page = 5_000
