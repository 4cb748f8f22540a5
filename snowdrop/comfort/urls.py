"""Addresses of comfort: sending it, its sender's own page, the reading desk, the waiting room."""

from django.urls import path

from snowdrop.comfort import (
    views,
    views_of_boxes,
    views_of_given,
    views_of_guarding,
    views_of_reading,
    views_of_rules,
    views_of_thanks,
    views_of_waiting,
)

urlpatterns = [
    path("m/<slug:slug>/send/", views.send_comfort, name="send_comfort"),
    path("m/<slug:slug>/send/notes/", views.gentle_notes, name="gentle_notes"),
    path("m/<slug:slug>/more/", views.older_comfort, name="older_comfort"),
    path("sent/<str:once>/", views.received, name="received"),
    path("sent/<str:once>/correction/", views.correct_comfort, name="correct_comfort"),
    path("sent/<str:once>/withdrawal/", views.take_back_comfort, name="take_back_comfort"),
    path("m/<slug:slug>/reading/", views_of_reading.reading, name="reading"),
    path("m/<slug:slug>/reading/set-aside/", views_of_reading.set_aside, name="set_aside"),
    path("m/<slug:slug>/reading/passed-on/", views_of_reading.take_up, name="take_up"),
    path("m/<slug:slug>/reading/enough/", views_of_reading.leave_desk, name="leave_desk"),
    path("m/<slug:slug>/reading/notes/", views_of_reading.notes_at_desk, name="notes_at_desk"),
    path("m/<slug:slug>/reading/notes/<uuid:note_id>/removal/", views_of_reading.take_away_note, name="take_away_note"),
    path("m/<slug:slug>/first-reading/", views_of_rules.first_reading, name="first_reading"),
    path("m/<slug:slug>/first-reading/held/", views_of_rules.let_held_pass, name="let_held_pass"),
    path("m/<slug:slug>/reading/evidence/", views_of_reading.evidence, name="evidence"),
    path("m/<slug:slug>/reading/<str:handle>/", views_of_reading.decide, name="decide"),
    path("m/<slug:slug>/reading/<str:handle>/asking/", views_of_reading.ask_sender, name="ask_sender"),
    path("m/<slug:slug>/reading/<str:handle>/evidence/", views_of_reading.keep_as_evidence, name="keep_as_evidence"),
    path(
        "m/<slug:slug>/reading/<str:handle>/evidence/removal/",
        views_of_reading.let_go_of_evidence,
        name="let_go_of_evidence",
    ),
    path(
        "m/<slug:slug>/reading/<str:handle>/opening/", views_of_guarding.open_behind_warning, name="open_behind_warning"
    ),
    path("moderating/", views_of_guarding.moderating, name="moderating"),
    path("moderating/<str:handle>/desk/", views_of_guarding.give_to_desk, name="give_to_desk"),
    path("moderating/<str:handle>/away/", views_of_guarding.keep_sealed, name="keep_sealed"),
    path("m/<slug:slug>/reading/<str:handle>/again/", views_of_reading.read_again, name="read_again"),
    path("m/<slug:slug>/waiting/", views_of_waiting.waiting_room, name="waiting_room"),
    path("m/<slug:slug>/waiting/open/", views_of_waiting.open_comfort, name="open_comfort"),
    path("m/<slug:slug>/boxes/new/", views_of_boxes.make_box, name="make_box"),
    path("m/<slug:slug>/boxes/<uuid:box_id>/", views_of_boxes.box, name="box"),
    path("m/<slug:slug>/boxes/<uuid:box_id>/filling/", views_of_boxes.fill_box, name="fill_box"),
    path("m/<slug:slug>/boxes/<uuid:box_id>/removal/", views_of_boxes.let_box_go, name="let_box_go"),
    path("m/<slug:slug>/opened/", views_of_waiting.opened, name="opened"),
    path("m/<slug:slug>/opened/<str:handle>/", views_of_waiting.opened_comfort, name="opened_comfort"),
    path("m/<slug:slug>/opened/<str:handle>/place/", views_of_waiting.move_comfort, name="move_comfort"),
    path("m/<slug:slug>/opened/<str:handle>/box/", views_of_boxes.put_into_box, name="put_into_box"),
    path("m/<slug:slug>/quiet/", views_of_waiting.quiet_page, name="quiet_page"),
    path("m/<slug:slug>/thanks/", views_of_thanks.thanks, name="thanks"),
    path("m/<slug:slug>/thanks/new/", views_of_thanks.write_thanks, name="write_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/", views_of_thanks.change_thanks, name="change_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/sending/", views_of_thanks.send_thanks, name="send_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/removal/", views_of_thanks.take_away_thanks, name="take_away_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/picture/", views_of_given.add_picture, name="add_picture_to_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/voice/", views_of_given.add_voice, name="add_voice_to_thanks"),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/given/", views_of_given.describe_given, name="describe_given"),
    path(
        "m/<slug:slug>/thanks/<uuid:thanks_id>/given/removal/", views_of_given.take_given_away, name="take_given_away"
    ),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/arrivals/", views_of_given.arrivals, name="arrivals_for_thanks"),
    path(
        "m/<slug:slug>/thanks/<uuid:thanks_id>/arrivals/<uuid:arrival_id>/",
        views_of_given.arrival,
        name="arrival_for_thanks",
    ),
    path("m/<slug:slug>/thanks/<uuid:thanks_id>/<str:name>", views_of_given.thanks_bytes, name="thanks_bytes"),
    path("for-you/<str:secret>/", views_of_thanks.read_thanks, name="read_thanks"),
    path("for-you/<str:secret>/<str:name>", views_of_given.read_thanks_bytes, name="read_thanks_bytes"),
]
