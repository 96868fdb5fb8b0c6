"""What the first page tells whoever opens it: at most five things, the newest finding first."""

from people.models import User
from scorecard.report.news import News, scorecard_news, upload_news

MOST = 5


def news_for(user: User) -> list[News]:
    return [*scorecard_news(user), *upload_news(user)][:MOST]
