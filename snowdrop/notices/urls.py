"""Addresses of notices."""

from django.urls import path

from snowdrop.notices import views

urlpatterns = [
    path("you/notices/", views.notices, name="notices"),
    path("you/notices/seen/", views.notices_seen, name="notices_seen"),
    path("you/notices/mailbox/", views.try_mailbox_again, name="try_mailbox_again"),
    path("m/<slug:slug>/follow/", views.follow, name="follow"),
    path("follow/<str:token>/", views.confirm_follow, name="confirm_follow"),
    path("stop/<str:token>/", views.stop_mails, name="stop_mails"),
]
