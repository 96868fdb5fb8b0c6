from django.urls import path, register_converter

from scorecard import converters
from scorecard.views import reading

register_converter(converters.MonthConverter, "month")
register_converter(converters.FormatConverter, "format")

app_name = "scorecard"

urlpatterns = [
    path("", reading.month_read, name="month_read"),
    path("<month:month>.<format:extension>", reading.month_download, name="month_download"),
    path("indicators/<str:code>/", reading.indicator_read, name="indicator_read"),
]
