"""Addresses of what the family shares: letters and photographs."""

from django.urls import path

from snowdrop.tributes import views

urlpatterns = [
    path("m/<slug:slug>/share/", views.tributes, name="tributes"),
    path("m/<slug:slug>/share/<uuid:tribute_id>/place/", views.move_tribute, name="move_tribute"),
    path("m/<slug:slug>/letters/new/", views.write_letter, name="write_letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/", views.letter, name="letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/removal/", views.take_away_letter, name="take_away_letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/return/", views.put_back_letter, name="put_back_letter"),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/unfinished/removal/",
        views.let_go_of_unfinished,
        name="let_go_of_unfinished",
    ),
    path("m/<slug:slug>/photos/new/", views.add_photos, name="add_photos"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/", views.photo, name="photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/removal/", views.take_away_photo, name="take_away_photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/return/", views.put_back_photo, name="put_back_photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/original/", views.original, name="original"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/<str:name>", views.picture, name="picture"),
    path("m/<slug:slug>/cover/", views.cover, name="cover"),
]
