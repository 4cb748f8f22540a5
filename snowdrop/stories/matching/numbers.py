"""Reads numbers, weeks and times ago in plain words of English, Spanish, German and French."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from snowdrop.stories.matching.words import words_of

_NUMBERS: Final = {
    word: number
    for number, said in {
        0: "zero none no cero ninguno null keine zéro aucun",
        1: "one a an un una uno ein eine einem einen une",
        2: "two couple dos zwei deux both",
        3: "three tres drei trois",
        4: "four cuatro vier quatre",
        5: "five cinco fünf cinq",
        6: "six seis sechs",
        7: "seven siete sieben sept",
        8: "eight ocho acht huit",
        9: "nine nueve neun neuf",
        10: "ten diez zehn dix",
        11: "eleven once elf onze",
        12: "twelve doce zwölf douze",
        13: "thirteen trece dreizehn treize",
        14: "fourteen catorce vierzehn quatorze",
        15: "fifteen quince fünfzehn quinze",
        16: "sixteen dieciséis sechzehn seize",
        17: "seventeen diecisiete siebzehn",
        18: "eighteen dieciocho achtzehn",
        19: "nineteen diecinueve neunzehn",
        20: "twenty veinte zwanzig vingt",
        21: "veintiuna einundzwanzig",
        22: "veintidós zweiundzwanzig",
        23: "veintitrés dreiundzwanzig",
        24: "veinticuatro vierundzwanzig",
        25: "veinticinco fünfundzwanzig",
        30: "thirty treinta dreißig trente",
        36: "sechsunddreißig",
        38: "achtunddreißig",
        40: "forty cuarenta vierzig quarante",
    }.items()
    for word in words_of(said)
}

_WEEKS: Final = frozenset(
    words_of("week weeks wk wks semana semanas woche wochen ssw schwangerschaftswoche semaine semaines sa")
)
_MONTHS: Final = frozenset(words_of("month months mes meses monat monate monaten mois"))
_YEARS: Final = frozenset(words_of("year years yr yrs año años jahr jahre jahren an ans année années"))
_DAYS: Final = frozenset(words_of("day days día días tag tage tagen jour jours"))
_AGO_BEFORE: Final = (("hace",), ("vor",), ("il", "y", "a"), ("desde", "hace"), ("seit",), ("depuis",))
_AGO_BEHIND: Final = frozenset({"ago", "since", "later", "on"})

_ROUGH_WEEKS: Final = {
    8: "first trimester|early|primer trimestre|erstes trimester|premier trimestre",
    20: "second trimester|segundo trimestre|zweites trimester|deuxieme trimestre|halfway",
    34: "third trimester|late|tercer trimestre|drittes trimester|troisieme trimestre",
    39: "term|full term|due date|a termino|am termin|a terme",
}
_ROUGH_MONTHS: Final = {
    0: "recent|recently|new|today|just now|this month|days|reciente|kurzlich|recent",
    1: "last month|weeks|a few weeks",
    4: "a few months|some months|months",
    12: "last year|about a year|el año pasado|letztes jahr|l'an dernier",
    36: "a few years|some years|years",
    180: "long ago|decades|many years|hace mucho|vor langer zeit|il y a longtemps",
}
_ROUGH: Final = {
    kind: {tuple(words_of(phrase)): number for number, phrases in table.items() for phrase in phrases.split("|")}
    for kind, table in (("weeks", _ROUGH_WEEKS), ("months", _ROUGH_MONTHS))
}


def number_in(words: Sequence[str]) -> int | None:
    """The first number among the words, as figures or said; None if there is none."""
    return next((number for word in words if (number := _number(word)) is not None), None)


def weeks_in(words: Sequence[str]) -> int | None:
    """The completed weeks of a value such as “23+4”, “23 weeks”, “week 23” or “second trimester”."""
    rough = _ROUGH["weeks"].get(tuple(words))
    return number_in(words) if rough is None else rough


def months_in(words: Sequence[str]) -> int | None:
    """The whole months of a value such as “2 years”, “18 months”, “six weeks”, “1 year 3 months” or a plain number."""
    rough = _ROUGH["months"].get(tuple(words))
    if rough is not None:
        return rough
    spans = [months for at in range(len(words)) if (months := _span(words, at)) is not None]
    return int(sum(spans)) if spans else number_in(words)


def weeks_heard(words: Sequence[str]) -> int | None:
    """The weeks of a pregnancy that a text names: “at 23 weeks”, “in der 23. Woche”; 4 to 45, the largest of several.

    Something that is said to be so many weeks ago, or a baby so many weeks old, is not meant.
    """
    found = []
    for at, word in enumerate(words):
        if word not in _WEEKS or _is_ago(words, at):
            continue
        for beside in (at - 1, at + 1, at - 2):
            number = _number(words[beside]) if 0 <= beside < len(words) else None
            if number is not None and 4 <= number <= 45:
                found.append(number)
                break
    return max(found, default=None)


def months_heard(words: Sequence[str]) -> int | None:
    """How long ago a text says that it was: “three years ago”, “hace tres años”; the longest of several."""
    found = []
    for at in range(len(words) - 1):
        months = _span(words, at)
        if months is not None and _is_ago(words, at + 1):
            found.append(int(months))
    return max(found, default=None)


def _is_ago(words: Sequence[str], unit: int) -> bool:
    """Whether the number with its unit at this place is said of time gone by."""
    behind = words[unit + 1 : unit + 2]
    if behind and behind[0] in _AGO_BEHIND:
        return True
    return any(tuple(words[max(0, unit - 1 - len(phrase)) : unit - 1]) == phrase for phrase in _AGO_BEFORE)


def _span(words: Sequence[str], at: int) -> float | None:
    """Months of “<number> <unit>” at this place."""
    number = _number(words[at]) if at + 1 < len(words) else None
    if number is None:
        return None
    for units, months in ((_YEARS, 12.0), (_MONTHS, 1.0), (_WEEKS, 1 / 4.35), (_DAYS, 1 / 30.4)):
        if words[at + 1] in units:
            return number * months
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 4 else _NUMBERS.get(word)
