"""What facilitators write and choose: arranging the group, the desk, duty, meetings, the end."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.zones import moment_of, time_zones
from snowdrop.support_groups.forms import CHOOSE, TOO_LONG
from snowdrop.support_groups.models import Facilitator, Group, StaffedHours
from snowdrop.support_groups.queries.preparing import hours_in_words
from snowdrop.support_groups.vocabulary import (
    LONGEST_MEETING,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_RULES,
    LONGEST_TITLE,
    WEEKDAYS,
    AskTo,
    ForWhom,
    NotThisTime,
    Subject,
    Why,
)

_WORDS: Final = {"required": _("There are no words yet."), "max_length": TOO_LONG}
_HOUR: Final = {"required": _("Please choose an hour."), "invalid": _("Please write the hour as 19:00.")}


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in time_zones()]


class NewGroupForm(forms.Form):
    """A group from a ready template."""

    subject = forms.TypedChoiceField(
        label=_("What is the group for?"),
        choices=Subject.choices,
        coerce=Subject,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


class DescribeForm(forms.Form):
    """What stands at the door, and how the group goes on."""

    name = forms.CharField(
        label=_("What is it called?"),
        help_text=_("Say whom it is for, so that nobody has to ask."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_WORDS,
    )
    for_whom = forms.ChoiceField(label=_("Who can come in?"), choices=ForWhom.choices, error_messages=CHOOSE)
    description = forms.CharField(
        label=_("A few lines for the door"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=_WORDS,
    )
    closing_plan = forms.CharField(
        label=_("What happens when the group ends?"),
        help_text=_(
            "Everybody reads it before they ask. Members are told two weeks before; then the group can be read, and"
            " each can take their own words, for ninety days; then it is gone. Say what else you will do."
        ),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_WORDS,
    )
    pace_minutes = forms.IntegerField(
        label=_("Minutes between two texts of one member"),
        help_text=_("0 for none. A slower pace helps when a hard subject is talked about."),
        min_value=0,
        max_value=1440,
        error_messages={
            "required": _("Please write a number; 0 for none."),
            "invalid": _("Please write a number; 0 for none."),
            "min_value": _("Please write 0 or more."),
            "max_value": _("Please write at most 1440, which is a day."),
        },
    )

    def __init__(self, data: Any, group: Group) -> None:
        names = ("name", "for_whom", "description", "closing_plan", "pace_minutes")
        super().__init__(data, initial={name: getattr(group, name) for name in names})


class RulesForm(forms.Form):
    """What the group agrees."""

    words = forms.CharField(
        label=_("What you agree, one line for each"),
        help_text=_("Each member is asked to agree before they write. When you change it, they are asked again."),
        max_length=LONGEST_RULES,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages=_WORDS,
    )


class HoursForm(forms.Form):
    """Staffed hours on one day of the week."""

    weekday = forms.TypedChoiceField(
        label=_("Day"), choices=list(enumerate(WEEKDAYS)), coerce=int, error_messages=CHOOSE
    )
    begins = forms.TimeField(
        label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), error_messages=_HOUR
    )
    ends = forms.TimeField(
        label=_("Until"),
        help_text=_("If it is earlier than the beginning, it is on the next day."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=_HOUR,
    )
    zone = forms.ChoiceField(
        label=_("By the clocks of which place?"),
        help_text=_("Members see the hours by their own clocks."),
        choices=_zones,
        error_messages=CHOOSE,
    )


class InviteForm(forms.Form):
    """For whom an invitation is."""

    name = forms.CharField(
        label=_("Whom do you ask?"),
        help_text=_("So that you know the invitation again. They choose their own name for the group."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_WORDS,
    )


class AskToChangeForm(forms.Form):
    """What an author is asked."""

    ask = forms.TypedChoiceField(
        label=_("What would help?"),
        choices=AskTo.choices,
        coerce=AskTo,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    words = forms.CharField(
        label=_("Words of your own"),
        help_text=_("They are not told who you are. Kindly: it may be a hard day."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        error_messages=_WORDS,
    )


class HoldBackForm(forms.Form):
    """Why a post is not shown."""

    why = forms.TypedChoiceField(
        label=_("Why is it not shown?"),
        help_text=_("Its author reads this, keeps the words, and can change them."),
        choices=Why.choices,
        coerce=Why,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    words = AskToChangeForm.base_fields["words"]


class TakeOutForm(forms.Form):
    """Why somebody is taken out."""

    why = forms.TypedChoiceField(
        label=_("Why?"),
        help_text=_("They read this at the door."),
        choices=Why.choices,
        coerce=Why,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    words = forms.CharField(
        label=_("Words of your own"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        error_messages=_WORDS,
    )
    for_good = forms.BooleanField(label=_("They cannot ask to come back"), required=False)


class NotThisTimeForm(forms.Form):
    """The kind sentence for somebody who is not let in."""

    answer = forms.TypedChoiceField(
        label=_("What shall we say to them?"),
        help_text=_("They read it at the door, for a month. Nobody else learns of it."),
        choices=NotThisTime.choices,
        coerce=NotThisTime,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


class NoteForm(forms.Form):
    """A note for the other facilitators."""

    words = forms.CharField(
        label=_("A note for whoever is here next"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=_WORDS,
    )


class DutyForm(forms.Form):
    """In which staffed hours one is there."""

    hours = forms.ModelMultipleChoiceField(
        label=_("In which of these hours are you there, every week?"),
        queryset=StaffedHours.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("Please choose from these."),
            "invalid_pk_value": _("Please choose again."),
        },
    )

    def __init__(self, data: Any, facilitator: Facilitator) -> None:
        super().__init__(data, initial={"hours": [one.hours_id for one in facilitator.duties.all()]})
        field: Any = self.fields["hours"]
        field.queryset = facilitator.group.hours.order_by("weekday", "begins")
        field.label_from_instance = hours_in_words


class DebriefForm(forms.Form):
    """How it was, after a hard case."""

    wants_to_talk = forms.BooleanField(label=_("I would like to talk about it with somebody"), required=False)
    words = forms.CharField(
        label=_("What do you want to say about it?"),
        help_text=_("The safeguarding leads of this server alone read it. You need not write anything."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        error_messages=_WORDS,
    )


class MeetingForm(forms.Form):
    """A meeting that is announced."""

    title = forms.CharField(
        label=_("What is it?"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_WORDS,
    )
    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Please choose a day."), "invalid": _("Please write the day as 2027-03-14.")},
    )
    hour = forms.TimeField(
        label=_("At which hour?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), error_messages=_HOUR
    )
    zone = forms.ChoiceField(label=_("By the clocks of which place?"), choices=_zones, error_messages=CHOOSE)
    minutes = forms.IntegerField(
        label=_("For how many minutes?"),
        min_value=1,
        max_value=LONGEST_MEETING,
        error_messages={
            "required": _("Please write a number."),
            "invalid": _("Please write a number."),
            "min_value": _("Please write a number from 1 on."),
            "max_value": _("Please write at most 600, which is ten hours."),
        },
    )
    where = forms.CharField(
        label=_("Where?"),
        help_text=_("An address for a video call, or a place. Members alone see it."),
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_WORDS,
    )

    def clean(self) -> dict[str, Any]:
        """Day, hour and zone make one moment."""
        given: dict[str, Any] = super().clean() or {}
        if not {"day", "hour", "zone"} & self.errors.keys():
            try:
                given["begins"] = moment_of(given.pop("day"), given.pop("hour"), given.pop("zone")).moment
            except OverflowError:
                self.add_error("day", _("Please choose a nearer day."))
        return given


class EndForm(forms.Form):
    """What members are told beside the days."""

    words = forms.CharField(
        label=_("What do you want to say to the group?"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        error_messages=_WORDS,
    )


class MergeForm(forms.Form):
    """With which group."""

    into = forms.ModelChoiceField(
        label=_("Into which group would your members be asked to come?"),
        queryset=Group.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages=CHOOSE,
    )

    def __init__(self, data: Any, group: Group) -> None:
        super().__init__(data)
        field: Any = self.fields["into"]
        field.queryset = Group.objects.with_open_door().exclude(pk=group.pk).order_by("name")
        field.label_from_instance = lambda one: one.name
