"""What a document may open: our own static files and its own attachments, by name. Nothing else, by any scheme."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .job import Job, StaticRoots

MEDIA_TYPES = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}


class Refused(ValueError):
    """WeasyPrint leaves the thing out and goes on."""


class MissingFile(FatalURLFetchingError):
    """One of our own files is not there: the document would be wrong, so it is not made."""


def own_file(roots: StaticRoots, name: str) -> Path | None:
    """Where a static file lies. Raises Refused for a name that leads out of its folder, by dots or by a link."""
    for prefix, folder in roots:
        root = Path(folder).resolve()
        path = (root / name.removeprefix(prefix).lstrip("/")).resolve()
        if name.startswith(prefix):
            if not path.is_relative_to(root):
                raise Refused(name)
            if path.is_file():
                return path
    return None


class OwnFilesOnly(URLFetcher):
    def __init__(self, job: Job):
        super().__init__(allowed_protocols=())
        self.attachments = {attachment.name: attachment for attachment in job.attachments}
        self.static_url, self.roots = job.static_url, job.static_roots
        self.refused: list[str] = []

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        try:
            if url.startswith("attachment:"):
                return self._attachment(url)
            if url.startswith(self.static_url):
                return self._static_file(url)
            raise Refused("not one of the portal's own files")
        except Refused:
            self.refused.append(url[:200])
            raise

    def _attachment(self, url: str) -> URLFetcherResponse:
        attachment = self.attachments.get(unquote(url.removeprefix("attachment:")))
        if attachment is None:
            raise Refused("not one of this document's attachments")
        return URLFetcherResponse(url, attachment.content, {"Content-Type": attachment.media_type})

    def _static_file(self, url: str) -> URLFetcherResponse:
        name = unquote(urlsplit(url).path.removeprefix(urlsplit(self.static_url).path))
        media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
        if media_type is None:
            raise Refused("not a kind of file that a document needs")
        path = own_file(self.roots, name)
        if path is None:
            raise MissingFile(name)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})
