"""What is known of an uploaded file once it was read."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """`pdf` is the cleaned copy, empty for a Word file; `html` is what a Word file says, not yet fit to be shown.

    `pages` has the words of each page, `tagged` what its tags make of them where there are any, as little fit to be
    shown as `html`; `seen` is what there is to tell of the file, for `report`.
    """

    format: str
    pdf: bytes = b""
    pages: list[str] = field(default_factory=list)
    html: str = ""
    tagged: list[str] = field(default_factory=list)
    seen: dict[str, Any] = field(default_factory=dict)

    @property
    def is_tagged(self) -> bool:
        return bool(self.seen.get("is_tagged"))

    def packed(self) -> bytes:
        """A line of JSON, then the PDF."""
        told = asdict(self)
        content = told.pop("pdf")
        return json.dumps(told).encode() + b"\n" + content

    @classmethod
    def unpacked(cls, data: bytes) -> "Document":
        told, _, content = data.partition(b"\n")
        return cls(**json.loads(told), pdf=content)
