"""What participation workers are told by mail, for their groups: no mail goes to a child, no account is a child's."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from challenge_cards.clock import verdict_due
from challenge_cards.models import CardStep, ChallengeCard, StepKind
from challenge_cards.report.card import StepLine
from challenge_cards.report.cards import CardLine, line_of, with_promises
from challenge_cards.report.duties import name_of
from challenge_cards.states import State
from core.access import Permission, may
from meetings.date_words import plain_date
from people.models import User
from recommendations.reminder_rules import Rule, calls
from recommendations.report.duties import Matter
from recommendations.report.reminders import Line

LATELY = timedelta(days=30)  # what is older was entered from records, or told long ago
UNTOLD = (StepKind.EVENT, StepKind.BEGUN, StepKind.VERDICT)
TOLD = [kind for kind in StepKind if kind not in UNTOLD]


class Told(NamedTuple):
    """``due_on``: the day it is about; ``for_day``: the day on which its rule fell."""

    rule: Rule
    due_on: date
    for_day: date
    words: str


def team_lines(today: date) -> Iterator[Line]:
    active = User.objects.filter(is_active=True).order_by("pk")
    team = [user for user in active if may(user, Permission.SPEAK_FOR_GROUPS)]
    if team:
        yield from _steps(team, today)
        yield from _late_or_to_ask(team, today)


def _steps(team: list[User], today: date) -> Iterator[Line]:
    """Every change of a card, to all but whoever made it; what would read the same twice, once."""
    since = today - LATELY
    steps = CardStep.objects.filter(kind__in=TOLD, on__range=(since, today), at__date__gte=since)
    lines: dict[tuple, Line] = {}
    for step in steps.select_related("card").order_by("at", "pk"):
        words = f"{_happened(step)}, {StepLine(step, hides=True).when}."
        others = [user for user in team if user.pk != step.by_id]
        told = Told(Rule.MOVED, timezone.localdate(step.at), timezone.localdate(step.at), words)
        for line in _lines(others, step.card, told, key=f"card_step-{step.pk}"):
            lines[line.user.pk, step.card_id, words] = line
    yield from lines.values()


def _happened(step: CardStep) -> str:
    is_next = step.kind == StepKind.RESPONDED and step.round > 1
    return "Answered again" if is_next else step.get_kind_display()


def _late_or_to_ask(team: list[User], today: date) -> Iterator[Line]:
    cards = ChallengeCard.objects.filter(state__in=(State.ACTIONS_AGREED, State.RESPONDED))
    for line in (line_of(card, today) for card in with_promises(cards)):
        for told in (*_late(line, today), *_to_ask(line, today)):
            yield from _lines(team, line.card, told, key=f"card-{line.card.pk}")


def _late(line: CardLine, today: date) -> Iterator[Told]:
    if line.is_late and line.promised:
        for call in calls(line.promised.due_on, None, today):
            yield Told(
                call.rule, line.promised.due_on, call.on, f"{' '.join(line.promise_now)} Tell the group."
            )


def _to_ask(line: CardLine, today: date) -> Iterator[Told]:
    if line.card.state != State.RESPONDED or line.answered_on is None:
        return
    ask_on = verdict_due(line.answered_on)
    if ask_on <= today <= ask_on + LATELY:
        words = f"It was answered on {plain_date(line.answered_on)}. Ask the group whether it worked."
        yield Told(Rule.ASK, ask_on, ask_on, words)


def _lines(team: list[User], card: ChallengeCard, told: Told, *, key: str) -> Iterator[Line]:
    path, name = reverse("challenge_cards:card_read", args=[card.pk]), name_of(card)
    for user in team:
        yield Line(
            user=user, since=date.min, subject=Matter(key, path, path), name=name, path=path, **told._asdict()
        )
