"""A time of day as people write it: 10.00 am, 10:00, 2pm, noon."""

import re
from datetime import time

WRITTEN = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)
NOON = 12
WORDS = {"noon": time(12), "12 noon": time(12), "12.00 noon": time(12), "midday": time(12)}


def read_clock(text: str) -> time | None:
    """None when it is no time. Without am or pm it is read by the 24 hours: 2.30 is in the night."""
    plain = " ".join(text.split()).lower()
    if plain in WORDS:
        return WORDS[plain]
    found = WRITTEN.fullmatch(plain)
    if not found or (found["half"] is None and found["minute"] is None):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if found["half"].startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
