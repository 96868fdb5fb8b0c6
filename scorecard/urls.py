from django.urls import include, path, register_converter

from scorecard import converters
from scorecard.views import glossary, indicator, month, rebases, two_months

register_converter(converters.MonthConverter, "month")
register_converter(converters.FormatConverter, "format")
register_converter(converters.TablesFormatConverter, "tables_format")
register_converter(converters.CodeConverter, "code")

app_name = "scorecard"

urlpatterns = [
    path("", month.month_read, name="month_read"),
    path("<month:month>.<format:extension>", month.month_download, name="month_download"),
    path("compare/", two_months.months_compare, name="months_compare"),
    path("compare.csv", two_months.comparison_download, name="comparison_download"),
    path("glossary/", glossary.glossary_read, name="glossary_read"),
    path("indicators/<code:code>.pdf", indicator.indicator_download, name="indicator_download"),
    path("indicators/<code:code>/", indicator.indicator_read, name="indicator_read"),
    path("indicators/manage/", include("scorecard.upkeep_urls")),
    path("indicators/<code:code>/rebase/", rebases.rebase_create, name="rebase_create"),
    path(
        "indicators/<code:code>/rebases/<int:pk>/withdraw/", rebases.rebase_withdraw, name="rebase_withdraw"
    ),
    path("demographics/", include("scorecard.demographics_urls")),
    path("uploads/", include("scorecard.upload_urls")),
    path("", include("scorecard.panel_urls")),
]
