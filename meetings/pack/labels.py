"""Page labels: what a PDF reader calls a page is the number printed on it."""

from collections.abc import Sequence


def label_runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Where counting begins anew: the index of a page, and its printed number. Gaps are pages that are left out."""
    return [
        (index, number)
        for index, number in enumerate(numbers)
        if index == 0 or number != numbers[index - 1] + 1
    ]
