"""What the limited child is told: one document, and everything it may use."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field

StaticRoots = tuple[
    tuple[str, str], ...
]  # the start of a static file's name, and the folder that holds the rest


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of this document's own. The HTML names it: ``src="attachment:NAME"`` shows it, and
    ``<a rel="attachment" href="attachment:NAME">`` puts it into the PDF."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Job:
    """``static_url`` is the absolute prefix of addresses that mean our own static files, kept in ``static_roots``."""

    html: str
    title: str
    lang: str
    base_url: str
    static_url: str
    static_roots: StaticRoots
    stylesheets: tuple[str, ...]
    folder: str
    attachments: tuple[Attachment, ...] = field(default=())

    def packed(self) -> bytes:
        told = asdict(self)
        for attachment in told["attachments"]:
            attachment["content"] = b64encode(attachment["content"]).decode()
        return json.dumps(told).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "Job":
        told = json.loads(data)
        attachments = told.pop("attachments")
        for attachment in attachments:
            attachment["content"] = b64decode(attachment["content"])
        lists = {name: tuple(told.pop(name)) for name in ("static_roots", "stylesheets")}
        return cls(**told, **lists, attachments=tuple(Attachment(**attachment) for attachment in attachments))
