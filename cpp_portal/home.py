"""What the first page tells whoever opens it: at most five things, the newest finding first."""

from django.utils import timezone

from challenge_cards.report.news import answered_news, card_news
from core.news import News
from meetings.report.news import coming_news, meeting_tasks, next_meeting_news, published_news
from people.models import User
from recommendations.report.news import register_news, update_news
from scorecard.report.news import commentary_news, scorecard_news, upload_news

MOST = 5


def news_for(user: User) -> list[News]:
    """The finding, then what waits for this reader, and the next meeting as long as there is room for it."""
    today = timezone.localdate()
    news = [
        *scorecard_news(user),
        *meeting_tasks(user, today=today),
        *card_news(user, today=today),
        *update_news(user, today=today),
        *commentary_news(user, today=today),
        *upload_news(user),
    ]
    coming = list(next_meeting_news(user, today=today))
    return [*news[: MOST - len(coming)], *coming]


def news_for_everybody() -> list[News]:
    """What was asked and done, and the panel's meetings: all that needs no account."""
    today = timezone.localdate()
    return [*coming_news(today), *published_news(), *register_news(today=today), *answered_news()]
