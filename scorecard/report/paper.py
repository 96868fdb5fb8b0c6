"""The paper that puts a month before the panel: gathered once, as plain data, for page, PDF and the frozen report.

Whatever a template prints of it is text already. So a report that was published shows the same words for ever,
whatever becomes of the code that rates and compares.
"""

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from django.utils.formats import date_format

from scorecard.models import Indicator, PaperPart, ReportPlan, Variant
from scorecard.published import with_unit
from scorecard.rag import Rag
from scorecard.report.changes import changes_since, disagreements, from_to
from scorecard.report.commentary import BASELINE_WORDS, Task, commentary_tasks, commentary_text
from scorecard.report.facts import facts
from scorecard.report.months import Months
from scorecard.report.notes import DATA_PERIODS, DIRECTIONS, FIGURES, KEY
from scorecard.report.paper_children import children_in_care
from scorecard.report.paper_words import (
    FIELDS,
    OTHER_CHILDREN,
    PARAGRAPHS,
    otherwise_words,
    own_words,
    row_words,
    told_baselines,
    way_heading,
)
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard, read_scorecard
from scorecard.report.small_counts import hidden_note, without_small_counts
from scorecard.report.tidy import as_data
from scorecard.travel import Comparison, Travel

FORM = 1  # of the data below; a template that changes has to go on drawing every earlier form
ROW_PART = "kpi-"


class Paper(NamedTuple):
    """The data, as the public reads it, with what it was made from: for officers and for the rows that are frozen."""

    data: dict[str, Any]
    scorecard: Scorecard
    tasks: list[Task]
    plan: ReportPlan | None
    edits: dict[str, PaperPart]

    @property
    def content(self) -> str:
        """The one text of it. The same data always make the same text."""
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True)

    @property
    def fingerprint(self) -> str:
        return sha256(self.content.encode()).hexdigest()

    @property
    def outdated(self) -> list[str]:
        """Names of the parts whose own words have changed since an officer put others in their place."""
        parts = every_part(self.data)
        return [
            parts[key]["label"]
            for key, edit in self.edits.items()
            if key in parts and edit.text and edit.own_text != parts[key]["own"]
        ]


def read_paper(months: Months, *, today: date) -> Paper:
    """As it stands now. `today` decides who holds the posts that commentary is asked of, not what is printed."""
    scorecard = read_scorecard(months, variant=Variant.ALL)
    tasks = commentary_tasks(scorecard, today=today)
    plan = ReportPlan.objects.filter(period_id=months.chosen.pk).first()
    parts = PaperPart.objects.filter(period_id=months.chosen.pk).select_related("edited_by")
    edits = {part.key: part for part in parts}
    codes = Indicator.objects.filter(is_personal=True).values_list("code", flat=True)
    public = without_small_counts(scorecard, set(codes))
    return Paper(_data(public, _told_of(public, tasks), plan, edits), scorecard, tasks, plan, edits)


def _told_of(public: Scorecard, tasks: Iterable[Task]) -> list[Task]:
    rows = {row.code: row for row in public.rows}
    return [task._replace(asked=task.asked._replace(row=rows[task.asked.row.code])) for task in tasks]


def every_part(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """All that an officer may edit, by key, in the order of the paper."""
    parts = [*data["fields"], *data["parts"].values(), *(block["part"] for block in data["blocks"])]
    return {part["key"]: part for part in parts}


def _data(
    scorecard: Scorecard, tasks: list[Task], plan: ReportPlan | None, edits: dict[str, PaperPart]
) -> dict[str, Any]:
    own, meeting_on = own_words(scorecard), plan.meeting_on.isoformat() if plan else None
    return {
        "form": FORM,
        "title": f"Children in care performance scorecard, {scorecard.month.label}",
        "month": scorecard.month.label,
        "slug": scorecard.month.slug,
        "meeting_on": meeting_on,
        "meeting": date_format(plan.meeting_on) if plan else "",
        "fields": [_part(key, label, own[key], edits) for key, label in FIELDS.items()],
        "parts": {key: _part(key, label, own[key], edits) for key, label in PARAGRAPHS.items()},
        "facts": facts(scorecard)[1:],
        "counts": [[rating, number] for rating, number in scorecard.ratings._asdict().items()],
        "moves": _moves(scorecard),
        "otherwise": [
            {"code": r.code, "name": r.name, "words": otherwise_words(r)} for r in disagreements(scorecard)
        ],
        "blocks": [_block(task, scorecard.months, edits) for task in _by_colour(tasks)],
        "columns": _columns(scorecard.months),
        "sections": _sections(scorecard.rows),
        "children": children_in_care(scorecard.month),
        "key": [list(pair) for pair in KEY],
        "notes": [*DIRECTIONS, *FIGURES, *hidden_note(scorecard)],
        "periods": [list(pair) for pair in DATA_PERIODS],
        # Not the meeting that the month was reported to: that is so only once this is published.
        "scorecard": as_data(scorecard) | {"panel_meeting_on": meeting_on},
    }


def _part(key: str, label: str, own: str, edits: dict[str, PaperPart]) -> dict[str, Any]:
    edit = edits.get(key)
    is_edited = edit is not None and bool(edit.text)
    text = edit.text if is_edited else own
    return {
        "key": key,
        "label": label,
        "text": text,
        "paragraphs": [line for line in text.split("\n") if line.strip()],
        "own": own,
        "is_edited": is_edited,
        "edited_by": edit.edited_by.name if is_edited else "",
        "edited_on": date_format(edit.edited_at) if is_edited else "",
    }


def _moves(scorecard: Scorecard) -> list[dict[str, Any]]:
    """The amber and red indicators by the way they went since the previous panel report, each with its figures."""
    since = changes_since(scorecard, Comparison.PREVIOUS_PANEL)
    if since is None or since.nothing_to_compare:
        return []
    return [
        {
            "heading": way_heading(move.direction, len(move.rows), since.baseline.label),
            "rows": [
                {"code": row.code, "name": row.name, "words": _moved(row, since.comparison)}
                for row in move.rows
            ],
        }
        for move in since.moves
    ]


def _moved(row: Row, comparison: Comparison) -> str:
    """ "48.4% to 47.7% (target 60%)", or why it cannot be said."""
    travel = row.travel[comparison]
    return from_to(row.earlier[comparison], row.now) if travel.arrow else travel.words


def _by_colour(tasks: Iterable[Task]) -> list[Task]:
    """Red first, then amber, then what changed its colour for another."""
    order = [Rag.RED, Rag.AMBER]
    colour = {rating: place for place, rating in enumerate(order)}
    return sorted(tasks, key=lambda task: colour.get(task.asked.row.now.rating.rating, len(order)))


def _block(task: Task, months: Months, edits: dict[str, PaperPart]) -> dict[str, Any]:
    row, written = task.asked.row, task.commentary
    is_shown = written is not None and written.is_submitted
    return {
        "code": row.code,
        "name": row.name,
        "rating": str(row.now.rating.rating),
        "part": _part(f"{ROW_PART}{row.code}", row.name, row_words(row, months), edits),
        "figures": [_figure_line(reading, words) for reading, words in _readings(row, months)],
        "owner": task.post.title if task.post else "",
        "commentary": commentary_text(written, task.post) if is_shown else None,
    }


def _readings(row: Row, months: Months) -> Iterable[tuple[Reading, str]]:
    """Now and at each baseline, latest month first."""
    yield row.now, ""
    baselines = told_baselines(months)
    for name in sorted(baselines, key=lambda name: baselines[name].ends_on, reverse=True):
        yield row.earlier[name], BASELINE_WORDS[name]


def _figure_line(reading: Reading, words: str) -> dict[str, str]:
    return {
        "month": reading.month.label,
        "baseline": words,
        "figure": with_unit(reading.text, reading.measure.unit) if reading.text else "",
        "without": reading.without_figure,
        "parts": reading.parts,
        "target": reading.target_text,
        "floor": reading.floor_text,
        "rating": str(reading.rating.rating),
        "remarks": reading.remarks.rstrip("."),
    }


def _columns(months: Months) -> dict[str, str]:
    """Empty where there is no such baseline, or it is told already."""
    told = told_baselines(months)
    since = {name: f"Since {month.label}, {BASELINE_WORDS[name]}" for name, month in told.items()}
    return {
        "panel": since.get(Comparison.PREVIOUS_PANEL, ""),
        "month": since.get(Comparison.PREVIOUS_MONTH, ""),
    }


def _sections(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [
        {"name": name, "rows": [_table_row(row) for row in found]}
        for name, found in groupby(rows, lambda row: row.section)
    ]


def _table_row(row: Row) -> dict[str, Any]:
    line = _figure_line(row.now, "")
    good = f", {row.measure.polarity.label.lower()}" if row.measure.polarity else ""
    other = row.told_other
    return line | {
        "code": row.code,
        "name": row.name,
        "detail": f"{row.measure.data_period.label}{good}",
        "is_floor_illustrative": row.now.is_floor_illustrative and bool(row.now.floor_text),
        "other": f"{OTHER_CHILDREN[other.variant]}: {other.text}{other.suffix if other.suffix == '%' else ''}"
        if other
        else "",
        "panel": _direction(row.travel[Comparison.PREVIOUS_PANEL]),
        "since_month": _direction(row.travel[Comparison.PREVIOUS_MONTH]),
    }


def _direction(travel: Travel) -> dict[str, str]:
    return {"arrow": str(travel.arrow) if travel.arrow else "", "words": travel.words}
