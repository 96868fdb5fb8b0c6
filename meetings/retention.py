"""How long papers stay open to the public: Local Government Act 1972, ss.100C and 100D."""

from datetime import date, timedelta

PAPERS_YEARS = 6  # agenda, open reports, minutes and summaries: s.100C(1)
BACKGROUND_YEARS = 4  # the documents a report relied on: s.100D(2)


def open_until(begins_on: date, years: int = PAPERS_YEARS) -> date:
    """The last day, included, of so many years beginning with that day."""
    try:
        anniversary = begins_on.replace(year=begins_on.year + years)
    except ValueError:  # 29 February in a year without one
        anniversary = date(begins_on.year + years, 3, 1)
    return anniversary - timedelta(days=1)


def must_stay_open(begins_on: date, today: date, years: int = PAPERS_YEARS) -> bool:
    return begins_on <= today <= open_until(begins_on, years)
