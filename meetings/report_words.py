"""What the council's template for a report asks for: order of its authors, classification, what is missing."""

import re
from collections.abc import Collection, Mapping, Sequence

from meetings.schedule_12a import ACT, paragraphs_named

ASKED = ("NOTE", "COMMENT", "ENDORSE", "AGREE", "CONSIDER", "APPROVE", "RECOMMEND")
VERB = re.compile(rf"\b(?:{'|'.join(ASKED)})\b")
FIRST_AUTHORS = ("cabinet member", "corporate director")
UNRESTRICTED = "Unrestricted"
NO_BACKGROUND = "None"


def author_lines(text: str) -> list[str]:
    """One line for each author: the Cabinet Member first, the Corporate Director second, others as written."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return sorted(lines, key=_rank)


def _rank(line: str) -> int:
    said = line.casefold()
    return next((rank for rank, post in enumerate(FIRST_AUTHORS) if post in said), len(FIRST_AUTHORS))


def classification(paragraphs: Collection[int]) -> str:
    """By the access of the paper: no paragraphs means that anybody may read it."""
    if not paragraphs:
        return UNRESTRICTED
    return f"Exempt under {paragraphs_named(paragraphs)} of Part 1 of Schedule 12A to {ACT}"


def missing_parts(
    words: Mapping[str, str], contacts: Mapping[str, str], roles: Sequence[tuple[str, str]]
) -> list[str]:
    """Each in a sentence that says what to do. `contacts`: the name by role; `roles`: every role with its label."""
    asked = {
        "from_lines": "Say from whom the report is, the Cabinet Member first.",
        "summary": "Write the summary.",
        "recommendation": "Write the recommendation.",
        "body": "Write the report itself.",
        "background_documents": "List the background documents, or write “None”.",
    }
    return [
        *(said for name, said in asked.items() if not words[name].strip()),
        *_verb(words["recommendation"]),
        *(f"Name the {label.lower()}." for role, label in roles if not contacts.get(role, "").strip()),
    ]


def _verb(recommendation: str) -> list[str]:
    if not recommendation.strip() or VERB.search(recommendation):
        return []
    return ["Put in capitals what the panel is asked to do, like NOTE, COMMENT, ENDORSE or AGREE."]
