from django.urls import path, register_converter

from recommendations.converters import RegisterFormatConverter
from recommendations.views import recommendation, register, strategy

register_converter(RegisterFormatConverter, "register_format")

urlpatterns = [
    path("", register.recommendation_list, name="recommendation_list"),
    path("register.<register_format:extension>", register.register_download, name="register_download"),
    path("strategy/", strategy.strategy_read, name="strategy_read"),
    path("strategy/print/", strategy.strategy_print, name="strategy_print"),
    path("<int:pk>/", recommendation.recommendation_read, name="recommendation_read"),
    path("<int:pk>/print/", recommendation.recommendation_print, name="recommendation_print"),
]
