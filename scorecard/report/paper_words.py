"""What the portal itself writes in the paper for the panel. An officer may put other words in place of any of it."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.utils.formats import date_format

from scorecard.models import Variant
from scorecard.report.changes import Changes, changes_since, disagreements, in_words, joined
from scorecard.report.commentary import BASELINE_WORDS
from scorecard.report.facts import illustrative_then
from scorecard.report.headline import (
    against_floor,
    against_target,
    figure_text,
    marked_figure,
    moved_since,
    sentence_case,
)
from scorecard.report.months import Month, Months
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Comparison, DirectionOfTravel

# The short fields at the head of the paper, then its paragraphs, each with the name that the officer reads.
FIELDS = {"to": "To", "from": "From", "subject": "Subject", "classification": "Classification"}
PARAGRAPHS = {
    "summary": "Summary",
    "recommendation": "Recommendation",
    "introduction": "Introduction",
    "ratings": "How many are green, amber and red",
    "changes": "What changed since the previous panel report",
    "movement": "Which improved and which declined",
    "otherwise": "The picture against the month before",
}
OTHER_CHILDREN = {Variant.ALL: "All children", Variant.EXC_UASC: "Without unaccompanied children"}
WAYS = {
    DirectionOfTravel.IMPROVING: "improved",
    DirectionOfTravel.WORSENING: "declined",
    DirectionOfTravel.STEADY: "did not change",
    DirectionOfTravel.NONE: "cannot be compared",
}


def own_words(scorecard: Scorecard) -> dict[str, str]:
    """By key of FIELDS and PARAGRAPHS; what does not apply to the month is empty."""
    since_panel = changes_since(scorecard, Comparison.PREVIOUS_PANEL)
    return {
        "to": settings.PANEL_NAME,
        "from": f"Management Information, {settings.COUNCIL_NAME}",
        "subject": f"Children in care performance scorecard, {scorecard.month.label}",
        "classification": "Unrestricted",
        "summary": _summary(scorecard),
        "recommendation": (
            "Members are asked to note the figures, and to comment on what is being done about the indicators that "
            "miss their target."
        ),
        "introduction": _introduction(scorecard),
        "ratings": _ratings(scorecard),
        "changes": _changes(since_panel),
        "movement": _movement(since_panel),
        "otherwise": _otherwise(scorecard),
    }


def row_words(row: Row, months: Months) -> str:
    """One amber or red indicator, or one that changed its colour, in a paragraph."""
    now = row.now
    if now.figure is None:
        return f"There is no figure for {now.month.label}: {now.without_figure}."
    said = [f"{marked_figure(now)} in {now.month.label}: {_against_lines(row)}"]
    for comparison, month in told_baselines(months).items():
        if row.travel[comparison].arrow:
            since = f"Since {month.label}, {BASELINE_WORDS[comparison]}"
            said.append(f"{since}: {row.travel[comparison].words}")
    if other := row.told_other:
        said.append(f"{OTHER_CHILDREN[other.variant]}: {marked_figure(other)}")
    said += [f"{', '.join(filter(None, [b.area, b.period_label]))}: {b.text}" for b in row.benchmarks]
    return " ".join(f"{sentence}." for sentence in said)


def told_baselines(months: Months) -> dict[Comparison, Month]:
    """The panel's first; a month that is both is told once."""
    panel, month = (months.baseline(name) for name in BASELINE_WORDS)
    found = {Comparison.PREVIOUS_PANEL: panel, Comparison.PREVIOUS_MONTH: None if month == panel else month}
    return {name: baseline for name, baseline in found.items() if baseline}


def _against_lines(row: Row) -> str:
    floor = against_floor(row.now)
    illustrative = ", which is illustrative" if floor and row.now.is_floor_illustrative else ""
    return " and ".join(filter(None, [against_target(row.now), floor])) + illustrative


def way_heading(way: DirectionOfTravel, number: int, since: str) -> str:
    """ "7 improved since June 2018", "2 cannot be compared with June 2018"."""
    return f"{number} {WAYS[way]} {'with' if way == DirectionOfTravel.NONE else 'since'} {since}"


def _kpis(scorecard: Scorecard) -> list[Row]:
    return [row for row in scorecard.rows if row.measure.is_kpi]


def _summary(scorecard: Scorecard) -> str:
    kpis, every = len(_kpis(scorecard)), len(scorecard.rows)
    return (
        f"This paper puts the children in care scorecard for {scorecard.month.label} before the panel. The scorecard "
        f"has {every} indicators. {kpis} of them are key performance indicators (KPIs): they are rated green, amber or "
        f"red against a target and a floor standard. {every - kpis} show activity and are not rated."
    )


def _introduction(scorecard: Scorecard) -> str:
    months = scorecard.months
    said = [
        f"The figures are those of {months.chosen.label}, for {Variant.ALL.label.lower()} unless a line says otherwise"
    ]
    baselines = told_baselines(months)
    panel, month = baselines.get(Comparison.PREVIOUS_PANEL), baselines.get(Comparison.PREVIOUS_MONTH)
    if panel:
        seen = f", which members saw on {date_format(panel.meeting_on)}" if panel.meeting_on else ""
        said.append(f"They are compared with {panel.label}, the previous panel report{seen}")
    if month:
        said.append(
            f"{'Beside that they' if panel else 'They'} are compared with {month.label}, the month before"
        )
    if panel and month:
        said.append("The two can tell different stories, so every comparison names its month")
    made_up = [illustrative_then(scorecard, name).rstrip(".") for name in baselines]
    return " ".join(f"{sentence}." for sentence in [*said, *filter(None, made_up)])


def _ratings(scorecard: Scorecard) -> str:
    counts, kpis = scorecard.ratings, _kpis(scorecard)
    unrated = len(kpis) - len(scorecard.rated)
    rest = f" {sentence_case(in_words(unrated))} could not be rated." if unrated else ""
    return (
        f"Of the {len(kpis)} KPIs, {counts.green} are green: they meet their target. {counts.amber} are amber: they "
        f"miss their target but not their floor standard. {counts.red} are red: they miss their floor standard.{rest}"
    )


def _changes(since: Changes | None) -> str:
    if since is None:
        return "No earlier month was reported to the panel, so there is no earlier report to compare with."
    if since.nothing_to_compare:
        return f"{since.nothing_to_compare}."
    seen = (
        f", which the panel saw on {date_format(since.baseline.meeting_on)}"
        if since.baseline.meeting_on
        else ""
    )
    changed = "; ".join(change.sentence for change in since.rating_changes)
    return f"{since.how_many} since {since.baseline.label}{seen}{f': {changed}' if changed else ''}."


def _movement(since: Changes | None) -> str:
    if since is None or since.nothing_to_compare:
        return ""
    number = len(since.missed)
    if not number:
        return "No KPI misses its target."
    first, *others = [f"{len(move.rows)} {{}}{WAYS[move.direction]}" for move in since.moves]
    of_all = f"of the {number} {since.colours} KPI{'s' if number > 1 else ''} "
    parts = [first.format(of_all), *(other.format("") for other in others)]
    return (
        f"Since {since.baseline.label}, the previous panel report, {joined(parts)}. Improved means that the figure "
        "moved towards its target."
    )


def _otherwise(scorecard: Scorecard) -> str:
    baselines = told_baselines(scorecard.months)
    if len(baselines) < 2:
        return ""
    month = baselines[Comparison.PREVIOUS_MONTH]
    number = len(disagreements(scorecard))
    picture = f"different for {in_words(number)} of them" if number else "the same"
    return f"Measured against {month.label}, the month before, the picture is {picture}."


def otherwise_words(row: Row) -> str:
    """ "84.2% in June 2018, 84.5% in July 2018, 84.3% in August 2018: up 0.1 points ...; down 0.2 points ..."."""
    panel, month = row.earlier[Comparison.PREVIOUS_PANEL], row.earlier[Comparison.PREVIOUS_MONTH]
    figures: Sequence[str] = [f"{figure_text(r)} in {r.month.label}" for r in (panel, month, row.now)]
    moves: Mapping[Comparison, str] = {name: moved_since(row.travel[name]) for name in BASELINE_WORDS}
    return f"{', '.join(figures)}: {'; '.join(moves.values())}"
