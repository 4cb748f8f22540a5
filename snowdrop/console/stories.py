"""Stories of the demo, told to strangers: made-up people, told with care. Nobody in them is real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class ToldHere:
    """One story, as its author has said it."""

    title: str
    words: str
    facets: dict[str, Any]
    notes: Sequence[str] = ()
    step: str = "nobody"
    called: str = ""
    language: str = "en"
    words_welcome: bool = False
    said: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        names = ("title", "words", "facets", "step", "called", "language", "words_welcome")
        object.__setattr__(self, "said", {name: getattr(self, name) for name in names} | {"notes": list(self.notes)})


STORIES: Final = (
    ToldHere(
        "The blue rabbit",
        """There were two heartbeats, and then there was one. They were born on the same night, and we met both of them.

People see one child and say one child. I set out one bowl and think of the other. It is not sad each time. Some mornings it is only a thing that I know, as I know where the light falls in the kitchen.

Her sister sleeps with the blue rabbit. The other rabbit is in the drawer with the two wrist bands, and it is allowed to come out on their birthday.""",
        {
            "kind_of_loss": ["stillbirth", "multiples"],
            "multiples": "one_of_twins",
            "gestation_weeks": 31,
            "role": "birthing_parent",
            "no_living_children": "no",
            "living_children": 1,
            "months_since": 42,
            "partner_situation": "together",
        },
        notes=["birth", "living_baby"],
        step="first-name",
        called="Marit",
        words_welcome=True,
    ),
    ToldHere(
        "Eleven weeks",
        """It was eleven weeks, and nobody knew but the two of us. So nobody asked, and we went to work on Monday.

I want to say to whoever reads this that it was somebody. We had a name for the summer, and a list on the fridge that I took down and folded very small.

My husband planted a currant bush and did not say what for. I water it.""",
        {
            "kind_of_loss": ["miscarriage"],
            "gestation_weeks": 11,
            "first_or_again": "first",
            "role": "birthing_parent",
            "no_living_children": "yes",
            "living_children": 0,
            "months_since": 9,
            "place_of_care": "home",
            "partner_situation": "together",
        },
    ),
    ToldHere(
        "What I did with my hands",
        """I am the father. They asked me how she was, and I told them, and I was glad to have something to answer.

He lived for two days. I held him while they changed the sheet, and then while they did nothing at all. I had thought that my hands would be too big.

For a year I built things. A shelf, a gate, a box for his cap. I do not build so much now. I talk more. It took a man at work, who had lost a daughter thirty years ago, to say her name to me by the coffee machine, quite calmly, as one says the name of anybody.""",
        {
            "kind_of_loss": ["neonatal"],
            "role": "partner",
            "months_since": 42,
            "place_of_care": "neonatal_unit",
            "no_living_children": "yes",
            "living_children": 0,
        },
        notes=["medical"],
        step="pen-name",
        called="A carpenter by the sea",
        words_welcome=True,
    ),
    ToldHere(
        "We said yes to her, and then we had to choose",
        """We had wanted her for four years. At twenty-one weeks a doctor drew her heart on the back of a form, and then drew what was missing.

We chose that she should not be in pain. I have never found a shorter way to say it, and I no longer explain it to people who have already decided what they think of me.

She has a place under the birch. My mother goes there more often than I do. I go in my own way, by leaving the radio on in the room that was to be hers.""",
        {
            "kind_of_loss": ["tfmr", "second_trimester_loss"],
            "decision_involved": "yes",
            "gestation_weeks": 21,
            "fertility_treatment": "ivf",
            "role": "birthing_parent",
            "months_since": 18,
            "place_of_care": "hospital",
        },
        notes=["medical"],
    ),
    ToldHere(
        "Oma erzählt",
        """Ich bin die Großmutter. Niemand fragt eine Großmutter, und das ist auch richtig so, denn es ist nicht mein Kind. Aber mein Kind hat geweint, und ich konnte nichts tun.

Ich habe Suppe gekocht. Ich habe die kleine Decke fertig gestrickt, weil ich nicht wusste, wie man mitten darin aufhört. Meine Tochter hat sie ihm mitgegeben.

Heute sage ich seinen Namen, wenn ich die Enkel aufzähle. Fünf, sage ich. Vier zum Abholen, einer im Herzen.""",
        {"kind_of_loss": ["stillbirth"], "role": "grandparent", "months_since": 90, "gestation_weeks": 38},
        step="first-name",
        called="Oma Lotte",
        language="de",
    ),
    ToldHere(
        "Four times",
        """The first time people brought flowers. The second time they brought advice. After that we told nobody, and so there was nobody to bring anything.

Four times is a strange thing to have happened. In the waiting room there are forms that ask for a number, and the box is small.

We have stopped now. We have a dog with one bad ear, and a very tidy garden, and on the windowsill four stones that our friend brought us from four beaches when I finally told her. She had driven to each of them.""",
        {
            "kind_of_loss": ["miscarriage", "recurrent"],
            "first_or_again": "again",
            "no_living_children": "yes",
            "living_children": 0,
            "role": "birthing_parent",
            "lgbtq": "yes",
            "fertility_treatment": "donor",
            "months_since": 42,
        },
        step="name",
        called="Noa Lindqvist-Adeyemi",
    ),
)
