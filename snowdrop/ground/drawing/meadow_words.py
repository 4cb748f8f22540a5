"""What a meadow shows, in plain words: which flowers and roughly how full, never how many and never in an order of rank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .vocabulary import Flower

Phrase = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FlowerWords:
    """A flower in a sentence: one of it, a few, and many."""

    one: str
    few: str
    many: str


FLOWER_WORDS: Mapping[Flower, FlowerWords] = MappingProxyType(
    {
        Flower.SNOWDROP: FlowerWords("a snowdrop", "a few snowdrops", "snowdrops"),
        Flower.FORGET_ME_NOT: FlowerWords("a forget-me-not", "a few forget-me-nots", "forget-me-nots"),
        Flower.DAISY: FlowerWords("a daisy", "a few daisies", "daisies"),
        Flower.LAVENDER: FlowerWords("a sprig of lavender", "a little lavender", "lavender"),
        Flower.ROSEMARY: FlowerWords("a sprig of rosemary", "a little rosemary", "rosemary"),
        Flower.ROSE: FlowerWords("a rose", "a few roses", "roses"),
        Flower.POPPY: FlowerWords("a poppy", "a few poppies", "poppies"),
        Flower.LILY: FlowerWords("a lily", "a few lilies", "lilies"),
        Flower.SUNFLOWER: FlowerWords("a sunflower", "a few sunflowers", "sunflowers"),
        Flower.CHERRY_BLOSSOM: FlowerWords("a twig of cherry blossom", "a little cherry blossom", "cherry blossom"),
        Flower.JASMINE: FlowerWords("a sprig of jasmine", "a little jasmine", "jasmine"),
        Flower.CORNFLOWER: FlowerWords("a cornflower", "a few cornflowers", "cornflowers"),
    }
)

NOTHING_YET = "A quiet meadow of grass in soft light."
SCATTERED = "A meadow with {flowers}."
IN_FLOWER = "A meadow in flower, with {flowers}."
FULL = "A meadow full of {flowers}."
THICK = "A wide meadow, thick with {flowers}."
OF_MANY_KINDS = "flowers of many kinds"
AND = "{first} and {last}"
COMMA = "{first}, {next}"

MEADOW_PHRASES: tuple[str, ...] = (
    NOTHING_YET,
    SCATTERED,
    IN_FLOWER,
    FULL,
    THICK,
    OF_MANY_KINDS,
    AND,
    COMMA,
    *(form for words in FLOWER_WORDS.values() for form in (words.one, words.few, words.many)),
)
"""Every phrase that a meadow's words are made of, for translation."""

NAMED_AT_MOST = 4
FEW, MANY, VERY_MANY = 5, 40, 400


def describe(harvest: Mapping[Flower, int], phrase: Phrase) -> str:
    """The words for the flowers gathered (each above zero, in the order of the vocabulary)."""
    if not harvest:
        return phrase(NOTHING_YET)
    total = sum(harvest.values())
    if len(harvest) > NAMED_AT_MOST:
        flowers = phrase(OF_MANY_KINDS)
    else:
        flowers = _listed([phrase(_form(flower, number)) for flower, number in harvest.items()], phrase)
    return phrase(_sentence(total)).format(flowers=flowers)


def _form(flower: Flower, number: int) -> str:
    words = FLOWER_WORDS[flower]
    if number == 1:
        return words.one
    return words.few if number <= FEW else words.many


def _sentence(total: int) -> str:
    if total <= FEW:
        return SCATTERED
    if total <= MANY:
        return IN_FLOWER
    return FULL if total <= VERY_MANY else THICK


def _listed(names: list[str], phrase: Phrase) -> str:
    if len(names) == 1:
        return names[0]
    *before, last = names
    first = before[0]
    for name in before[1:]:
        first = phrase(COMMA).format(first=first, next=name)
    return phrase(AND).format(first=first, last=last)
