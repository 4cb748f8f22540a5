"""Addresses of support groups: the list, a door, a room, one's own place, the desk, arranging."""

from django.urls import path

from snowdrop.support_groups import (
    views,
    views_of_arranging,
    views_of_desk,
    views_of_ending,
    views_of_looking_after,
    views_of_own_place,
    views_of_writing,
)

urlpatterns = [
    path("groups/", views.support_groups, name="support_groups"),
    path("groups/new/", views_of_arranging.make_group, name="make_group"),
    path("groups/debriefs/", views_of_looking_after.group_debriefs, name="group_debriefs"),
    path("groups/invitation/<str:secret>/", views_of_arranging.accept_facilitating, name="accept_facilitating"),
    path("groups/<str:group>/", views.support_group, name="support_group"),
    path("groups/<str:group>/asking/", views.ask_to_join, name="ask_to_join"),
    path("groups/<str:group>/asking/removal/", views.take_back_group_request, name="take_back_group_request"),
    path("groups/<str:group>/agreed/", views.group_rules, name="group_rules"),
    # Writing
    path("groups/<str:group>/topics/new/", views_of_writing.start_topic, name="start_topic"),
    path("groups/<str:group>/topics/<uuid:topic_id>/", views_of_writing.group_topic, name="group_topic"),
    path("groups/<str:group>/posts/<uuid:post_id>/", views_of_writing.change_post, name="change_post"),
    path("groups/<str:group>/posts/<uuid:post_id>/sent/", views_of_writing.post_sent, name="post_sent"),
    path("groups/<str:group>/posts/<uuid:post_id>/removal/", views_of_writing.take_back_post, name="take_back_post"),
    path("groups/<str:group>/posts/<uuid:post_id>/again/", views_of_writing.show_post_again, name="show_post_again"),
    # One's own place
    path("groups/<str:group>/you/", views_of_own_place.own_place, name="own_place"),
    path("groups/<str:group>/you/words.txt", views_of_own_place.own_words, name="own_words"),
    path("groups/<str:group>/you/wall/", views_of_own_place.choose_pregnancy, name="choose_pregnancy"),
    path("groups/<str:group>/you/leaving/", views_of_own_place.leave_group, name="leave_group"),
    path("groups/<str:group>/you/stopping/", views_of_own_place.stop_facilitating, name="stop_facilitating"),
    path("groups/<str:group>/you/not-seen/<uuid:persona_id>/", views_of_own_place.mute, name="mute"),
    path("groups/<str:group>/you/not-seen/<uuid:persona_id>/removal/", views_of_own_place.unmute, name="unmute"),
    path("groups/<str:group>/coming-along/", views_of_ending.come_along, name="come_along"),
    path("groups/<str:group>/meetings/<uuid:meeting_id>.ics", views.meeting_file, name="meeting_file"),
    # The desk
    path("groups/<str:group>/desk/", views_of_desk.group_desk, name="group_desk"),
    path("groups/<str:group>/desk/enough/", views_of_desk.leave_group_desk, name="leave_group_desk"),
    path("groups/<str:group>/desk/passed-on/", views_of_desk.take_up_in_group, name="take_up_in_group"),
    path("groups/<str:group>/desk/rest/", views_of_looking_after.rest_from_group, name="rest_from_group"),
    path("groups/<str:group>/desk/notes/", views_of_looking_after.group_notes, name="group_notes"),
    path(
        "groups/<str:group>/desk/notes/<uuid:note_id>/removal/",
        views_of_looking_after.take_away_group_note,
        name="take_away_group_note",
    ),
    path("groups/<str:group>/desk/duty/", views_of_looking_after.group_duty, name="group_duty"),
    path("groups/<str:group>/desk/meetings/", views_of_looking_after.announce_meeting, name="announce_meeting"),
    path(
        "groups/<str:group>/desk/meetings/<uuid:meeting_id>/removal/",
        views_of_looking_after.take_away_meeting,
        name="take_away_meeting",
    ),
    path("groups/<str:group>/desk/people/", views_of_looking_after.group_people, name="group_people"),
    path(
        "groups/<str:group>/desk/people/<uuid:persona_id>/removal/",
        views_of_looking_after.take_out_of_group,
        name="take_out_of_group",
    ),
    path(
        "groups/<str:group>/desk/debriefs/<uuid:debrief_id>/",
        views_of_looking_after.answer_debrief,
        name="answer_debrief",
    ),
    path("groups/<str:group>/desk/<uuid:subject_id>/", views_of_desk.decide_in_group, name="decide_in_group"),
    path("groups/<str:group>/desk/<uuid:subject_id>/asking/", views_of_desk.ask_author, name="ask_author"),
    path(
        "groups/<str:group>/desk/<uuid:subject_id>/holding-back/", views_of_desk.hold_back_post, name="hold_back_post"
    ),
    path("groups/<str:group>/desk/<uuid:subject_id>/not-now/", views_of_desk.not_this_time, name="not_this_time"),
    path("groups/<str:group>/desk/<uuid:post_id>/again/", views_of_desk.put_back_post, name="put_back_post"),
    # Arranging
    path("groups/<str:group>/arranging/", views_of_arranging.arrange_group, name="arrange_group"),
    path("groups/<str:group>/arranging/words/", views_of_arranging.describe_group, name="describe_group"),
    path("groups/<str:group>/arranging/agreed/", views_of_arranging.set_group_rules, name="set_group_rules"),
    path("groups/<str:group>/arranging/hours/", views_of_arranging.set_group_hours, name="set_group_hours"),
    path(
        "groups/<str:group>/arranging/hours/<uuid:hours_id>/removal/",
        views_of_arranging.take_away_group_hours,
        name="take_away_group_hours",
    ),
    path(
        "groups/<str:group>/arranging/facilitators/", views_of_arranging.invite_facilitator, name="invite_facilitator"
    ),
    path("groups/<str:group>/arranging/opening/", views_of_arranging.open_group, name="open_group"),
    path("groups/<str:group>/arranging/ending/", views_of_ending.end_group, name="end_group"),
    path("groups/<str:group>/arranging/ending/removal/", views_of_ending.keep_group, name="keep_group"),
    path("groups/<str:group>/arranging/merging/", views_of_ending.ask_to_merge, name="ask_to_merge"),
    path(
        "groups/<str:group>/arranging/merging/<uuid:merging_id>/",
        views_of_ending.agree_to_merging,
        name="agree_to_merging",
    ),
]
