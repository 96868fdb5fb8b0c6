"""The names of the privacy rules, and what each asks the writer to do. An audit keeps these, never the text."""

from django.db.models import TextChoices


class Rule(TextChoices):
    EMAIL = "email", "an e-mail address"
    PHONE = "phone", "a telephone number"
    POSTCODE = "postcode", "a postcode"
    BIRTH_DATE = "birth_date", "a date of birth"
    NUMBER_OF_A_PERSON = "number_of_a_person", "the number by which a person is kept on file"
    HANDLE = "handle", "a name or address on a social network"
    NAME = "name", "a person's name"
    INITIALS = "initials", "a person's initials"
    AGE = "age", "the age of one person"
    PLACE = "place", "the name of a school, home or street"
    STORY = "story", "one person's own story"
    RARE = "rare", "details that together fit very few children"
    LANGUAGE = "language", "another language, which no rule here can read"


REFUSED = (Rule.EMAIL, Rule.PHONE, Rule.POSTCODE, Rule.BIRTH_DATE, Rule.NUMBER_OF_A_PERSON, Rule.HANDLE)
HELD = (Rule.NAME, Rule.INITIALS, Rule.AGE, Rule.PLACE, Rule.STORY, Rule.RARE, Rule.LANGUAGE)
