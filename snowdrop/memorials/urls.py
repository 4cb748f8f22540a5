"""Addresses of a memorial's own rooms: what it says, whom it remembers, who sees it, who helps."""

from django.urls import path

from snowdrop.memorials import views

urlpatterns = [
    path("memorials/", views.my_memorials, name="my_memorials"),
    path("memorials/new/", views.open_memorial, name="open_memorial"),
    path("m/<slug:slug>/words/", views.describe_memorial, name="describe_memorial"),
    path("m/<slug:slug>/remembered/", views.remembereds, name="remembereds"),
    path("m/<slug:slug>/remembered/new/", views.remember, name="remember"),
    path("m/<slug:slug>/remembered/<uuid:remembered_id>/", views.change_remembered, name="change_remembered"),
    path(
        "m/<slug:slug>/remembered/<uuid:remembered_id>/removal/",
        views.take_away_remembered,
        name="take_away_remembered",
    ),
    path("m/<slug:slug>/remembered/<uuid:remembered_id>/place/", views.move_remembered, name="move_remembered"),
    path("m/<slug:slug>/who-sees/", views.publication, name="publication"),
    path("m/<slug:slug>/who-sees/private/", views.take_back_memorial, name="take_back_memorial"),
    path("m/<slug:slug>/links/", views.private_links, name="private_links"),
    path("m/<slug:slug>/links/<uuid:link_id>/removal/", views.take_back_link, name="take_back_link"),
    path("m/<slug:slug>/helpers/", views.helpers, name="helpers"),
    path("m/<slug:slug>/helpers/<uuid:helper_id>/removal/", views.end_helping, name="end_helping"),
    path(
        "m/<slug:slug>/invitations/<uuid:invitation_id>/removal/",
        views.take_back_invitation,
        name="take_back_invitation",
    ),
    path("m/<slug:slug>/welcome/", views.welcome, name="welcome"),
    path("invitation/<str:secret>/", views.invitation, name="invitation"),
    path("l/<str:secret>/", views.private_link, name="private_link"),
]
