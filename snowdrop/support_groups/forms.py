"""What people write and choose in a group: at the door, in the room, in their own place."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.support_groups.models import Member, Post, Rules
from snowdrop.support_groups.vocabulary import LONGEST_ANSWER, LONGEST_NAME, LONGEST_TITLE, LONGEST_WORDS, Content

TOO_LONG: Final = _("There is room for %(limit_value)d letters. Please shorten it a little.")
CHOOSE: Final = {"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")}


class NameField(forms.CharField):
    """A name for one group."""

    def __init__(self, **given: Any) -> None:
        super().__init__(
            label=_("What shall we call you here?"),
            help_text=_(
                "A name for this group only: a first name, or one that you make up. Nobody here, facilitators neither,"
                " sees your other names, your address or your memorial."
            ),
            max_length=LONGEST_NAME,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={
                "required": _("Please write a name, so that others can answer you."),
                "max_length": TOO_LONG,
            },
            **given,
        )


class AgreeForm(forms.Form):
    """That one agrees to what the group has agreed, as it was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    agrees = forms.BooleanField(
        label=_("I have read what the group has agreed, and agree to it"),
        error_messages={"required": _("Please read it, and agree, or stay outside for now.")},
    )

    def __init__(self, data: Any, rules: Rules) -> None:
        super().__init__(data, initial={"version": rules.version})


class AskForm(AgreeForm):
    """Asking to be let in."""

    name = NameField()
    words = forms.CharField(
        label=_("What would you like us to know?"),
        help_text=_(
            "A sentence or two: what brings you, and what you hope for. Only the facilitators of this group read it; it"
            " is thrown away when they have answered."
        ),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("There are no words yet. One sentence is enough."), "max_length": TOO_LONG},
    )
    grown_up = forms.BooleanField(
        label=_("I am 18 or older"),
        error_messages={"required": _("Groups are for people of 18 and older. “Help now” has others to talk to.")},
    )
    field_order = ("name", "words", "grown_up", "agrees", "version")


class ComeAlongForm(AgreeForm):
    """Coming into the other group, by an own yes."""

    name = NameField()
    field_order = ("name", "agrees", "version")


class AcceptForm(AgreeForm):
    """Beginning to look after a group."""

    name = NameField(required=False)
    read_through = forms.BooleanField(
        label=_("I have read what to do when somebody may be in danger"),
        error_messages={"required": _("Please read it first; it stands on this page.")},
    )
    field_order = ("name", "read_through", "agrees", "version")

    def __init__(self, data: Any, rules: Rules, member: Member | None) -> None:
        super().__init__(data, rules)
        if member:
            del self.fields["name"]
        else:
            self.fields["name"].required = True


class AnswerForm(forms.Form):
    """One's words in a topic, with what others should know before they open them."""

    words = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("There are no words yet."), "max_length": TOO_LONG},
    )
    note = forms.ChoiceField(
        label=_("Does it speak of something that others may want to know first?"),
        help_text=_("It is then folded, and opened by whoever wants to."),
        choices=Content.choices,
        required=False,
        error_messages=CHOOSE,
    )
    about_pregnancy = forms.BooleanField(
        label=_("It is about a pregnancy after loss, a scan, or a living baby"),
        help_text=_("It is then shown only to those who have asked for it. Please mark it, for those who cannot yet."),
        required=False,
    )

    def __init__(self, data: Any, *, walls_pregnancy: bool, post: Post | None = None) -> None:
        super().__init__(data, initial=_begun(post))
        if not walls_pregnancy:
            del self.fields["about_pregnancy"]


class TopicForm(AnswerForm):
    """What a topic begins with."""

    title = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Everybody in the group reads this line, also those who do not open it."),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Please write a few words."), "max_length": TOO_LONG},
    )
    field_order = ("title", "words", "note", "about_pregnancy")


class LeaveForm(forms.Form):
    """What becomes of one's words when one leaves."""

    words_stay = forms.TypedChoiceField(
        label=_("What shall become of what you wrote?"),
        choices=[
            ("yes", _("It stays, by “somebody who has left”")),
            ("no", _("It goes with me")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


def _begun(post: Post | None) -> dict[str, Any]:
    if post is None:
        return {}
    title = {"title": post.topic.title} if post.begins else {}
    return {"words": post.words, "note": post.note, "about_pregnancy": post.about_pregnancy, **title}
