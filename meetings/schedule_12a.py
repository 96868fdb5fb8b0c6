"""Exempt information in England: Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 to 7.

Wales numbers its own 12 to 18; they have no place here.
"""

from collections.abc import Collection

from django.db.models import IntegerChoices

from meetings.date_words import joined

ACT = "the Local Government Act 1972"


class Paragraph(IntegerChoices):
    INDIVIDUAL = 1, "Information relating to any individual"
    IDENTITY = 2, "Information which is likely to reveal the identity of an individual"
    BUSINESS = (
        3,
        "Information relating to the financial or business affairs of any particular person "
        "(including the authority holding that information)",
    )
    LABOUR = (
        4,
        "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, "
        "in connection with any labour relations matter arising between the authority or a Minister of the Crown "
        "and employees of, or office holders under, the authority",
    )
    LEGAL = (
        5,
        "Information in respect of which a claim to legal professional privilege could be maintained "
        "in legal proceedings",
    )
    NOTICE = (
        6,
        "Information which reveals that the authority proposes to give under any enactment a notice under or by "
        "virtue of which requirements are imposed on a person, or to make an order or direction under any enactment",
    )
    CRIME = (
        7,
        "Information relating to any action taken or to be taken in connection with the prevention, "
        "investigation or prosecution of crime",
    )


def paragraphs(numbers: Collection[int]) -> list[Paragraph]:
    """In order and each once. Raises ValueError, saying what to do, for none and for one that England does not have."""
    wrong = sorted(set(numbers) - set(Paragraph.values))
    if wrong or not numbers:
        named = f", not {joined([str(number) for number in wrong], 'or')}" if wrong else ""
        raise ValueError(f"Name one or more of paragraphs 1 to 7 of Schedule 12A{named}.")
    return [Paragraph(number) for number in sorted(set(numbers))]


def paragraphs_named(numbers: Collection[int]) -> str:
    """ "paragraph 1" or "paragraphs 1 and 2"."""
    named = joined([str(int(one)) for one in paragraphs(numbers)])
    return f"{'paragraph' if len(set(numbers)) == 1 else 'paragraphs'} {named}"


def paragraphs_described(numbers: Collection[int]) -> str:
    """ "paragraph 1 (information relating to any individual) and ...": the description that a resolution must name."""
    described = [
        f"paragraph {int(one)} ({one.label[0].lower()}{one.label[1:]})" for one in paragraphs(numbers)
    ]
    return joined(described)
