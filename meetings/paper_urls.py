from django.urls import path

from meetings.views import papers

urlpatterns = [
    path("agenda/items/<int:pk>/papers/", papers.item_papers, name="item_papers"),
    path("agenda/items/<int:pk>/papers/file/", papers.paper_add, name="paper_add"),
    path("agenda/items/<int:pk>/papers/portal/", papers.paper_draw, name="paper_draw"),
    path("agenda/papers/<int:pk>/", papers.paper_edit, name="paper_edit"),
    path("agenda/papers/<int:pk>.pdf", papers.paper_preview, name="paper_preview"),
    path("agenda/papers/<int:pk>/original/", papers.paper_original, name="paper_original"),
    path("agenda/papers/<int:pk>/replace/", papers.paper_replace, name="paper_replace"),
    path("agenda/papers/<int:pk>/move/", papers.paper_move, name="paper_move"),
    path("agenda/papers/<int:pk>/withdraw/", papers.paper_withdraw, name="paper_withdraw"),
    path("agenda/papers/<int:pk>/restore/", papers.paper_restore, name="paper_restore"),
]
