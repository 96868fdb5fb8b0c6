from django.urls import path

from challenge_cards.views import answering, cards, entering, keeping, moving

app_name = "challenge_cards"
urlpatterns = [
    path("", cards.card_list, name="card_list"),
    path("new/", entering.card_enter, name="card_enter"),
    path("one-person/", entering.matter_count, name="matter_count"),
    path("<int:pk>/", cards.card_read, name="card_read"),
    path("<int:pk>/one-person/", entering.card_redirect, name="card_redirect"),
    path("<int:pk>/to-council/", moving.card_hand, name="card_hand"),
    path("<int:pk>/council/", moving.card_decide, name="card_decide"),
    path("<int:pk>/to-officers/", moving.card_give, name="card_give"),
    path("<int:pk>/agree/", moving.card_agree, name="card_agree"),
    path("<int:pk>/later/", moving.promise_change, name="promise_change"),
    path("<int:pk>/steps/new/", moving.step_note, name="step_note"),
    path("<int:pk>/withdraw/", moving.card_withdraw, name="card_withdraw"),
    path("<int:pk>/links/", moving.card_link, name="card_link"),
    path("<int:pk>/take-down/", moving.card_hide, name="card_hide"),
    path("<int:pk>/put-back/", moving.card_show, name="card_show"),
    path("<int:pk>/erase/", keeping.words_erase, name="words_erase"),
    path("<int:pk>/actions/new/", answering.action_add, name="action_add"),
    path("actions/<int:pk>/", answering.action_report, name="action_report"),
    path("<int:pk>/answer/", answering.response_write, name="response_write"),
    path("<int:pk>/answer/publish/", answering.response_publish, name="response_publish"),
    path("<int:pk>/plain/<str:audience>/<str:language>/", answering.wording_write, name="wording_write"),
    path("plain/<int:pk>/check/", answering.wording_check, name="wording_check"),
    path("<int:pk>/verdict/", answering.verdict_record, name="verdict_record"),
    path("reviews/", keeping.review_list, name="review_list"),
    path("reviews/<int:pk>/release/", keeping.review_release, name="review_release"),
    path("reviews/<int:pk>/take-out/", keeping.review_remove, name="review_remove"),
    path("groups/", keeping.group_list, name="group_list"),
    path("groups/new/", keeping.group_add, name="group_add"),
    path("groups/<int:pk>/", keeping.group_edit, name="group_edit"),
    path("names/new/", keeping.name_add, name="name_add"),
    path("names/<int:pk>/agree/", keeping.name_agree, name="name_agree"),
    path("names/<int:pk>/drop/", keeping.name_drop, name="name_drop"),
]
