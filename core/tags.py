"""How much a tag stands out. Colour belongs to the ratings; of the rest, weight tells what somebody must see to."""

PLAIN = ""
QUIET = "govuk-tag--grey"
STRONG = "portal-tag--strong"
