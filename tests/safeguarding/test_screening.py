"""Screens say in which lane a text goes and why; they tell kindness and grief from attacks, and never fail silently."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snowdrop.safeguarding import screening
from snowdrop.safeguarding.reading.writing import expression_of, needed_words, wholly_needed
from snowdrop.safeguarding.screen_phrases import LANGUAGES, finder_for
from snowdrop.safeguarding.screening import Screened, screen
from snowdrop.safeguarding.vocabulary import LANES, LEVELS, MEANINGS, Crisis, Lane
from tests.safeguarding.gentle_sentences import SENTENCES
from tests.safeguarding.yardstick import letters_worth
from tests.screens import SETS, WELCOME, Message, messages_of

every_language = pytest.mark.parametrize("language", LANGUAGES)


def keys_of(screened: Screened) -> list[str]:
    return [reason.key for reason in screened.reasons]


# One of each family, and what only looks like it

FOUND = [
    ("en", "You brought this on yourself.", "blame", Lane.RED),
    ("es", "Mataste a tu bebé.", "blame", Lane.RED),
    ("de", "Daran bist du schuld.", "blame", Lane.RED),
    ("fr", "Tu as tué ton enfant.", "blame", Lane.RED),
    ("en", "They got what they deserved.", "deserved", Lane.RED),
    ("en", "This is God's judgement on your house.", "faith_as_blame", Lane.RED),
    ("fr", "C'est le châtiment de Dieu.", "faith_as_blame", Lane.RED),
    ("en", "Women like you should never have kids.", "unfit", Lane.RED),
    ("de", "Leute wie du sollten keine Kinder haben.", "unfit", Lane.RED),
    ("en", "It may be kinder for a child not to grow up with such a mother as you.", "veiled", Lane.AMBER),
    ("en", "I hope your next one dies.", "wished_harm", Lane.RED),
    ("es", "Ojalá te mueras.", "wished_harm", Lane.RED),
    ("en", "Lol, one more dead kid, cry about it.", "mockery", Lane.RED),
    ("en", "Enough of the attention seeking.", "dismissal", Lane.AMBER),
    ("en", "You filthy whore.", "insult", Lane.RED),
    ("en", "Go back to your own country.", "hate", Lane.RED),
    ("en", "I will find you and hurt you.", "threat", Lane.RED),
    ("en", "Send me nudes.", "sexual", Lane.RED),
    ("en", "You cannot hide from me.", "harassment", Lane.AMBER),
    ("en", "Order our urns today.", "selling", Lane.AMBER),
    ("en", "I am a medium and can contact your child on the other side.", "scam", Lane.RED),
    ("en", "See example.com for more.", "link", Lane.AMBER),
    ("en", "Write to me at anna (at) example dot org.", "contact", Lane.AMBER),
    ("en", "My number is 0044 7700 900 123.", "contact", Lane.AMBER),
    ("en", "Zero seven seven zero zero nine zero zero one two three.", "contact", Lane.AMBER),
    ("en", "Wallet 0x52908400098527886E0F7030069857D2E4169EE7", "payment", Lane.AMBER),
]


@pytest.mark.parametrize(("language", "text", "key", "lane"), FOUND)
def test_each_family_is_found_and_says_so(language: str, text: str, key: str, lane: Lane) -> None:
    screened = screen(text, language=language)

    assert key in keys_of(screened)
    assert screened.lane is lane
    assert screened.crisis is Crisis.NONE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You did not bring this on yourself."),
        ("en", "Nothing you did caused this."),
        ("en", "If anyone says that it was your fault, they are wrong."),
        ("en", "People told me that it was my fault. Never believe it."),
        ("en", "You deserve to rest."),
        ("en", "God is not punishing you."),
        ("en", "Women like you make this town warmer."),
        ("en", "I would kill for your lasagne, and I am dying to see you."),
        ("en", "Lol, he would have loved that dog."),
        ("en", "This is so fucking unfair, and I am so damn sorry."),
        ("en", "Take care of yourself."),
        ("en", "I will find you at the church and give you a hug."),
        ("en", "We will pay for the meal, please let us."),
        ("en", "Born on 12.10.2026, 3.200 g, at 14:35. I am so sorry.I hug you."),
        ("de", "Ihr seid nicht schuld."),
        ("de", "Wer sagt, dass du schuld bist, hat unrecht."),
        ("es", "No es culpa tuya."),
        ("es", "Mataría por darte un abrazo."),
        ("fr", "Ce n'est pas ta faute."),
        ("fr", "Celui qui dit que c'est ta faute se trompe."),
        ("he", "אנחנו איתכם, בכל לב"),
        ("ru", "Мы думаем о вас и о вашей девочке каждый день."),
        ("", ""),
    ],
)
def test_what_only_looks_like_it_passes(language: str, text: str) -> None:
    assert screen(text, language=language) == Screened(Lane.GREEN, False, Crisis.NONE, ())


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("I want to be with my baby.", ("low", "medium")),
        ("I miss her so much that it hurts to breathe.", ("none", "low")),
        ("I wish I had died instead of her.", ("low", "medium")),
        ("I do not want to die, I want him back.", ("none", "low")),
        ("I do not want to live any more.", ("medium",)),
        ("I am going to kill myself tonight.", ("high",)),
        ("My wife says she wants to kill herself.", ("high",)),
        ("I have just swallowed all the pills.", ("imminent",)),
        ("Kill yourself.", ("none",)),
    ],
)
def test_danger_is_seen_by_its_level_and_grief_alone_is_none(text: str, levels: tuple[str, ...]) -> None:
    assert screen(text, language="en").crisis in levels


def test_danger_makes_a_person_look_and_is_never_taken_for_an_attack() -> None:
    for message in every_message():
        if message.label == "crisis":
            grave = LEVELS.index(message.screened.crisis) >= LEVELS.index(Crisis.MEDIUM)
            assert message.screened.lane is (Lane.AMBER if grave else Lane.GREEN), message.id


def test_an_attack_stays_one_when_it_also_speaks_of_danger() -> None:
    screened = screen("I will kill you, and then I will kill myself tonight.", language="en")

    assert (screened.lane, screened.crisis) == (Lane.RED, Crisis.HIGH)


def test_what_others_are_said_to_say_is_looked_at_by_a_person() -> None:
    screened = screen("Everybody in the village says it was your fault.", language="en")

    assert (screened.lane, keys_of(screened)) == (Lane.AMBER, ["reported"])


def test_a_seller_who_says_where_is_red_and_a_collection_is_amber() -> None:
    sold = screen("Order our urns today at urns.example", language="en")
    collected = screen("We opened a collection for the funeral: https://collect.example/theo", language="en")

    assert (sold.lane, collected.lane) == (Lane.RED, Lane.AMBER)
    assert "selling_with_contact" in keys_of(sold)


def test_clumsy_words_are_clumsy_and_pass() -> None:
    screened = screen("At least you know that you can have children.", language="en")

    assert screened == Screened(Lane.GREEN, True, Crisis.NONE, ())


def test_names_are_screened_and_a_name_is_no_slur() -> None:
    kind = screen("We love you.", language="en", name="Dick Cockburn", relation="her uncle from Scunthorpe")
    selling = screen("We love you.", language="en", name="www.urns.example")
    hateful = screen("We love you.", language="en", name="kill yourself")

    assert kind.lane is Lane.GREEN
    assert (selling.lane, hateful.lane) == (Lane.AMBER, Lane.RED)


def test_a_reason_says_in_plain_words_why_and_what_it_saw() -> None:
    (reason,) = screen("Dear Ana, this is your fault.", language="en").reasons

    assert (reason.key, reason.words, reason.seen) == ("blame", "It blames the parents.", ("your fault",))


def test_a_text_in_another_language_than_said_is_read_too() -> None:
    assert screen("You killed your own baby and everybody knows it.", language="de").lane is Lane.RED
    assert screen("Du hast dein eigenes Baby umgebracht.", language="pt").lane is Lane.RED


# When a rule fails


def test_a_rule_that_fails_makes_amber_and_the_others_still_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(asked: object) -> Iterator[object]:
        raise RuntimeError("secret words of the sender")
        yield

    monkeypatch.setattr(screening, "RULES", (failing, *screening.RULES))
    with caplog.at_level(logging.ERROR):
        kind = screen("secret words of the sender", language="en")
        hostile = screen("This is your fault.", language="en")

    assert (kind.lane, keys_of(kind)) == (Lane.AMBER, ["rule_failed"])
    assert (hostile.lane, keys_of(hostile)) == (Lane.RED, ["blame", "rule_failed"])
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_gentle_notes_that_fail_make_amber(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str, **options: object) -> bool:
        raise ValueError(text)

    monkeypatch.setattr(screening, "has_notes", failing)

    assert screen("We love you.", language="en").lane is Lane.AMBER


def test_what_is_not_read_to_its_end_is_looked_at() -> None:
    screened = screen("flowers " * 5000, language="en")

    assert (screened.lane, keys_of(screened)) == (Lane.AMBER, ["not_all_read"])


# The labelled messages


def every_message() -> list[Message]:
    return [message for name in SETS for message in messages_of(name)]


def test_there_are_at_least_six_hundred_messages_in_equal_parts_and_none_twice() -> None:
    messages = every_message()
    by_language = {language: sum(one.lang == language for one in messages) for language in LANGUAGES}

    assert len(messages) >= 600
    assert len({one.text for one in messages}) == len({one.id for one in messages}) == len(messages)
    assert min(by_language.values()) >= 150


@every_language
@pytest.mark.parametrize("name", SETS)
def test_nine_in_ten_attacks_and_offers_are_routed_and_no_more_than_one_welcome_message_in_ten(
    name: str, language: str
) -> None:
    messages = [one for one in messages_of(name) if one.lang == language]
    welcome = [one for one in messages if one.label in WELCOME and one.screened.crisis is Crisis.NONE]
    attacks = [one for one in messages if one.label not in (*WELCOME, "crisis")]

    assert sum(one.is_routed for one in attacks) >= 0.9 * len(attacks)
    assert sum(one.is_routed for one in welcome) <= 0.1 * len(welcome)


@every_language
def test_kind_sentences_that_were_written_for_gentle_notes_pass(language: str) -> None:
    kind = SENTENCES[language].kind
    held = [sentence for sentence in kind if screen(sentence, language=language).lane is not Lane.GREEN]

    assert len(held) <= 0.02 * len(kind), held


# How the phrases are written


@every_language
def test_every_line_is_well_written(language: str) -> None:
    phrases = finder_for(language).phrases
    element = re.compile(r"<\d>|!?[^<>!?/*|.,;\s]+\*?(/[^<>!?/*|.,;\s]+\*?)*\??")
    for line in (*(line for sign in phrases.entries for line in sign.lines), *phrases.kind):
        assert all(element.fullmatch(part) for part in line.split()), line
        assert not line.split()[-1].startswith("<"), line
        assert needed_words(line) and wholly_needed(line)
        re.compile(expression_of(line))


def test_every_reason_is_given_by_a_rule_and_ends_with_a_full_stop() -> None:
    given_by_phrases = {sign.key for language in LANGUAGES for sign in finder_for(language).phrases.entries}
    others = {"reported", "selling_with_contact", "link", "contact", "payment", "hidden", "not_all_read", "rule_failed"}

    assert given_by_phrases | others == set(MEANINGS)
    assert all(str(meaning.words).endswith(".") for meaning in MEANINGS.values())


# Any text at all


@example(text="2[_0", language="en")  # a cover over a letter, beside a sign that means something to an expression
@given(text=st.text(max_size=400), language=st.sampled_from([*LANGUAGES, "", "ga"]))
def test_any_text_is_answered_by_rules_that_do_not_fail(text: str, language: str) -> None:
    screened = screen(text, language=language, name=text[:40], relation=text[-40:])

    assert screened.lane in LANES
    assert "rule_failed" not in keys_of(screened)


HEAPS = [
    "you ",
    "your fault ",
    "a ",
    "i ",
    "k i l l ",
    "k.",
    "1",
    "0 ",
    "1 2 ",
    "@",
    "a@",
    ".",
    "a.",
    " . ",
    "-",
    "(",
    "dot ",
    "+4",
    "*",
    "a*",
    "a*b",
    "\u200b",
    "e\u0301",
    "\ufdfa ",
    "\U0001f494",
    "\u0430",
    "www.",
    "http",
    "iauy",
    "x",
    "zero ",
    "b\u200bc ",
    "\n",
    ". ",
]


@pytest.mark.parametrize("heap", HEAPS)
def test_no_text_made_to_be_slow_takes_much_longer_than_a_letter_of_its_length(heap: str) -> None:
    assert letters_worth(lambda text: screen(text, language=""), (heap * 10_000)[:10_000]) < 10
