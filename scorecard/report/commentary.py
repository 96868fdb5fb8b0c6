"""Which commentary a month needs, of whom it is asked, and how far it is."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.formats import date_format

from people.models import Post, PostHolding, User
from scorecard.models import Commentary, Indicator
from scorecard.models.commentary import BASELINES
from scorecard.periods import month_label
from scorecard.report.changes import MISSED, joined
from scorecard.report.months import Month, Months
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison

BASELINE_WORDS = {
    Comparison.PREVIOUS_PANEL: "the previous panel report",
    Comparison.PREVIOUS_MONTH: "the month before",
}


class Asked(NamedTuple):
    """A key performance indicator that its owner has to explain; `before` is "was green in June 2018" or empty."""

    row: Row
    before: str

    @property
    def why(self) -> str:
        """ "It is amber and was green in June 2018"."""
        return " and ".join(filter(None, [f"It is {self.row.now.rating.rating.label.lower()}", self.before]))

    @property
    def wants_date(self) -> bool:
        """Whoever misses a target says by when something is done; whoever met it again need not."""
        return self.row.now.rating.rating in MISSED


class Task(NamedTuple):
    """What is asked, of the post that answers for the indicator and those who hold it, and what was written."""

    asked: Asked
    post: Post | None
    holders: tuple[User, ...]
    commentary: Commentary | None

    @property
    def is_done(self) -> bool:
        return self.commentary is not None and self.commentary.is_submitted

    @property
    def state(self) -> str:
        return self.commentary.get_state_display() if self.commentary else "Not begun"

    def is_for(self, user: User) -> bool:
        return user in self.holders


def commentary_asked(scorecard: Scorecard) -> tuple[Asked, ...]:
    """Every amber or red indicator, and every one whose colour changed since either baseline."""
    found = ((row, _earlier_colours(row)) for row in scorecard.rows)
    return tuple(Asked(row, before) for row, before in found if before or row.now.rating.rating in MISSED)


def _earlier_colours(row: Row) -> str:
    """ "was green in June 2018 and in July 2018"; empty where it had this colour then too."""
    said: dict[str, list[str]] = {}
    for comparison in BASELINES:
        if row.has_changed_rating(comparison):
            before = row.earlier[comparison]
            months = said.setdefault(before.rating.rating.label.lower(), [])
            months += [f"in {before.month.label}"] if f"in {before.month.label}" not in months else []
    return " and ".join(f"was {colour} {joined(months)}" for colour, months in said.items())


def commentary_tasks(scorecard: Scorecard, *, today: date) -> list[Task]:
    """In the scorecard's order, with who holds each post today."""
    asked = commentary_asked(scorecard)
    posts = _posts([one.row.code for one in asked])
    holders = _holders((post for post in posts.values() if post), today)
    written = {one.indicator.code: one for one in _written(scorecard.month)}
    return [
        Task(one, posts[one.row.code], holders.get(posts[one.row.code], ()), written.get(one.row.code))
        for one in asked
    ]


def _posts(codes: Iterable[str]) -> dict[str, Post | None]:
    found = Indicator.objects.filter(code__in=codes).select_related("owner").order_by()
    return {indicator.code: indicator.owner for indicator in found}


def _holders(posts: Iterable[Post], today: date) -> Mapping[Post | None, tuple[User, ...]]:
    now = Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gte=today))
    held: dict[Post | None, tuple[User, ...]] = {}
    for holding in PostHolding.objects.filter(now, post__in=set(posts)).select_related("post", "user"):
        if holding.user.is_active:
            held[holding.post] = (*held.get(holding.post, ()), holding.user)
    return held


def _written(month: Month) -> Iterable[Commentary]:
    return Commentary.objects.filter(period_id=month.pk).select_related(
        "indicator", "baseline_period", "written_by"
    )


def baseline_choices(months: Months) -> list[tuple[str, str]]:
    """What a commentary may compare with, the panel's baseline first; a month that is both once, as the panel's."""
    found = {months.baseline(name): name for name in reversed(BASELINES)}
    return [
        (name.value, baseline_label(name, month.ends_on)) for month, name in reversed(found.items()) if month
    ]


def baseline_label(name: Comparison | str, ends_on: date) -> str:
    """ "June 2018, the previous panel report"."""
    return f"{month_label(ends_on)}, {BASELINE_WORDS[Comparison(name)]}"


def commentary_text(commentary: Commentary, post: Post | None = None) -> dict[str, Any]:
    """As pages and the paper show it, all in words."""
    period = commentary.baseline_period
    return {
        "compared": f"Compared with {baseline_label(commentary.baseline, period.ends_on)}" if period else "",
        "what_changed": commentary.what_changed,
        "why": commentary.why,
        "action": commentary.action,
        "by_when": date_format(commentary.by_when) if commentary.by_when else "",
        "written_by": ", ".join(filter(None, [commentary.written_by.name, post.title if post else ""])),
    }


def shown_commentary(indicator: Indicator, month: Month) -> dict[str, Any] | None:
    """What everybody who reads the scorecard may read of it; None before it is submitted."""
    found = Commentary.objects.submitted().filter(indicator=indicator, period_id=month.pk)
    commentary = found.select_related("baseline_period", "written_by").first()
    return commentary_text(commentary, indicator.owner) if commentary else None
