"""Who may: what the rows of the matrix say of the cast, while the memorial is in a state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Who = Callable[[str, str], bool]
"""Whether one of the cast may, while the memorial is in a state (tests/house/household.py lists both)."""

SIGNED_IN: Final = frozenset(
    {
        "stranger",
        "helper",
        "former_helper",
        "welcomer",
        "speaker",
        "calendar",
        "member",
        "former_member",
        "blocked",
        "keeper",
        "other_keeper",
        "former_keeper",
    }
)
KEEPERS: Final = frozenset({"keeper", "other_keeper"})


def anybody(cast: str, state: str) -> bool:
    """Everybody who knocks."""
    return True


def not_kept_out(cast: str, state: str) -> bool:
    """Everybody but those whom the family keeps out."""
    return cast != "blocked"


def people(cast: str, state: str) -> bool:
    """Whoever has signed in."""
    return cast in SIGNED_IN


def family(cast: str, state: str) -> bool:
    """Those who keep the memorial now."""
    return cast in KEEPERS


def one_keeper(cast: str, state: str) -> bool:
    """One of those who keep it: who has shown just now who they are, has named a successor, has asked and invited."""
    return cast == "keeper"


def other_keeper(cast: str, state: str) -> bool:
    """The other of them."""
    return cast == "other_keeper"


def family_in_the_open(cast: str, state: str) -> bool:
    """Those who keep the memorial, while everybody may open its page."""
    return cast in KEEPERS and state == "everybody"


def family_before_everybody(cast: str, state: str) -> bool:
    """Those who keep the memorial, while its page can be opened to more people."""
    return cast in KEEPERS and state != "everybody"


def helper(cast: str, state: str) -> bool:
    """Those who read first, and help with nothing else."""
    return cast == "helper"


def first_readers(cast: str, state: str) -> bool:
    """Those who keep the memorial and those who read first, now."""
    return cast in KEEPERS | {"helper"}


def welcomer(cast: str, state: str) -> bool:
    """Those who help it by looking after people, and with nothing else."""
    return cast == "welcomer"


def speaker(cast: str, state: str) -> bool:
    """Those who help it by speaking for the family, and with nothing else."""
    return cast == "speaker"


def who_look_after_dates(cast: str, state: str) -> bool:
    """Those who keep the memorial, and those who look after its dates."""
    return cast in KEEPERS | {"calendar"}


def helpers(cast: str, state: str) -> bool:
    """Those who help with it now, with whatever it is."""
    return cast in {"helper", "welcomer", "speaker", "calendar"}


def who_look_after_people(cast: str, state: str) -> bool:
    """Those who keep the memorial, and those who look after its people."""
    return cast in KEEPERS | {"welcomer"}


_FROM_NEAR_TO_FAR: Final = ("keepers", "helpers", "circles", "link", "members", "everybody")
_NEAR: Final = {
    "keeper": "keepers",
    "other_keeper": "keepers",
    "helper": "helpers",
    "welcomer": "helpers",
    "speaker": "helpers",
    "calendar": "helpers",
    "member": "circles",
    "friend": "link",
    **dict.fromkeys(("stranger", "former_helper", "former_member", "former_keeper"), "members"),
    **dict.fromkeys(("nobody", "former_friend"), "everybody"),
}
"""The narrowest audience that includes each of the cast. Whoever is kept out is in none."""


def shown_to(width: str) -> Who:
    """Those who come upon what is meant for an audience: it must include them, and so must that of the page."""

    def who(cast: str, state: str) -> bool:
        if width == "me":
            return one_keeper(cast, state)
        page = _FROM_NEAR_TO_FAR.index("keepers" if state == "draft" else state)
        open_to = _FROM_NEAR_TO_FAR[: min(page, _FROM_NEAR_TO_FAR.index(width)) + 1]
        return _NEAR.get(cast) in open_to

    return who


def visitors(cast: str, state: str) -> bool:
    """Those to whom the page is open: its publication decides; the family always, whom it keeps out never."""
    return shown_to("everybody")(cast, state)


def member_whom_it_is_open_to(cast: str, state: str) -> bool:
    """Whoever is in a circle, while the page is open to circles or to more."""
    return cast == "member" and visitors(cast, state)


def holders(cast: str, state: str) -> bool:
    """Whoever holds the secret of a private link, while it opens something; else those whom the page is open to."""
    return cast != "blocked" and (state in {"link", "members", "everybody"} or visitors(cast, state))


def in_the_group(cast: str, state: str) -> bool:
    """Those who are in the support group: the keepers, who look after it, and the member."""
    return cast in KEEPERS | {"member"}


def facilitators(cast: str, state: str) -> bool:
    """Those who look after the support group."""
    return cast in KEEPERS


def may_ask_the_group(cast: str, state: str) -> bool:
    """Whoever has signed in, is not in the group, and was not taken out of it for good."""
    return cast in SIGNED_IN - KEEPERS - {"member", "blocked"}


def nobody_known(cast: str, state: str) -> bool:
    """Somebody of whom nothing is known."""
    return cast == "nobody"


def nobody_at_all(cast: str, state: str) -> bool:
    """Not even the family."""
    return False
