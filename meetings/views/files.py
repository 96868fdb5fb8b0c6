"""Files as answers."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag

FRESH_FOR = 5 * 60  # seconds


def csv_response(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def file_response(
    request: HttpRequest,
    content: bytes,
    *,
    content_type: str,
    changed_at: datetime | None = None,
    name: str = "",
    is_public: bool = True,
) -> HttpResponse:
    """With what a program needs to ask next time whether it is still the same; then it is told so and no more."""
    tag = quote_etag(sha256(content).hexdigest())
    response = HttpResponse(content, content_type=content_type, headers={"ETag": tag})
    stamp = int(changed_at.timestamp()) if changed_at else None
    if stamp is not None:
        response["Last-Modified"] = http_date(stamp)
    if name:
        response["Content-Disposition"] = f'inline; filename="{name}"'
    if is_public:
        patch_cache_control(response, public=True, max_age=FRESH_FOR)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    return get_conditional_response(request, etag=tag, last_modified=stamp, response=response)
