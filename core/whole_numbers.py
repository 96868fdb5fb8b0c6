"""Numbers that a page sends back without a form to read them: the row of a button, a version, what it last knew."""

MOST_DIGITS = 18  # as many as fit the database's own numbers


def whole_number(text: str | None) -> int | None:
    """None for what is none. Only 0 to 9 count: other digits, like ², are letters here."""
    is_number = bool(text) and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_number else None
