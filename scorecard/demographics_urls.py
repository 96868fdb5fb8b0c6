from django.urls import path

from scorecard.views import demographic_tables, demographics, small_counts

urlpatterns = [
    path("", demographics.demographics_read, name="demographics_read"),
    path(
        "<month:month>.<tables_format:extension>",
        demographics.demographics_download,
        name="demographics_download",
    ),
    path("<month:month>/full/", small_counts.small_counts_open, name="small_counts_open"),
    path("full/<int:pk>/", small_counts.small_counts_read, name="small_counts_read"),
    path("full/", small_counts.small_counts_register, name="small_counts_register"),
    path("tables/", demographic_tables.demographic_tables, name="demographic_tables"),
    path("tables/<slug:key>/", demographic_tables.demographic_table_edit, name="demographic_table_edit"),
]
