"""What is to be told by mail on a day, to whom: nothing is written here, so that it can be looked at before."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from meetings.closed_days import closed_days_around
from meetings.date_words import plain_date
from meetings.models import Undertaking
from meetings.notice import working
from meetings.report.days import added_days
from people.models import User
from recommendations.lateness import Lateness
from recommendations.models import Recommendation, Reminder
from recommendations.reminder_rules import Rule, calls, month_begins
from recommendations.report.duties import Duty, Matter, duties
from recommendations.report.holders import Holder, holders, publishers
from recommendations.report.resolved import resolved_lately

REMEMBERED = timedelta(days=100)  # longer than any rule speaks of one day
WORDS = {
    Rule.DUE_45: "It is due by the end of {due}.",
    Rule.DUE_14: "It is due by the end of {due}, in {left}.",
    Rule.PAPER_7: "The panel hears of it on {meeting}, and the papers go out by {papers}. Send in what is to be said.",
    Rule.OVERDUE: "It was due by {due} and is overdue.",
    Rule.WEEKLY: "It was due by {due} and is {late} late.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to tell one person. ``since``: the day from which it concerns them."""

    user: User
    since: date
    subject: Recommendation | Undertaking | Matter
    rule: Rule
    due_on: date
    for_day: date
    name: str
    words: str
    path: str

    @property
    def key(self) -> tuple:
        return _subject_key(self.subject), self.rule, self.due_on, self.for_day


@dataclass(frozen=True, slots=True)
class Mail:
    user: User
    lines: list[Line]


Source = Callable[[date], Iterable[Line]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """``source``: what else is told on a day, by a room above."""
    if source not in _sources:
        _sources.append(source)


def mails(today: date) -> list[Mail]:
    """One for each person, the most pressing line first; none on a day on which the offices are shut."""
    if not working(today, closed_days_around(today, added_days())):
        return []
    owed, officers = duties(today), publishers()
    told = told_lately(today)
    lines = [
        *_due_lines(owed, officers, today),
        *_stale_lines(owed, officers, today),
        *_resolved_lines(officers, today),
        *(line for source in _sources for line in source(today)),
    ]
    return _by_person(one for one in _once(lines) if not is_told(one, told))


def told_lately(today: date, user: User | None = None) -> dict[tuple, list[Reminder]]:
    rows = Reminder.objects.filter(sent_on__gte=today - REMEMBERED)
    if user is not None:
        rows = rows.filter(user=user)
    found: dict[tuple, list[Reminder]] = {}
    for one in rows:
        found.setdefault((_kept_key(one), Rule(one.rule), one.due_on, one.for_day), []).append(one)
    return found


def is_told(line: Line, told: dict[tuple, list[Reminder]]) -> bool:
    """To them, or to those who answered for it before they did."""
    return any(one.user_id == line.user.pk or one.sent_on < line.since for one in told.get(line.key, []))


def _due_lines(owed: Iterable[Duty], officers: list[User], today: date) -> Iterator[Line]:
    owed = list(owed)
    posts = {post for duty in owed for post in (duty.owner.pk, duty.owner.head_id) if post}
    held = holders(posts, today)
    for duty in owed:
        heirs = held.get(duty.owner.pk) or _standing_in(duty, held, officers)
        vacant = "" if duty.owner.pk in held else f"Nobody holds the post of {duty.owner} now. "
        for call in calls(duty.due_on, duty.papers_on, today):
            if call.rule == Rule.PAPER_7 and not duty.awaits_papers:
                continue
            about = (duty.papers_on if call.rule == Rule.PAPER_7 else duty.due_on) or today
            words = vacant + _words(duty, call.rule)
            for heir in heirs:
                yield _line(heir, duty, call.rule, about, call.on, words)


def _standing_in(duty: Duty, held: Mapping[int, list[Holder]], officers: list[User]) -> list[Holder]:
    """Of a vacant post: the head of its service, and democratic services."""
    heads = held.get(duty.owner.head_id, []) if duty.owner.head_id else []
    return [*heads, *(Holder(one, date.min) for one in officers)]


def _stale_lines(owed: Iterable[Duty], officers: list[User], today: date) -> Iterator[Line]:
    month = month_begins(today)
    for duty in owed:
        if duty.is_stale:
            words = f"Nothing new has been heard of it. {duty.owner} answers for it."
            for officer in officers:
                yield _line(Holder(officer, date.min), duty, Rule.STALE, month, month, words)


def _resolved_lines(officers: list[User], today: date) -> Iterator[Line]:
    happened = resolved_lately(today)
    held = holders({one.recommendation.owner_id for one in happened}, today)
    for one in happened:
        owners = [holder.user for holder in held.get(one.recommendation.owner_id, [])]
        followers = [
            follower.user for follower in one.recommendation.followers.all() if follower.user.is_active
        ]
        for user in {person.pk: person for person in [*owners, *followers, *officers]}.values():
            committee = f" Please tell the {one.recommendation.report.body}." if user in officers else ""
            yield Line(
                user=user,
                since=date.min,
                subject=one.recommendation,
                rule=one.rule,
                due_on=one.on,
                for_day=one.on,
                name=f"Recommendation {one.recommendation.number}: {one.recommendation.short_title}",
                words=one.words + committee,
                path=one.path,
            )


def _line(holder: Holder, duty: Duty, rule: Rule, about: date, for_day: date, words: str) -> Line:
    return Line(
        user=holder.user,
        since=holder.since,
        subject=duty.subject,
        rule=rule,
        due_on=about,
        for_day=for_day,
        name=duty.name,
        words=words,
        path=duty.path,
    )


def _words(duty: Duty, rule: Rule) -> str:
    left = duty.standing.days if duty.standing.lateness in (Lateness.DUE_SOON, Lateness.IN_TIME) else 0
    return WORDS[rule].format(
        due=_day(duty.due_on),
        left=_days(left),
        late=_days(duty.standing.days),
        meeting=_day(duty.meeting_on),
        papers=_day(duty.papers_on),
    )


def _day(day: date | None) -> str:
    return plain_date(day) if day else ""


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def _once(lines: Iterable[Line]) -> Iterator[Line]:
    seen = set()
    for line in lines:
        if (line.user.pk, line.key) not in seen:
            seen.add((line.user.pk, line.key))
            yield line


def _by_person(lines: Iterable[Line]) -> list[Mail]:
    found: dict[int, Mail] = {}
    for line in lines:
        found.setdefault(line.user.pk, Mail(line.user, [])).lines.append(line)
    return list(found.values())


def _kept_key(one: Reminder) -> tuple[str, int | str]:
    if one.matter:
        return "m", one.matter
    return ("r", one.recommendation_id) if one.recommendation_id else ("u", one.undertaking_id)


def _subject_key(subject: Recommendation | Undertaking | Matter) -> tuple[str, int | str]:
    if isinstance(subject, Matter):
        return "m", subject.key
    return ("r" if isinstance(subject, Recommendation) else "u"), subject.pk
