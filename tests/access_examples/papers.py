"""The papers of an item, for officers."""

from tests.access_examples.registry import example
from tests.factories.meetings import AgendaItemFactory, PaperFactory, PaperFileFactory


@example("meetings:item_papers", "meetings:paper_add", "meetings:paper_draw")
def an_item_with_papers() -> dict:
    return {"pk": AgendaItemFactory().pk}


@example(
    "meetings:paper_edit",
    "meetings:paper_withdraw",
    "meetings:paper_restore",
    "meetings:paper_move",
    "meetings:paper_preview",
)
def a_paper() -> dict:
    return {"pk": PaperFactory().pk}


@example("meetings:paper_replace", "meetings:paper_original")
def an_uploaded_paper() -> dict:
    return {"pk": PaperFileFactory().paper_id}
