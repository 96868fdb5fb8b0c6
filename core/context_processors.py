from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict:
    """The council's own words and the demonstration flag, for every page."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "panel_name": settings.PANEL_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "is_demo": settings.DEMO,
        "single_sign_on": settings.OIDC_NAME if settings.OIDC_SERVER_URL else "",
    }
