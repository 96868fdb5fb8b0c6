from django.apps import AppConfig


class ChallengeCardsConfig(AppConfig):
    name = "challenge_cards"
