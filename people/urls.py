from django.urls import path

from people.views import access, accounts, invitations, own_account, posts

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
    path("posts/<int:pk>/holdings/add/", posts.holding_add, name="holding_add"),
    path("holdings/<int:pk>/end/", posts.holding_end, name="holding_end"),
]
