"""What the demo story says: made-up people, told with care. Nobody in it is real."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Told:
    """Where the demo story can be looked at: an address path and what is there, in words."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that a guest of the story sends, and what becomes of it."""

    kind: str
    words: str = ""
    name: str = ""
    relation: str = ""
    flower: str = ""
    becomes: str = "waiting"


WREN_LETTER: Final = """Dear Wren,

You had long fingers. The midwife said so, then your mother, and then we looked at them for a while and nobody said anything.

I had a list of things to show you. The heron by the weir. How the bread machine walks along the counter when it kneads. Your great-grandmother’s handwriting. I have not thrown the list away. I go on showing you these things, and I think that this is what I will do.

Your brother has put a stone on the windowsill for you. It is a good stone. He chose it out of many."""

WREN_WORDS: Final = """Wren was with us from the spring until the second of November. She was born at Saint Brigid’s on a very quiet morning, and we had two days with her.

We put this here for the people who ask, because we cannot yet tell it to everybody one by one."""

FOR_WREN: Final = (
    Sent(
        "words", "We lit the lamp in the kitchen window for Wren. You do not need to write back.", "Ruth", "next door"
    ),
    Sent("flower", "", "Tomás", "from the choir", "forget-me-not"),
    Sent("flower", "For Wren.", "The night shift", "Saint Brigid’s", "snowdrop"),
    Sent(
        "memory",
        "You could not choose between the two yellow blankets. I have kept the other one for you.",
        "Hanneke",
        "Ines’s aunt",
        becomes="kept",
    ),
    Sent(
        "offer",
        "I drive past your road every Thursday. I can leave soup by the door and go again. Say one word, or none, "
        "and I will just do it.",
        "Petra",
        "a friend from school",
    ),
    Sent("candle", "", "Somebody who reads this late at night"),
    Sent("flower", "", "Yusuf", "Jonah’s colleague", "cornflower"),
    Sent("presence", "", "Amara", "a friend"),
    Sent(
        "prayer",
        "We are holding the three of you in our prayers at evensong this week, and Wren by her name.",
        "Father Aled",
        "Saint Brigid’s",
        becomes="opened",
    ),
    Sent("flower", "", "Grandpa Willem", "", "snowdrop"),
    Sent("wish", "I wish you mornings that ask nothing of you.", "Leila", "from the old office"),
    Sent(
        "card",
        "There is a card in the post as well, with a drawing of a wren that my daughter made for yours.",
        "Ingrid",
        "a neighbour",
    ),
    Sent(
        "words",
        "We are so sorry. Your Wren is spoken of in this house.",
        "The Okafor family",
        "across the road",
        becomes="held",
    ),
    Sent("flower", "", "", "", "daisy", becomes="held"),
    Sent(
        "words",
        "I did not know what to write, so I am writing that. I think of you every day on the way to work.",
        "Mikkel",
        "we met once at a wedding",
        becomes="held",
    ),
)


GROUP_NAME: Final = "After a stillbirth"
GROUP_PLAN: Final = "We will tell you in good time. On the last evening we meet once more, and read the names aloud."

IN_THE_GROUP: Final = (
    (
        "The first spring",
        "The daffodils came up where we had stood. I did not want them to. Then I sat down beside them for an hour.",
        (
            "I had that with the swallows. I was angry with them for coming back.",
            "Thank you for writing this. I am reading it on the night bus.",
        ),
    ),
    (
        "What do you answer",
        "Somebody at work asked how many children I have. I said “two”, and then I did not know where to look.",
        ("I say “two, and one of them lives with us”. On other days I say “one”. Both are allowed.",),
    ),
)
"""Topics of the group, each with its answers; the first is written by a member, answers by others in turn."""
