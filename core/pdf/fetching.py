"""What a document may open: our own static files and its own attachments, by name. Nothing else, by any scheme."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .job import Job

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


class OwnFilesOnly(URLFetcher):
    def __init__(self, job: Job):
        super().__init__(allowed_protocols=())
        self.attachments = {attachment.name: attachment for attachment in job.attachments}
        self.static_url, self.roots = job.static_url, [Path(root).resolve() for root in job.static_roots]
        self.refused: list[str] = []

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        if url.startswith("attachment:"):
            return self._attachment(url)
        if url.startswith(self.static_url):
            return self._static_file(url)
        return self._refuse(url)

    def _attachment(self, url: str) -> URLFetcherResponse:
        attachment = self.attachments.get(unquote(url.removeprefix("attachment:")))
        if attachment is None:
            return self._refuse(url)
        return URLFetcherResponse(url, attachment.content, {"Content-Type": attachment.media_type})

    def _static_file(self, url: str) -> URLFetcherResponse:
        """Only by an ordinary name: a name that leads out of its folder, by dots or by a link, is refused."""
        name = unquote(urlsplit(url).path.removeprefix(urlsplit(self.static_url).path))
        media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
        for root in self.roots:
            path = (root / name.lstrip("/")).resolve()
            if not media_type or not path.is_relative_to(root):
                return self._refuse(url)
            if path.is_file():
                return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})
        raise MissingFile(name)

    def _refuse(self, url: str):
        self.refused.append(url[:200])
        raise Refused("not one of the portal's own files")
