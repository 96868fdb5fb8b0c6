from django.apps import AppConfig

from core import navigation
from core.access import Permission


class ChallengeCardsConfig(AppConfig):
    name = "challenge_cards"

    def ready(self) -> None:
        navigation.register("You said, we did", "you_said:page_read", permission=None, order=36)
        navigation.register(
            "Challenge cards", "challenge_cards:card_list", permission=Permission.READ_CARDS, order=38
        )
