from django.urls import include, path

from cpp_portal import pages, views
from cpp_portal.health import health
from cpp_portal.style_guide import style_guide

urlpatterns = [
    path("", views.home, name="home"),
    path("health/", health, name="health"),
    path("favicon.ico", pages.favicon, name="favicon"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("cookies/", pages.cookies, name="cookies"),
    path("style-guide/", style_guide, name="style_guide"),
    path("scorecard/", include("scorecard.urls")),
    path("meetings/", include("meetings.urls")),
    path("", include("meetings.earlier_urls")),
    path("accounts/", include("people.sign_in_urls")),
    path("challenge-cards/", include("challenge_cards.urls")),
    path("you-said-we-did/", include("challenge_cards.public_urls")),
    path("recommendations/", include("recommendations.urls")),
    path("people/", include("people.urls")),
]

handler400 = "cpp_portal.errors.bad_request"
handler403 = "cpp_portal.errors.refused"
handler404 = "cpp_portal.errors.not_found"
handler500 = "cpp_portal.errors.server_error"
