"""What every answer must tell the browser, whoever asked for whatever."""

from django.http import HttpResponse

NOT_KEPT = "max-age=0, no-cache, no-store, must-revalidate, private"
RIGHT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}


def wrong_headers(response: HttpResponse) -> dict[str, str | None]:
    """The headers that should be otherwise, as they are."""
    wrong = {name: response.get(name) for name, value in RIGHT.items() if response.get(name) != value}
    policy = response.get("Content-Security-Policy", "")
    if "frame-ancestors 'none'" not in policy or "unsafe" in policy:
        wrong["Content-Security-Policy"] = policy
    for telling in ("Server", "X-Powered-By"):
        if telling in response:
            wrong[telling] = response[telling]
    if len(response.get("X-Request-ID", "")) != 32:
        wrong["X-Request-ID"] = response.get("X-Request-ID")
    return wrong


def is_kept(response: HttpResponse) -> bool:
    """Whether a browser or a proxy may keep it, which holds for nothing that somebody signed in saw."""
    return set(response.get("Cache-Control", "").split(", ")) != set(NOT_KEPT.split(", "))
