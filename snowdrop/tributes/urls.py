"""Addresses of what the family shares: letters, photographs, videos and voice notes."""

from django.urls import path

from snowdrop.tributes import views, views_of_arrivals, views_of_clips, views_of_days, views_of_versions

urlpatterns = [
    path("m/<slug:slug>/share/", views.tributes, name="tributes"),
    path("m/<slug:slug>/share/<uuid:tribute_id>/place/", views.move_tribute, name="move_tribute"),
    path("m/<slug:slug>/share/<uuid:tribute_id>/day/", views_of_days.tribute_day, name="tribute_day"),
    path(
        "m/<slug:slug>/share/<uuid:tribute_id>/day/removal/",
        views_of_days.let_go_of_tribute_day,
        name="let_go_of_tribute_day",
    ),
    path("m/<slug:slug>/share/<uuid:tribute_id>/day/now/", views_of_days.show_tribute_now, name="show_tribute_now"),
    path("m/<slug:slug>/share/<uuid:tribute_id>/private/", views_of_days.take_back_tribute, name="take_back_tribute"),
    path("m/<slug:slug>/share/<uuid:tribute_id>/again/", views_of_days.show_tribute_again, name="show_tribute_again"),
    path("m/<slug:slug>/letters/new/", views.write_letter, name="write_letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/", views.letter, name="letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/removal/", views.take_away_letter, name="take_away_letter"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/return/", views.put_back_letter, name="put_back_letter"),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/unfinished/removal/",
        views.let_go_of_unfinished,
        name="let_go_of_unfinished",
    ),
    path("m/<slug:slug>/letters/<uuid:letter_id>/years/", views.show_years, name="show_years"),
    path("m/<slug:slug>/letters/<uuid:letter_id>/earlier/", views_of_versions.versions, name="versions"),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/earlier/removal/",
        views_of_versions.let_go_of_versions,
        name="let_go_of_versions",
    ),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/earlier/<uuid:version_id>/",
        views_of_versions.version,
        name="version",
    ),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/earlier/<uuid:version_id>/return/",
        views_of_versions.bring_back_version,
        name="bring_back_version",
    ),
    path(
        "m/<slug:slug>/letters/<uuid:letter_id>/earlier/<uuid:version_id>/removal/",
        views_of_versions.let_go_of_version,
        name="let_go_of_version",
    ),
    path("m/<slug:slug>/photos/new/", views.add_photos, name="add_photos"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/", views.photo, name="photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/removal/", views.take_away_photo, name="take_away_photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/return/", views.put_back_photo, name="put_back_photo"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/original/", views.original, name="original"),
    path("m/<slug:slug>/photos/<uuid:photo_id>/<str:name>", views.picture, name="picture"),
    path("m/<slug:slug>/cover/", views.cover, name="cover"),
    path("m/<slug:slug>/clips/new/", views_of_clips.add_clip, name="add_clip"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/", views_of_clips.clip, name="clip"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/captions/", views_of_clips.captions, name="captions"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/removal/", views_of_clips.take_away_clip, name="take_away_clip"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/return/", views_of_clips.put_back_clip, name="put_back_clip"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/original/", views_of_clips.original_clip, name="original_clip"),
    path("m/<slug:slug>/clips/<uuid:clip_id>/<str:name>", views_of_clips.clip_bytes, name="clip_bytes"),
    path("m/<slug:slug>/clips/arrivals/", views_of_arrivals.arrivals, name="arrivals"),
    path("m/<slug:slug>/clips/arrivals/<uuid:arrival_id>/", views_of_arrivals.arrival, name="arrival"),
]
