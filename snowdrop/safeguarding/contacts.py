"""Finds links, ways to be reached and accounts for money in a text, also where they are spelled out.

Every expression begins with something rare and is bounded: none repeats without an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from snowdrop.safeguarding.reading.unveiling import as_it_looks

_SURE: Final = (
    "com net org info shop store online site website xyz biz link app dev blog space vip icu example test io tv cc ly "
    "gl ru ua pl nl ch li eu uk ie fr pt ar cl br ca au nz za ng ke gh cn jp kr tk cf gq pw finance loan loans email "
    "foundation health support click club"
)
"""Ends of addresses that nobody writes behind a full stop by accident."""
_ALSO_WORDS: Final = "me at in us es it co de la so to is live help care life world page top fun money gratis"
"""Ends of addresses that are words too: behind a full stop without a space they are a link only with more to it."""

_SURELY: Final = "|".join(_SURE.split())
_ANY: Final = "|".join((*_SURE.split(), *_ALSO_WORDS.split()))
_DOT: Final = r"(?:\s{0,2}[\[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]\s{0,2}|\s(?:dot|punkt|punto|point)\s)"
_NUMBERS: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|null|eins|zwei|zwo|drei|vier|fuenf|fünf|sechs|sieben|acht|"
    "neun|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf"
)
_SERVICES: Final = (
    "whats ?app|telegram|signal|viber|wechat|instagram|insta|snapchat|snap|tiktok|kik|discord|skype|facebook|messenger"
)


@dataclass(frozen=True, slots=True)
class _Look:
    """An expression, and signs of which a text must hold one for it to find anything; none of them: any figure."""

    key: str
    needs: tuple[str, ...]
    expression: re.Pattern[str]


def _look(key: str, needs: str, expression: str) -> _Look:
    return _Look(key, tuple(needs.split()), re.compile(expression))


_LOOKS: Final = (
    _look("link", "http htt hxxp", r"\bh(?:tt|xx)ps?\s?:\s?/{1,2}\s?\S{1,200}"),
    _look("link", "www", r"\bwww\s?\.\s?\S{2,200}"),
    _look("link", ".", rf"(?<=[a-z0-9])\.(?:{_ANY})/\S{{0,200}}"),
    _look("link", ".", rf"(?<=[a-z0-9])\.(?:{_SURELY})\b(?!\.?\w)"),
    _look("link", ".", r"(?<=[a-z0-9])-[a-z0-9-]{1,60}\.(?:de|es|co|me|it)\b"),
    _look("link", ".", r"(?<=[a-z0-9]{4})\.(?:de|es)\b(?!\s+[a-z]|\w)"),
    _look("link", ".", r"(?<=[a-z0-9])\s\.\s(?:com|net|org|info|shop)\b"),
    _look("link", "dot punkt punto point [ ( { <", rf"(?<=[a-z0-9]){_DOT}(?:{_ANY})\b"),
    _look("link", ".me", r"\b(?:t|wa|m)\.me\b/?\S{0,100}"),
    _look("contact", "@", r"(?<=[\w+-])@[a-z0-9-]{1,63}\.[a-z.]{2,40}"),
    _look("contact", "@", r"(?<![\w@.])@[a-z][a-z0-9_.]{3,40}\b"),
    _look(
        "contact",
        "at ät arroba arobase @",
        r"(?<=\w)\s?[\[({<]\s?(?:@|at|ät|arroba|arobase)\s?[\])}>]\s?[a-z0-9-]{1,63}\b",
    ),
    _look("contact", "dot punkt punto point", r"\s(?:at|ät|arroba|arobase)\s[a-z0-9-]{1,63}" + _DOT + r"[a-z]{2,20}"),
    _look("contact", "", r"(?<![\w.,/-])(?:\+|00)[1-9][\s()./-]{0,2}(?:\d[\s()./-]{0,2}){7,14}"),
    _look("contact", "0", r"(?<![\w.,/-])\(?0[\s()./-]{0,2}(?:\d[\s()./-]{0,2}){7,13}(?![\w/])"),
    _look("contact", "", r"(?<![\w.,/-])[6-9]\d{2}[\s.-]?\d{2,3}[\s.-]?\d{2,3}(?:[\s.-]\d{2,3})?(?![\w/,.-]\d|\w)"),
    _look("contact", "", r"(?<![\w.,/-])\(?[2-9]\d{2}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?!\w)"),
    _look("contact", "", rf"\b(?:{_SERVICES})\b[^\n.]{{0,25}}?\+?\d[\d\s-]{{5,16}}"),
    _look("contact", "@", rf"\b(?:{_SERVICES})\b[^\n.]{{0,25}}?@\w{{2,40}}"),
    _look("payment", "bc1 ltc1", r"\b(?:bc1|ltc1)[a-z0-9]{20,60}\b"),
    _look("payment", "0x", r"\b0x[0-9a-f]{40}\b"),
    _look("payment", "", r"\b[13][a-km-z1-9]{25,34}\b"),
    _look("payment", "", r"\b[a-z]{2}\d{2}\s?(?:[a-z0-9]{4}\s?){3,7}[a-z0-9]{0,3}\b(?<=\d)"),
    _look(
        "payment",
        "paypal cash venmo zelle bizum revolut",
        r"\b(?:paypal\.me|paypal|cash ?app|venmo|zelle|bizum|revolut)\b[^\n.]{0,20}?(?:[@$/:]\s?\w{2,40}|\d{6,12})",
    ),
    _look("payment", "$", r"(?<!\w)\$[a-z][a-z0-9_]{4,20}\b"),
    _look(
        "contact",
        _NUMBERS.replace("|", " "),
        rf"\b(?:{_NUMBERS})\b(?:[\s,.-]{{1,3}}(?:{_NUMBERS})\b){{6,20}}",
    ),
)
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}"
    r"|(?:19|20)\d{2}\s?[-/.]\s?(?:\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{2}))\b"
)
_LETTER_GAPS: Final = re.compile(r"(?<=\b\w) (?=[\w.:/@]\b| ?[.:/@] )|(?<= [.:/@]) (?=\w\b)")
_SIGNS_BEFORE: Final = 64
_A_FIGURE: Final = re.compile(r"\d")


def contacts_in(text: str) -> Iterator[tuple[str, str]]:
    """The key of a reason, and what was seen, for each link, way to be reached, and account in a text."""
    looks = text if text.isascii() else " ".join(map(as_it_looks, text.split(" ")))
    shown = looks.lower()[: 2 * len(text)]
    closed = _LETTER_GAPS.sub("", shown)
    seen = set()
    for written in dict.fromkeys((shown, closed)):
        dateless = _DATE.sub(" ", written)
        has_figures = _A_FIGURE.search(dateless) is not None
        for look in _LOOKS:
            if not (any(sign in dateless for sign in look.needs) if look.needs else has_figures):
                continue
            for match in look.expression.finditer(dateless):
                found = _whole(dateless, match)
                if (look.key, found) not in seen:
                    seen.add((look.key, found))
                    yield look.key, found


def _whole(text: str, match: re.Match[str]) -> str:
    """What was found, with the piece before it up to white space, so that a person sees the whole address."""
    before = text[max(0, match.start() - _SIGNS_BEFORE) : match.start()]
    glued = before[len(before.rstrip()) :] == "" and not match.group()[:1].isspace()
    beginning = before.split()[-1] if glued and before.split() else ""
    return (beginning + match.group()).strip()
