"""Makes up what happened in each story, and what of it is told: in the answers of a form, in the text, or nowhere.

Nothing here knows how matching compares or weighs. All chance comes from one number, so that the set stays as it is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

SEED: Final = 15_10
COPIES: Final = 11
"""Lives that are made up of each outline."""

OUTLINES: Final = """
miscarriage weeks=6-11 role=birthing_parent first nolc
miscarriage weeks=5-11 role=birthing_parent again living
miscarriage weeks=7-12 role=partner first nolc
miscarriage weeks=6-10 role=birthing_parent first nolc ivf
miscarriage weeks=8-12 role=birthing_parent place=home living
miscarriage weeks=6-11 role=birthing_parent lgbtq ivf first nolc
recurrent weeks=5-11 role=birthing_parent again nolc
recurrent weeks=6-12 role=birthing_parent again nolc ivf
recurrent weeks=6-12 role=partner again nolc
ectopic weeks=5-9 role=birthing_parent place=emergency first nolc
ectopic weeks=6-9 role=birthing_parent again ivf
molar weeks=8-13 role=birthing_parent first
treatment_loss weeks=4-5 role=birthing_parent ivf nolc
treatment_loss weeks=4-6 role=birthing_parent ivf single nolc
second_trimester_loss weeks=15-22 role=birthing_parent first nolc
second_trimester_loss weeks=16-23 role=birthing_parent again living
second_trimester_loss weeks=17-23 role=partner living
tfmr weeks=13-24 role=birthing_parent decision first nolc
tfmr weeks=14-30 role=birthing_parent decision living
tfmr weeks=15-28 role=partner decision
tfmr weeks=13-24 role=birthing_parent decision faith=catholic
stillbirth weeks=34-41 role=birthing_parent first nolc
stillbirth weeks=28-41 role=birthing_parent living
stillbirth weeks=30-41 role=partner first nolc
stillbirth weeks=36-41 role=birthing_parent faith=muslim
stillbirth weeks=32-40 role=birthing_parent background=black
stillbirth weeks=33-41 role=grandparent
stillbirth weeks=26-37 role=birthing_parent mult=one_of_twins living
stillbirth weeks=30-40 role=birthing_parent migrant
neonatal weeks=23-27 role=birthing_parent place=neonatal_unit first nolc
neonatal weeks=22-29 role=birthing_parent place=neonatal_unit mult=one_of_twins living
neonatal weeks=22-26 role=birthing_parent place=neonatal_unit mult=both_twins nolc ivf
neonatal weeks=36-41 role=birthing_parent place=hospice living
neonatal weeks=35-41 role=partner decision place=neonatal_unit
neonatal weeks=34-40 role=grandparent
infant weeks=36-41 role=birthing_parent first nolc
infant weeks=37-41 role=partner living
infant weeks=36-40 role=birthing_parent single
stillbirth weeks=35-41 role=birthing_parent lgbtq ivf nolc
"""
"""One kind of life on each line: what is certain in it. The rest is left to chance."""

_LANGUAGES: Final = ("en",) * 5 + ("es", "de", "fr") * 2
_COUNTRIES: Final = {"en": ["gb", "us", "ie", "au"], "es": ["es", "mx", "co"], "de": ["de", "at"], "fr": ["fr", "be"]}
_FAITHS: Final = [None] * 8 + ["catholic", "christian", "muslim", "nofaith", "nofaith", "jewish"]
_TOLD_IN_FORM: Final = 0.55
_TOLD_IN_TEXT: Final = 0.5
_ALWAYS_IN_TEXT: Final = 0.75
"""The kind of loss is what most texts are about."""


@dataclass(frozen=True, slots=True)
class Life:
    """A story, and all that a reader of it would know: what its form or its text tells."""

    id: str
    lang: str
    text: str
    facets: dict[str, Any]
    known: dict[str, Any] = field(default_factory=dict)


@cache
def lives() -> tuple[Life, ...]:
    """All stories, in an order that means nothing."""
    chance = random.Random(SEED)
    outlines = [line.split() for line in OUTLINES.strip().splitlines() for _ in range(COPIES)]
    chance.shuffle(outlines)
    return tuple(_told(f"s{number:03}", _happened(outline, chance), chance) for number, outline in enumerate(outlines))


def _happened(outline: list[str], chance: random.Random) -> dict[str, Any]:
    """What happened in one life, as far as it is anything to tell of."""
    kind, *certain = outline
    life: dict[str, Any] = {
        "kind": kind,
        "lang": chance.choice(_LANGUAGES),
        "ago": int(chance.lognormvariate(2.9, 1.1)),
    }
    for said in certain:
        key, _, value = said.partition("=")
        life[key] = value or True
    low, high = map(int, life["weeks"].split("-"))
    life["weeks"] = chance.randint(low, high)
    if "first" not in life and "again" not in life:
        life[chance.choice(["first", "first", "again"])] = True
    if "nolc" not in life and "living" not in life and "single" not in life:
        life[chance.choice(["nolc", "living"])] = True
    if "faith" not in life and (faith := chance.choice(_FAITHS)):
        life["faith"] = faith
    life["country"] = chance.choice(_COUNTRIES[life["lang"]])
    for key, share in (("single", 0.08), ("separated", 0.08), ("migrant", 0.08), ("ivf", 0.08), ("hospital", 0.3)):
        if chance.random() < share:
            life[key] = True
    if "background" not in life and chance.random() < 0.12:
        life["background"] = chance.choice(["black", "latin", "south_asian"])
    return life


def _told(name: str, life: dict[str, Any], chance: random.Random) -> Life:
    """The life as a story: each thing in the form, in the text, in both or in neither."""
    bank, lang = sentences(life["lang"]), life["lang"]
    in_form = {key for key in life if chance.random() < _TOLD_IN_FORM}
    parts, in_text = [], set()
    for key, value in life.items():
        banked = bank.get(str(value)) or bank.get(key)
        share = _ALWAYS_IN_TEXT if key == "kind" else _TOLD_IN_TEXT
        if banked and key not in ("lang", "country") and chance.random() < share:
            parts.append(_filled(chance.choice(banked), key, life))
            in_text.add(key)
    parts += chance.sample(bank["filler"], 2)
    chance.shuffle(parts)
    facets: dict[str, Any] = {}
    for key in sorted(in_form):
        facets |= _as_facet(key, life, chance)
    known = {key: value for key, value in life.items() if key in in_form | in_text | {"lang"}}
    return Life(name, lang, " ".join(parts), facets, known)


@cache
def sentences(language: str) -> dict[str, list[str]]:
    """The sentences of a language by what they tell."""
    lines = (Path(__file__).parent / f"sentences_{language}.txt").read_text(encoding="utf-8").splitlines()
    parted = [[part.strip() for part in line.split(" | ")] for line in lines]
    bank = {key: said for key, *said in parted}
    return bank | {"ago": bank["months"]}


_UNITS: Final = {
    "en": ("months", "years"),
    "es": ("meses", "años"),
    "de": ("Monaten", "Jahren"),
    "fr": ("mois", "ans"),
}


def _filled(sentence: str, key: str, life: dict[str, Any]) -> str:
    months, years = _UNITS[life["lang"]]
    ago = life["ago"]
    spoken = f"{ago} {months}" if ago < 24 else f"{ago // 12} {years}"
    return sentence.replace("{weeks}", str(life["weeks"])).replace("{ago}", spoken)


_KINDS: Final = {
    "miscarriage": ["miscarriage", "Miscarriage", "early pregnancy loss", "missed miscarriage"],
    "second_trimester_loss": ["second-trimester loss", "second_trimester_loss", "late miscarriage"],
    "tfmr": ["TFMR", "tfmr", "ending a wanted pregnancy"],
    "stillbirth": ["stillbirth", "Stillborn", "still birth"],
    "neonatal": ["neonatal death", "neonatal", "died after birth"],
    "infant": ["infant death", "SIDS", "infant"],
    "recurrent": ["recurrent loss", "recurrent miscarriage", "recurrent"],
    "treatment_loss": ["failed transfer", "loss in fertility treatment"],
    "ectopic": ["ectopic pregnancy", "ectopic"],
    "molar": ["molar pregnancy", "molar"],
}
_ROLES: Final = {
    "birthing_parent": ["mother", "birthing parent", "Mum"],
    "partner": ["father", "dad", "partner"],
    "grandparent": ["grandmother", "grandparent"],
}
_PLAIN: Final = {
    "first": ("first_or_again", ["first", "first loss", 1]),
    "again": ("first_or_again", ["again", "third loss", "not the first"]),
    "nolc": ("no_living_children", [True, "yes"]),
    "living": ("living_children", [1, 2, "two"]),
    "decision": ("decision_involved", [True, "yes"]),
    "ivf": ("fertility_treatment", ["IVF", "ivf", "yes"]),
    "single": ("partner_situation", ["single", "on my own"]),
    "separated": ("partner_situation", ["separated", "divorced"]),
    "lgbtq": ("lgbtq", [True, "yes", "two mums"]),
    "migrant": ("background", ["migrant", "refugee", "immigrant"]),
    "hospital": ("place_of_care", ["hospital"]),
}


def _as_facet(key: str, life: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """One thing that was told in a form, spelled as people do."""
    value = life[key]
    if key == "kind":
        return {"kind_of_loss": chance.choice(_KINDS[value])}
    if key == "role":
        return {"role": chance.choice(_ROLES[value])}
    if key == "weeks":
        return {
            "gestation_weeks": chance.choice([value, str(value), f"{value}+{chance.randint(0, 6)}", f"{value} weeks"])
        }
    if key == "ago":
        return {"months_since": chance.choice([value, str(value), f"{value} months"])}
    if key == "mult":
        return {"multiples": {"one_of_twins": "one of twins", "both_twins": "both twins"}[value]}
    if key in _PLAIN:
        axis, spelled = _PLAIN[key]
        return {axis: chance.choice(spelled)}
    names = {
        "faith": "faith",
        "lang": "language",
        "country": "country",
        "background": "background",
        "place": "place_of_care",
    }
    return {names[key]: "none" if value == "nofaith" else str(value).replace("_", " ")}
