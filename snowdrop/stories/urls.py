"""Addresses of stories: finding and reading them, answering, telling one's own, reading first."""

from django.urls import path

from snowdrop.stories import views_of_answers, views_of_finding, views_of_reading, views_of_telling

urlpatterns = [
    path("stories/", views_of_finding.stories, name="stories"),
    path("stories/found/", views_of_finding.found_stories, name="found_stories"),
    path("stories/found/removal/", views_of_finding.forget_given, name="forget_given"),
    path("stories/found/keeping/", views_of_finding.remember_given, name="remember_given"),
    path("stories/reading/", views_of_reading.read_stories, name="read_stories"),
    path("stories/reading/<str:secret>/", views_of_reading.words_by_secret, name="words_by_secret"),
    path("stories/yours/", views_of_telling.own_stories, name="own_stories"),
    path("stories/yours/new/", views_of_telling.new_story, name="new_story"),
    path("stories/yours/leaving/", views_of_telling.leave_stories, name="leave_stories"),
    path("stories/yours/<uuid:story_id>/", views_of_telling.own_story, name="own_story"),
    path("stories/yours/<uuid:story_id>/words/", views_of_telling.write_story, name="write_story"),
    path("stories/yours/<uuid:story_id>/name/", views_of_telling.move_story, name="move_story"),
    path("stories/yours/<uuid:story_id>/taking-back/", views_of_telling.take_back_story, name="take_back_story"),
    path("stories/yours/<uuid:story_id>/putting-back/", views_of_telling.put_back_story, name="put_back_story"),
    path("stories/yours/<uuid:story_id>/removal/", views_of_telling.delete_story, name="delete_story"),
    path("stories/yours/<uuid:story_id>/answers/", views_of_telling.answers, name="answers_to_story"),
    path(
        "stories/yours/<uuid:story_id>/answers/<uuid:words_id>/removal/",
        views_of_telling.put_words_away,
        name="put_words_away",
    ),
    path("stories/<uuid:story_id>/", views_of_finding.story, name="story"),
    path("stories/<uuid:story_id>/kind/", views_of_finding.hide_kind, name="hide_kind"),
    path("stories/<uuid:story_id>/answers/", views_of_answers.answer_story, name="answer_story"),
    path("stories/<uuid:story_id>/words/", views_of_answers.words_to_author, name="words_to_author"),
    path(
        "stories/<uuid:story_id>/answers/<str:once>/removal/",
        views_of_answers.take_back_answer,
        name="take_back_answer",
    ),
]
