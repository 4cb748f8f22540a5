"""What is asked once before somebody is let out, or an invitation ends."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.memorials.asking import Question
from snowdrop.memorials.models import Circle, Helper, Invitation, Member, Memorial
from snowdrop.memorials.queries import called, known_as, name_here, room_of_invitations
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


def before_deleting_circle(memorial: Memorial, circle: Circle) -> Question:
    """Before a circle is deleted: what becomes of what only it was shown."""
    return Question(
        flower=memorial.flower,
        title=_("Delete the circle “%(name)s”?") % {"name": circle.name},
        sentences=(
            _("What is shown to this circle alone is then seen by you and your helpers alone, from that moment on."),
            _("Whoever is in no other circle is let out, and invitations into this one end. Nobody is told."),
            _("It cannot be brought back; you can make a new one and invite people again."),
        ),
        button=_("Delete it"),
        back=reverse("circle", args=[memorial.slug, circle.id]),
    )


def before_taking_out(memorial: Memorial, member: Member) -> Question:
    """Before somebody is taken out of one circle."""
    names = {"name": member.name or known_as(member.person), "circle": member.circle.name}
    return Question(
        flower=memorial.flower,
        title=_("Take %(name)s out of “%(circle)s”?") % names,
        sentences=(
            _("It holds at once: from then on they see nothing that is shown to this circle alone."),
            _("In your other circles they stay as they are. If this is the only one, they need a new invitation."),
            _("Nobody tells them. What they have saved for themselves stays with them."),
        ),
        button=_("Take them out"),
        back=reverse("circle", args=[memorial.slug, member.circle_id]),
    )


def before_shutting_the_door(memorial: Memorial, person: Person) -> Question:
    """Before somebody is taken out of everything at once."""
    return Question(
        flower=memorial.flower,
        title=_("Shut the door to %(name)s?") % {"name": name_here(memorial, person)},
        sentences=(
            _("It holds at once: they are out of every circle, do not help any more, and their invitations end."),
            _("A private link that they have works until you take it back; what is open to everybody stays so."),
            _("Nobody tells them. What they have saved for themselves stays with them."),
        ),
        button=_("Shut the door"),
        back=reverse("person_let_in", args=[memorial.slug, person.pk]),
    )


def before_leaving_circles(memorial: Memorial) -> Question:
    """Before somebody leaves the circles into which a family has let them."""
    return Question(
        flower=memorial.flower,
        title=_("Take “%(name)s” off your list?") % {"name": called(memorial)},
        sentences=(
            _("You are then not let in any more. You need no reason, and nobody is told."),
            _("What you have sent stays with the family, unless you take it back yourself."),
            _("If you would like to come back one day, the family can invite you again."),
        ),
        button=_("Take it off"),
        back=reverse("my_memorials"),
    )


def before_taking_back_invitation(viewer: Viewer, memorial: Memorial, invitation: Invitation) -> Question:
    """Before an invitation ends that nobody has accepted."""
    name = invitation.name or invitation.address
    return Question(
        flower=memorial.flower,
        title=_("Take back the invitation for %(name)s?") % {"name": name} if name else _("Take back this invitation?"),
        sentences=(_("Its address stops working at once. Whoever opens it is told only that it is over."),),
        button=_("Take it back"),
        back=reverse(room_of_invitations(viewer, memorial), args=[memorial.slug]),
    )


def before_declining(viewer: Viewer, memorial: Memorial, invitation: Invitation) -> Question:
    """Before somebody who has accepted is not let in."""
    assert invitation.accepted_by
    return Question(
        flower=memorial.flower,
        title=_("Not let %(name)s in?") % {"name": known_as(invitation.accepted_by)},
        sentences=(
            _("They see nothing of yours. Nobody tells them; whoever opens the invitation reads only that it is over."),
            _("You can invite somebody else, or them again, at any time."),
        ),
        button=_("Do not let them in"),
        back=reverse(room_of_invitations(viewer, memorial), args=[memorial.slug]),
    )


def before_inviting_again(viewer: Viewer, memorial: Memorial, invitation: Invitation) -> Question:
    """Before an invitation gets a new address."""
    address = invitation.address
    way = _("A new mail goes to %(address)s.") if address else _("You get a new address to give to them.")
    return Question(
        flower=memorial.flower,
        title=_("Send this invitation again?") if address else _("Make this invitation again?"),
        sentences=(
            way % {"address": address},
            _("The old address stops working at once. The new one works for fourteen days."),
        ),
        button=_("Send it again") if address else _("Make it again"),
        back=reverse(room_of_invitations(viewer, memorial), args=[memorial.slug]),
    )


def before_ending(viewer: Viewer, memorial: Memorial, helper: Helper) -> Question:
    """Before a helper stops, or is asked to stop."""
    if helper.person_id == viewer.person_id:
        return Question(
            flower=memorial.flower,
            title=_("Stop helping here?"),
            sentences=(
                _("You need no reason. Whatever you have not done yet waits for the family or another helper."),
                _("You will not see their page any more, unless they have opened it to you in another way."),
            ),
            button=_("Stop helping"),
            back=reverse("my_memorials"),
        )
    return Question(
        flower=memorial.flower,
        title=_("End the help of %(name)s?") % {"name": known_as(helper.person)},
        sentences=(
            _("From now on they can do nothing here any more. What they have done stays as it is."),
            _("Nobody tells them; you may want to."),
        ),
        button=_("End it"),
        back=reverse("helpers", args=[memorial.slug]),
    )
