"""What challenge cards have to tell a reader on the first page: words that wait, and answers that are late."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from challenge_cards.models import ChallengeCard, Review, ReviewState
from challenge_cards.readers import may_review
from challenge_cards.report.cards import line_of, with_promises
from challenge_cards.states import State
from core.access import Permission, may
from core.news import News
from people.models import User


def card_news(user: User, *, today: date) -> Iterator[News]:
    if may_review(user):
        yield from _words_to_look_at()
    if may(user, Permission.ANSWER_CARDS):
        yield from _late_answers(today)


def answered_news() -> Iterator[News]:
    """For everybody: what groups asked."""
    asked = ChallengeCard.objects.public().filter(taken_down_at=None).count()
    if asked:
        said = "a change" if asked == 1 else f"{asked} changes"
        page = reverse("you_said:page_read")
        yield News(
            f"Groups of young people in care asked for {said}.", page, "You said, we did: read what happened"
        )


def _words_to_look_at() -> Iterator[News]:
    waiting = Review.objects.filter(state=ReviewState.WAITING).count()
    if waiting:
        said = "1 text" if waiting == 1 else f"{waiting} texts"
        sentence = f"{said} of young people’s cards {'waits' if waiting == 1 else 'wait'} to be looked at."
        yield News(sentence, reverse("challenge_cards:review_list"), "Texts to look at")


def _late_answers(today: date) -> Iterator[News]:
    promised = ChallengeCard.objects.filter(state=State.ACTIONS_AGREED, is_held=False)
    late = sum(line_of(card, today).is_late for card in with_promises(promised))
    if late:
        said = (
            "1 answer to young people is late." if late == 1 else f"{late} answers to young people are late."
        )
        yield News(said, reverse("challenge_cards:card_list"), "Challenge cards")
