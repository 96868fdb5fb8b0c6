"""Young people's own pages, at the root of the site."""

from django.urls import path

from challenge_cards.views import public

app_name = "you_said"
urlpatterns = [
    path("", public.page_read, name="page_read"),
    path("poster/", public.poster_print, name="poster_print"),
    path("7-to-11/", public.short_read, name="short_read"),
    path("7-to-11/poster/", public.short_print, name="short_print"),
    path("<int:pk>/", public.story_read, name="story_read"),
    path("<int:pk>/poster/", public.story_print, name="story_print"),
    path("<int:pk>/<str:audience>/<str:language>/", public.story_read, name="story_version"),
    path("<int:pk>/<str:audience>/<str:language>/poster/", public.story_print, name="version_print"),
]
