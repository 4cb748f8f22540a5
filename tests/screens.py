"""Measures the screens on the labelled messages, one JSON object a line: `python -m tests.screens`.

The held-back messages were written before any rule, and no rule was fitted to one of them: only their figures are
looked at. With `--missed`, what went wrong among the messages for development is printed too, never of the others.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")

import django

django.setup()

from snowdrop.safeguarding.screening import Screened, screen  # noqa: E402
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane  # noqa: E402

MESSAGES: Final = Path(__file__).parent / "safeguarding" / "messages"
SETS: Final = ("development", "held_back")
LANGUAGES: Final = ("en", "es", "de", "fr")
ATTACKS: Final = ("hostile", "polite_cruelty", "hidden_spelling")
TO_LOOK_AT: Final = (*ATTACKS, "selling", "contact")
WELCOME: Final = ("kind", "clumsy", "grief", "hard_negative")


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message, and what the screens say of it."""

    id: str
    lang: str
    label: str
    crisis: tuple[Crisis, ...]
    """The levels that are right; grief talk may have two."""
    text: str
    screened: Screened

    @property
    def is_routed(self) -> bool:
        return self.screened.lane is not Lane.GREEN

    @property
    def level_is_right(self) -> bool:
        return self.screened.crisis in self.crisis

    @property
    def is_wrong(self) -> bool:
        """An attack let pass, kindness held up, danger not seen or seen in vain."""
        if self.label in TO_LOOK_AT:
            return not self.is_routed
        if self.label == "crisis":
            return not self.level_is_right or self.screened.lane is Lane.RED
        if self.label == "clumsy":
            return self.is_routed or not self.screened.clumsy
        held_up = self.screened.lane is Lane.RED or (self.is_routed and self.screened.crisis is Crisis.NONE)
        return held_up or not self.level_is_right


def messages_of(name: str) -> list[Message]:
    """The messages of a set, each screened."""
    lines = (MESSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_screened(json.loads(line)) for line in lines]


def _screened(line: dict[str, Any]) -> Message:
    levels = tuple(map(Crisis, line["crisis"]))
    return Message(
        line["id"], line["lang"], line["class"], levels, line["text"], screen(line["text"], language=line["lang"])
    )


def figures_of(messages: list[Message]) -> Iterator[dict[str, object]]:
    """Recall and false alarms of these messages, one line a class; shares are of 1."""
    for label in ATTACKS:
        of_class = [one for one in messages if one.label == label]
        red = [one.screened.lane is Lane.RED for one in of_class]
        yield {"class": label, **_share("recall", [one.is_routed for one in of_class]), "red": _mean(red)}
    for label in ("selling", "contact"):
        of_class = [one for one in messages if one.label == label]
        yield {"class": label, **_share("recall", [one.is_routed for one in of_class])}
    clumsy = [one for one in messages if one.label == "clumsy"]
    others = [one.screened.clumsy for one in messages if one.label in ("kind", "hard_negative", "grief")]
    yield {
        "class": "clumsy",
        **_share("recall", [one.screened.clumsy for one in clumsy]),
        "false_alarms": _mean(others),
        "held_up": _mean([one.is_routed for one in clumsy]),
    }
    danger = [one for one in messages if one.label == "crisis"]
    none = [one for one in messages if one.label != "crisis" and one.crisis == (Crisis.NONE,)]
    grave = [one for one in danger if LEVELS.index(one.crisis[0]) >= LEVELS.index(Crisis.MEDIUM)]
    yield {
        "class": "crisis",
        **_share("recall", [one.screened.crisis is not Crisis.NONE for one in danger]),
        "grave_seen_as_grave": _mean([LEVELS.index(one.screened.crisis) >= 2 for one in grave]),
        "level_exact": _mean([one.level_is_right for one in danger]),
        "false_alarms": _mean([one.screened.crisis is not Crisis.NONE for one in none]),
        "red": _mean([one.screened.lane is Lane.RED for one in danger]),
    }
    for label in WELCOME:
        of_class = [one for one in messages if one.label == label]
        red = [one.screened.lane is Lane.RED for one in of_class]
        yield {"class": label, **_share("held_up", [one.is_routed for one in of_class]), "red": _mean(red)}


def _share(name: str, answers: list[bool]) -> dict[str, object]:
    return {"messages": len(answers), name: _mean(answers)}


def _mean(answers: list[bool]) -> float | None:
    return round(sum(answers) / len(answers), 3) if answers else None


def seconds_for(text: str, language: str, times: int = 20) -> float:
    """Processor time for one text, the middle of several, after one reading that makes the expressions."""
    screen(text, language=language)
    taken = []
    for _ in range(times):
        begun = time.process_time()
        screen(text, language=language)
        taken.append(time.process_time() - begun)
    return sorted(taken)[times // 2]


def times_of(messages: list[Message]) -> Iterator[dict[str, object]]:
    """Milliseconds for one message, and for a letter of 10,000 characters, by language."""
    for language in (*LANGUAGES, ""):
        spoken = [one.text for one in messages if one.lang == language or not language]
        kind = [one.text for one in messages if (one.lang == language or not language) and one.label == "kind"]
        letter = " ".join(kind * 20)[:10_000]
        one_message = sorted(seconds_for(text, language, 3) for text in spoken)[len(spoken) // 2]
        yield {
            "language": language or "unknown",
            "ms_for_a_message": round(1000 * one_message, 2),
            "ms_for_10000_characters": round(1000 * seconds_for(letter, language), 2),
        }


def main() -> int:
    """Prints the figures of both sets, of each language and of all, and the times."""
    for name in SETS:
        messages = messages_of(name)
        for language in (*LANGUAGES, "all"):
            spoken = [one for one in messages if language in (one.lang, "all")]
            for line in figures_of(spoken):
                print(json.dumps({"set": name, "language": language, **line}))
        if name == "development":
            for line in times_of(messages):
                print(json.dumps(line))
            if "--missed" in sys.argv:
                for one in filter(lambda one: one.is_wrong, messages):
                    keys = [reason.key for reason in one.screened.reasons]
                    said = {"lane": one.screened.lane, "clumsy": one.screened.clumsy, "crisis": one.screened.crisis}
                    print(json.dumps({"id": one.id, **said, "keys": keys, "text": one.text}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
