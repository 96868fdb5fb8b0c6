"""The four cards of 2018, entered as officers enter them. What somebody changed since then is left alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from challenge_cards.actions import answering, entering, groups, moving, publishing, wordings
from challenge_cards.models import PLAIN_FIELDS, ChallengeCard, Group
from challenge_cards.states import State
from core.access import Role
from core.fixtures import read_json
from meetings.models import AgendaItem
from people.demonstration import email_of
from people.models import Post, User
from recommendations.due_dates import Precision, last_day
from recommendations.models import PledgeTheme, Principle, Recommendation, StrategyOutcome

YEAR = 2018


@transaction.atomic
def load_demonstration(progress: Callable[[str], None]) -> None:
    """Needs the meetings; where strategy and recommendations are there too, cards are linked to them."""
    if Group.objects.exists():
        progress("Challenge cards: there already.")
        return
    told = read_json("challenge-cards-2018")
    worker = User.objects.get(email=email_of(Role.PARTICIPATION_WORKER))
    clerk = User.objects.get(email=email_of(Role.DEMOCRATIC_SERVICES))
    for row in told["groups"]:
        groups.save_group(None, is_active=True, by=worker, **row)
    for name in told["names"]:
        groups.agree_known_name(groups.add_known_name(name=name, by=clerk), by=worker)
    for row in told["earlier"]:
        _earlier(row, worker=worker, clerk=clerk)
    _current(told["current"], by=worker)
    progress(f"Challenge cards: {ChallengeCard.objects.count()} added, with {len(told['groups'])} groups.")


def _earlier(row: dict[str, Any], *, worker: User, clerk: User) -> None:
    texts = {name: row[name] for name in ("title", "question", "outcome")}
    card = entering.record_earlier_card(year=YEAR, state=State.RESPONDED, by=clerk, **texts)
    for step in row["steps"]:
        on, precision = _day(step["on"])
        item = _item(on, step["item"]) if "item" in step else None
        moving.note_step(
            card,
            kind=step["kind"],
            on=on,
            precision=precision,
            body=step["body"],
            note=step["note"],
            item=item,
            by=worker,
        )
    for action in row["actions"]:
        answering.record_earlier_action(
            card,
            text=action["text"],
            owner=_post(action["owner"]),
            status=action["status"],
            evidence=action["evidence"],
            by=clerk,
        )
    _words_and_links(card, row, by=worker)


def _current(row: dict[str, Any], *, by: User) -> None:
    card = entering.enter_card(
        group=Group.objects.get(name=row["group"]),
        received_on=date.fromisoformat(row["received_on"]),
        received_precision=Precision.MONTH,
        by=by,
        **{name: row[name] for name in ("title", "question", "why")},
    )
    _to_officers(card, row, by=by)
    first, *others = row["actions"]
    on = date.fromisoformat(row["officers_on"])
    moving.agree_actions(
        card,
        text=first["text"],
        owner=_post(first["owner"]),
        on=on,
        body=row["officers"],
        due_on=date.fromisoformat(row["due_on"]),
        by=by,
    )
    for action in others:
        answering.add_action(card, text=action["text"], owner=_post(action["owner"]), by=by)
    for action, told in zip(card.actions.all(), row["actions"], strict=True):
        answering.report_on_action(
            action, status=told["status"], evidence=told["evidence"], version=action.version, by=by
        )
    reported = date.fromisoformat(row["reported_on"])
    moving.note_step(
        card,
        kind="reported",
        on=reported,
        body="Corporate Parenting Panel",
        note=row["reported_note"],
        item=_item(reported, row["reported_item"]),
        by=by,
    )
    _words_and_links(card, row, by=by)


def _to_officers(card: ChallengeCard, row: dict[str, Any], *, by: User) -> None:
    council, supported = Group.objects.get(name=row["council"]), date.fromisoformat(row["supported_on"])
    moving.hand_to_council(card, council=council, on=supported, by=by)
    moving.council_decides(
        card, council=council, supports=True, on=supported, note=row["supported_note"], by=by
    )
    moving.hand_to_officers(
        card,
        owner=_post(row["owner"]),
        on=date.fromisoformat(row["officers_on"]),
        body=row["officers"],
        by=by,
    )


def _words_and_links(card: ChallengeCard, row: dict[str, Any], *, by: User) -> None:
    for audience, said in row["words"].items():
        words = dict.fromkeys(PLAIN_FIELDS, "") | said
        kept = wordings.write_wording(card, audience=audience, language="en", version=0, by=by, **words)
        wordings.check_wording(kept, version=kept.version, by=by)
    links = row["links"]
    card.refresh_from_db()
    publishing.link_card(
        card,
        version=card.version,
        by=by,
        outcomes=[one for code in links["outcomes"] for one in _outcome(code)],
        pledges=PledgeTheme.objects.filter(code__in=links["pledges"]),
        principles=Principle.objects.filter(code__in=links["principles"]),
        recommendations=Recommendation.objects.filter(number__in=links["recommendations"]),
        undertakings=[],
    )


def _outcome(code: str) -> list[StrategyOutcome]:
    question, number = code.split("-")
    return list(StrategyOutcome.objects.filter(question__number=question, number=number))


def _day(text: str) -> tuple[date, Precision]:
    if len(text) == len("2018-07"):
        return last_day(date.fromisoformat(f"{text}-01"), Precision.MONTH), Precision.MONTH
    return date.fromisoformat(text), Precision.DAY


def _item(on: date, number: int) -> AgendaItem | None:
    return AgendaItem.objects.filter(meeting__on=on, number=number).first()


def _post(title: str) -> Post:
    return Post.objects.get_or_create(title=title)[0]
