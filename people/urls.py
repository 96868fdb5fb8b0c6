from django.urls import path

from people.views import access, accounts, invitations, own_account, persons, posts

app_name = "people"
urlpatterns = [
    path("access/", access.access_matrix, name="access_matrix"),
    path("your-account/", own_account.own_account, name="own_account"),
    path("your-account/sign-out-everywhere/", own_account.own_sign_out, name="own_sign_out"),
    path("accounts/", accounts.account_list, name="account_list"),
    path("accounts/invite/", accounts.account_invite, name="account_invite"),
    path("accounts/<int:pk>/", accounts.account_detail, name="account_detail"),
    path("accounts/<int:pk>/edit/", accounts.account_edit, name="account_edit"),
    path("accounts/<int:pk>/history/", accounts.account_changes, name="account_history"),
    path("accounts/<int:pk>/deactivate/", accounts.account_deactivate, name="account_deactivate"),
    path("accounts/<int:pk>/reactivate/", accounts.account_reactivate, name="account_reactivate"),
    path("accounts/<int:pk>/sign-out/", accounts.account_sign_out, name="account_sign_out"),
    path("accounts/<int:pk>/second-factor/", accounts.second_factor_remove, name="second_factor_remove"),
    path("accounts/<int:pk>/invitation/send/", invitations.invitation_send, name="invitation_send"),
    path("accounts/<int:pk>/invitation/cancel/", invitations.invitation_cancel, name="invitation_cancel"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation_accept"),
    path(
        "invitation/<str:token>/single-sign-on/",
        invitations.invitation_single_sign_on,
        name="invitation_single_sign_on",
    ),
    path("posts/", posts.post_list, name="post_list"),
    path("posts/<int:pk>/head/", posts.post_head, name="post_head"),
    path("posts/<int:pk>/holdings/add/", posts.holding_add, name="holding_add"),
    path("holdings/<int:pk>/end/", posts.holding_end, name="holding_end"),
    path("persons/", persons.person_list, name="person_list"),
    path("persons/add/", persons.person_add, name="person_add"),
    path("persons/printed/", persons.person_printed, name="person_printed"),
    path("persons/<int:pk>/", persons.person_detail, name="person_detail"),
    path("persons/<int:pk>/edit/", persons.person_edit, name="person_edit"),
    path("persons/<int:pk>/roles/add/", persons.role_add, name="role_add"),
    path("roles/<int:pk>/end/", persons.role_end, name="role_end"),
]
