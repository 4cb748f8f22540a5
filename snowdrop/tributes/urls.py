"""Addresses of what the family shares: letters and photographs."""

from django.urls import path

from snowdrop.tributes import views

urlpatterns = [
    path("m/<slug:slug>/share/", views.tributes, name="tributes"),
    path("m/<slug:slug>/letters/new/", views.write_letter, name="write_letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/", views.letter, name="letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/removal/", views.take_away_letter, name="take_away_letter"),
    path("m/<slug:slug>/photos/new/", views.add_photos, name="add_photos"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/", views.photo, name="photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/removal/", views.take_away_photo, name="take_away_photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/original/", views.original, name="original"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/<str:name>", views.picture, name="picture"),
    path("m/<slug:slug>/cover/", views.cover, name="cover"),
]
