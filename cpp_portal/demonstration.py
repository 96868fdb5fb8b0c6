"""What ``manage.py demo`` loads, in order. Each part looks what is there already and adds only what is missing."""

from collections.abc import Callable

from challenge_cards.demonstration import load_demonstration as load_cards
from meetings.demonstration import load_demonstration as load_meetings
from meetings.demonstration import load_packs
from people.demonstration import load_accounts
from recommendations.demonstration import load_demonstration as load_recommendations
from scorecard.demonstration import load_demonstration

Say = Callable[[str], None]
PARTS: tuple[Callable[[Say], None], ...] = (
    load_accounts,
    load_meetings,
    load_demonstration,
    load_recommendations,
    load_cards,
    load_packs,
)


def load(say: Say) -> None:
    for part in PARTS:
        part(say)
