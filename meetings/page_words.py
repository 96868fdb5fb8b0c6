"""Page ranges as the agenda prints them."""


def page_range(first: int | None, last: int | None = None) -> str:
    """ "(Pages 5 - 12)", "(Page 17)", or nothing for an item without a paper."""
    if first is None:
        return ""
    last = first if last is None else last
    if not 1 <= first <= last:
        raise ValueError(
            f"Pages {first} to {last} are not a range: the first page is 1, and the last not before it."
        )
    return f"(Page {first})" if first == last else f"(Pages {first} - {last})"


def paper_words(first: int | None, last: int | None = None, *, is_to_follow: bool = False) -> str:
    """What stands after an item's title."""
    return "(to follow)" if is_to_follow else page_range(first, last)
