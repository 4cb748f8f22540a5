"""What is known to hurt in English, why, and what to say instead; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.english import grief, loss
from snowdrop.safeguarding.gentle_phrases.hurts import GentlePhrases

PHRASES: Final = GentlePhrases(
    language="en",
    and_name=" and of {name}",
    entries=(*loss.HURTS, *grief.HURTS),
    kind=(
        "at_least/atleast you_know !you/that_you/now_that_you we/i/i'm/that_we/that_i/that_someone/how_much/where/who",
        "so/so_that at_least/atleast you/that",
        "at_least/atleast you_don't_have_to/you_do_not_have_to/you_need_not/you_won't_have_to",
        "too good to_me/to_us",
        "i/we hope/wish you <3> better/easier",
        "brave/strong enough to_say/to_tell/to_share/to_write/to_show",
        "so/very/are/were brave/strong of_you/to_share/to_tell/to_write/to_show/in_your",
        "a/strong strong/cup coffee/cup/tea/coffee/of",
        "you are/you're/were/will_be <2> lucky/blessed to_have_you",
        "i_am/i'm/i_feel/we_are/we're/we_feel <2> lucky/blessed/glad/happy/grateful/thankful",
        "we/i/we'll/i'll will? try/trying again",
        "how do_you/are_you",
        "if/whenever/when/until/what/anything/all/time/than/as you <1> need/want/have/like to",
        "do_not/don't worry about",
        "angel delight/cake/of_the_north",
    ),
    negators=frozenset(
        {"not", "never", "don't", "doesn't", "didn't", "can't", "cannot", "won't", "needn't", "nobody", "no"}
    ),
    negations=(
        "not/don't/doesn't/didn't/never/cannot/can't/couldn't/won't/wouldn't/shouldn't/needn't/isn't/aren't/wasn't "
        "!worry/alone/only/forget/lose/give/be/cry/despair/say_anything/sure/to_worry/imagine/doubt/fair/easy/know_what/understand/"
        "feel_bad/see_it/believe_it/feel_guilty/blame",
        "nobody/no_one/noone/none/nothing/neither/nor/without/no_need/no_reason/hardly/unless/instead_of/rather_than/no_longer/"
        "far_from/nowhere/stop_trying/no",
        "whether/as_if/as_though/wish/wished/if_only/pretend/pretending",
    ),
    disowned_by=(
        "people/everyone/everybody/somebody/someone/some/others/they/anyone/anybody/those/whoever/who/nobody/no_one/one <4> "
        "say/says/said/saying/tell/tells/told/telling/claim/claims/insist/insists/suggest/suggests",
        "not/never/won't/can't/cannot/don't/wouldn't/couldn't/refuse/without/no/hate/hated/stop <4> "
        "say/says/saying/tell/telling/told/pretend/pretending/claim/claiming/hearing/hear/words_like/phrases_like",
        "hate/hated/hurts/hurt/awful/terrible <2> when/if/that/to_hear <5> say/says/said/tell/hear",
        "phrases/words/things/sentences/sayings like/such_as",
    ),
    rejected_by=(
        "is/are/was/does/do/did/has/have/would <2> not/no/nonsense/a_lie/untrue/rubbish/wrong/cruel/never",
        "isn't/aren't/doesn't/don't/wasn't/is_a_lie/never/makes_no/nonsense",
        "and/but <1> it/that/this/which hurts/hurt/is_not_true/isn't_true/is_a_lie",
    ),
    clause_breaks=frozenset(
        {"but", "because", "so", "although", "though", "yet", "however", "still", "just", "since", "that's"}
    ),
)
