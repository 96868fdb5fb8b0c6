from functools import partial

from django.apps import AppConfig

from core import navigation
from core.access import Permission


class ChallengeCardsConfig(AppConfig):
    name = "challenge_cards"

    def ready(self) -> None:
        from challenge_cards import mentions
        from challenge_cards.papers import CardPaper
        from challenge_cards.public_words import judge_public
        from challenge_cards.report.duties import card_duties
        from challenge_cards.report.reminders import team_lines
        from core import private_words
        from meetings import papers
        from recommendations.report import duties, reminders

        papers.register(CardPaper())
        mentions.register()
        private_words.register(judge_public)
        duties.register(card_duties)
        reminders.register(team_lines)
        section = partial(navigation.register, area="Young people")
        section("You said, we did", "you_said:page_read", permission=None, order=45)
        section("Challenge cards", "challenge_cards:card_list", permission=Permission.READ_CARDS, order=46)
