"""Writes approved figures as new revisions: one COPY into a staging table, then one statement for each table."""

import io
from collections.abc import Iterable

from django.db import connection

from scorecard.imports.timeline import Proposed
from scorecard.models import WorkbookUpload

STAGE = """
    CREATE TEMPORARY TABLE staged_figure (
        indicator_id bigint NOT NULL,
        variant varchar(10) NOT NULL,
        ends_on date NOT NULL,
        value numeric(14, 4),
        numerator numeric(14, 4),
        denominator numeric(14, 4),
        status varchar(15) NOT NULL,
        is_provisional boolean NOT NULL,
        is_illustrative boolean NOT NULL,
        note varchar(500) NOT NULL,
        month_numerator numeric(14, 4),
        month_denominator numeric(14, 4)
    ) ON COMMIT DROP
"""
MAKE_PERIODS = """
    INSERT INTO scorecard_reportingperiod (starts_on, ends_on)
    SELECT DISTINCT date_trunc('month', ends_on)::date, ends_on FROM staged_figure
    ON CONFLICT DO NOTHING
"""
# The trigger that judges percentages matches figures with indicators by a plan that is made once a session, perhaps
# for three rows: without this it would compare each of thousands with every indicator.
COMPARE_BY_HASH = "SET LOCAL enable_nestloop = off"
RETIRE_FORMER = """
    UPDATE scorecard_figure AS former SET is_current = false
    FROM staged_figure AS staged JOIN scorecard_reportingperiod AS period USING (ends_on)
    WHERE former.indicator_id = staged.indicator_id AND former.variant = staged.variant
      AND former.period_id = period.id AND former.is_current
"""
ADD_REVISIONS = """
    INSERT INTO scorecard_figure (
        indicator_id, variant, period_id, value, numerator, denominator, status,
        is_provisional, is_illustrative, note, month_numerator, month_denominator, upload_id, is_current, revision
    )
    SELECT staged.indicator_id, staged.variant, period.id, staged.value, staged.numerator, staged.denominator,
        staged.status, staged.is_provisional, staged.is_illustrative, staged.note,
        staged.month_numerator, staged.month_denominator, %s, true, 1 + coalesce(former.highest, 0)
    FROM staged_figure AS staged
    JOIN scorecard_reportingperiod AS period USING (ends_on)
    LEFT JOIN (
        SELECT indicator_id, variant, period_id, max(revision) AS highest
        FROM scorecard_figure
        WHERE period_id IN (SELECT id FROM scorecard_reportingperiod JOIN staged_figure USING (ends_on))
        GROUP BY indicator_id, variant, period_id
    ) AS former ON former.indicator_id = staged.indicator_id AND former.variant = staged.variant
        AND former.period_id = period.id
"""

# In the one field that people write. All others are numbers, dates and words of our own.
ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def write_figures(proposed: Iterable[Proposed], upload: WorkbookUpload) -> None:
    """Within the caller's transaction, which holds the locks of the months. Each figure stands from now on."""
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        cursor.copy_expert("COPY staged_figure FROM STDIN", io.StringIO("".join(map(_line, proposed))))
        cursor.execute("ANALYZE staged_figure")
        cursor.execute(MAKE_PERIODS)
        cursor.execute(COMPARE_BY_HASH)
        cursor.execute(RETIRE_FORMER)
        cursor.execute(ADD_REVISIONS, [upload.pk])
        cursor.execute("DROP TABLE staged_figure")


def _line(one: Proposed) -> str:
    held = one.held._replace(note=one.held.note.translate(ESCAPES)) if one.held.note else one.held
    fields = (*one.series, one.month, *held)
    return "\t".join([r"\N" if field is None else str(field) for field in fields]) + "\n"
