"""What no text on a public page may say of a child. The room that knows the rules registers its judge of them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

NO_JUDGE = "No room has registered who judges words about children, so none can be published."


class Found(NamedTuple):
    """``what`` a field holds, in words like "a telephone number"; ``words``: the sentence, where it may be quoted."""

    field: str
    what: str
    words: str = ""


class Judged(NamedTuple):
    """``refused`` is kept nowhere; ``held`` is looked at by a person first."""

    refused: tuple[Found, ...]
    held: tuple[Found, ...]


Judge = Callable[[Mapping[str, str]], Judged]
_judges: list[Judge] = []


def register(judge: Judge) -> None:
    if judge not in _judges:
        _judges.append(judge)


def judged(texts: Mapping[str, str]) -> Judged:
    """``texts``: each by the name of its field. Without a judge nothing passes."""
    if not _judges:
        raise LookupError(NO_JUDGE)
    verdicts = [judge(texts) for judge in _judges]
    return Judged(
        tuple(one for verdict in verdicts for one in verdict.refused),
        tuple(one for verdict in verdicts for one in verdict.held),
    )
