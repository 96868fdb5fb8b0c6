"""The minutes of 19 September 2018, numbers 96 to 106, published as draft with the agenda of November."""

from datetime import UTC, date, datetime
from hashlib import sha256

from core.fixtures import read_json
from core.richtext import from_plain
from meetings.demonstration.sittings import SEPTEMBER
from meetings.models import AgendaItem, Meeting, MeetingMinutes, Minute, MinutesAppendix, MinutesState

JULY = date(2018, 7, 19)
NOT_IN_THE_PORTAL = '{"minutes": []}'
PUBLISHED_AT = datetime(2018, 10, 24, 9, tzinfo=UTC)
SERIES_BEGAN = date(2017, 5, 25)


def load_minutes() -> None:
    september = Meeting.objects.get(on=SEPTEMBER)
    MeetingMinutes.objects.create(
        meeting=Meeting.objects.get(on=JULY),
        state=MinutesState.APPROVED,
        approved_at=september,
        content=NOT_IN_THE_PORTAL,
        content_sha256=sha256(NOT_IN_THE_PORTAL.encode()).hexdigest(),
    )
    record = MeetingMinutes.objects.create(
        meeting=september, state=MinutesState.PUBLISHED, published_at=PUBLISHED_AT
    )
    items = {item.number: item for item in AgendaItem.objects.filter(meeting=september)}
    for row in read_json("meetings/minutes-2018-09-19"):
        minute = Minute.objects.create(
            record=record,
            position=row["item"],
            number=row["number"],
            series=f"{september.body_id}:{SERIES_BEGAN}",
            heading=row["title"],
            body=from_plain("\n".join(row["body"])),
        )
        minute.items.add(items[row["item"]])
    appendix = read_json("meetings/appendix-2018-09-19")
    MinutesAppendix.objects.create(
        record=record,
        position=1,
        title=appendix["title"],
        body=from_plain("\n\n".join(appendix["body"])),
        item=items[appendix["item"]],
    )
