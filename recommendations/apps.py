from django.apps import AppConfig

from core import navigation


class RecommendationsConfig(AppConfig):
    name = "recommendations"

    def ready(self) -> None:
        navigation.register(
            "Recommendations", "recommendations:recommendation_list", permission=None, order=40
        )
