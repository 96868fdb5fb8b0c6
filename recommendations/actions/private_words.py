"""Words through which a child could be known: refused where they are saved, or shown before they are published."""

from collections.abc import Mapping

from core.private_words import Found, judged
from meetings.actions.locks import Refused
from recommendations.models import Classification, Update

TAKE_IT_OUT = (
    "“{}” holds {}. Take it out: nothing that could lead to one child or young person may be published."
)
LOOK = "Look at the words below that could show who a child is, and tick that you have looked, or return the update."


def refuse_private(texts: Mapping[str, str]) -> None:
    """Inside the transaction that saved them, so that they are kept nowhere. Names fields and rules, not the words."""
    refused = judged({name: text for name, text in texts.items() if text}).refused
    if refused:
        raise Refused(" ".join(TAKE_IT_OUT.format(one.field, one.what) for one in refused))


def to_look_at(update: Update) -> list[Found]:
    """What a person looks at before everybody reads it; nothing where only the panel will."""
    if update.classification == Classification.EXEMPT:
        return []
    return list(judged({name: text for name, text in texts_of(update).items() if text}).held)


def texts_of(update: Update) -> dict[str, str]:
    """Each of its texts by the name of its field. A row is named by its place: its words may be what is wrong."""
    texts = {
        "What has been done": update.text,
        "Why there is nothing to report": update.reason,
        "How do you know?": update.impact_reason,
        "To whom": update.reported_to,
    }
    for report in update.limb_reports.select_related("limb"):
        texts[f"Part ({report.limb.letter}), in a line"] = report.note
    for place, figure in enumerate(update.figures.order_by("pk"), 1):
        texts[f"Figure {place}: what was counted"] = figure.label
        texts[f"Figure {place}: unit"] = figure.unit
        texts[f"Figure {place}: where it comes from"] = figure.source
        texts[f"Figure {place}: note"] = figure.note
    for place, step in enumerate(update.next_steps.order_by("pk"), 1):
        texts[f"Next step {place}"] = step.what
    for place, document in enumerate(update.documents.order_by("pk"), 1):
        texts[f"Document {place}"] = document.title
        # An underline in an address is no name on a network
        texts[f"Document {place}: where it is"] = document.where.replace("_", "-")
    return texts
