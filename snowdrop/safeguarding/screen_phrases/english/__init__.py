"""What attacks, sells or tells of danger in English; and what only looks like it."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.english import cruelty, danger, hostility, selling
from snowdrop.safeguarding.screen_phrases.signs import ScreenPhrases

PHRASES: Final = ScreenPhrases(
    language="en",
    entries=(*hostility.SIGNS, *cruelty.SIGNS, *selling.SIGNS, *danger.SIGNS),
    kind=(
        # idioms
        "would/could/i'd kill for",
        "would/could/i'd kill to have/be/see/get/hold",
        "kills/killing/kill me to/that/when/seeing/inside/how",
        "kill/murder a/an/some/time curry/pint/coffee/beer/pizza/cuppa/time/wine/cake/hour/before",
        "will/would/he'd/she'd/i'd/they'd kill me/us if/for/when",
        "dying/die to hug/see/hold/know/meet/help/hear/come/be/give/visit",
        "dying/died/die of/from laughter/laughing/boredom/curiosity/embarrassment/hunger/cancer/a/an/heart/old",
        "dead tired/on_your_feet/right/line/certain/sure/serious",
        "to die for",
        "you/you're/you_are not/never/no <2> bad/terrible/unfit/failed/failure/monster <2> mother/mum/mom/father/dad/parent/parents/person",
        "lucky to_know/to_have you",
        "shot a <1> film/video/photo/picture/photos/pictures",
        # no attack
        "nothing/never/not that/which/anything? you/u <2> did/do/done/ate/said",
        "nothing you <2> did/do/done/ate/said",
        "not/never/nobody's/no_one's/wasn't/isn't/nothing <3> your <1> fault",
        "never/don't/do_not/please_don't/not_to/stop/must_not/mustn't/shouldn't/should_not/can't/no_need_to/try_not_to/rather_than/without "
        "<3> blame/blaming/punish/punishing/beat/beating/hate yourself/yourselves",
        "not/never/no <3> to blame",
        "if_you/when_you/whenever_you/even_if_you/though_you <3> blame/hate/punish yourself",
        "your fault no/it_wasn't/it_was_not/it_isn't/it_is_not",
        "deserve/deserved/deserves <2> better/love/kindness/peace/rest/happiness/joy/support/care/time/space/comfort/so_much/more/all_the/every_bit_of_love/"
        "every_happiness/good/the_world/to_be_happy/to_be_heard/to_rest/to_grieve/to_be_loved/to_be_held/a_break/sleep",
        "hope/wish/pray <2> never/don't <3> to_hear/to_go_through/to_feel/alone/forget_how/forget_that",
        "doctor/doctors/nurse/hospital/consultant/midwife/people/they/he/she/whoever/anyone/those/boss should/ought <2> ashamed",
        "you/i/we/he/she old/silly/daft/lovely/big/beautiful/magnificent bastard/sod/git/cow/fool/idiot/bugger",
        "grief/life/cancer/this/it/death/fate/loss/death is/can_be/was such? a? bitch/bastard/shit/shitty/cruel/fucker/arsehole",
        "fuck/screw/damn cancer/this/that/everything/it/grief/death/sids/preeclampsia/hospitals/statistics/them/the_world/the_people",
        "kind/sort of mother/father/parent/parents/mum/mom/dad i/we/everyone/every_child/any_child/children/who/that",
        "you/you'll/you_will/you_would never/not/n't stop/cease <3> mother/mum/mom/father/dad/parent/parents",
        "women/people/parents/mothers/couples like you are/make/give/inspire/deserve/who_are/and_your",
        "better off without us/them/it/him/her/those/such",
        "would/will look lovely/good/beautiful",
        "nobody/no_one can/could/should/will tell/say/judge/imagine/understand",
        "nobody/no_one asked/expected/asks/expects us/me/them",
        "people/some_people/those_people/those_who/anyone/whoever who <3> say/says/said/think/thinks/tell/tells should/shouldn't/do_not/don't/never",
    ),
    negators=frozenset(
        {"not", "never", "don't", "didn't", "wasn't", "isn't", "aren't", "won't", "nobody", "no", "doesn't", "nothing"}
    ),
    negations=(
        "not/don't/doesn't/didn't/never/cannot/can't/couldn't/won't/wouldn't/shouldn't/isn't/aren't/wasn't/weren't/haven't/hasn't "
        "!forget/only/pretend/deny/just/care/cry/bother/be_surprised/act/play/come/wonder/even/sorry/mean_to_be/want_to_be/wish_to_be/"
        "wanting_to_be/to_be_cruel/to_be_rude/to_be_unkind/to_be_harsh/to_be_mean/worry/lie/lose/you_think",
        "nobody/no_one/noone/none/nothing/neither/nor/without/no_way/hardly/far_from/nowhere/no/no_parent/no_mother/no_child/never "
        "!wonder/doubt/else/other/offence/offense/matter/surprise",
        "whether/as_if/as_though/lie_that/nonsense_that/myth_that/untrue_that/wrong_that/voice_that/voices_that",
    ),
    disowned_by=(
        "if/when/whenever/whoever/anyone/anybody/should/let <2> anyone/anybody/somebody/someone/people/who/they/ever? <4> "
        "say/says/said/tell/tells/told/telling/think/thinks/believe/believes/claim/claims/suggest/suggests/hint/hints/imply/implies",
        "whoever/anyone/anybody <3> say/says/said/tells/tell/told/thinks/think/claims/suggests",
        "never/don't/do_not/not <2> let/believe/listen/accept/allow/think/say/said/tell/told/feel/believe_that",
        "you/yourself/i_know_you/mother/mothers/parents/i/we/many_of_us <3> "
        "thought/think/feel/felt/believe/believed/wonder/wondered/ask_yourself/fear/feared/worry/worried <2> that/it/you/this/it's/it_was/whether",
        "told/telling/tell me/us/my/himself/herself/themselves",
        "said/say to me/us/her/my",
        "cannot/can't/could_not/couldn't believe/understand/bear/stand <4> say/says/said/told/wrote/tell/write/called",
        "hate/hated/awful/terrible/shocking/wrong/cruel/horrible/ashamed <3> when/that/to_hear/of <5> say/says/said/told/called/wrote/tell",
    ),
    rejected_by=(
        "is/are/was <2> not/wrong/a_lie/lying/nonsense/untrue/rubbish/cruel",
        "and/but <1> it/that/this/they/which <2> is_not_true/isn't_true/is_a_lie/wrong/wasn't/was_not",
    ),
    clause_breaks=frozenset(
        {
            "but",
            "because",
            "so",
            "although",
            "though",
            "yet",
            "however",
            "since",
            "that's",
            "and",
            "as",
            "for",
            "therefore",
        }
    ),
    reported_by=(
        "people/everyone/everybody/somebody/someone/some/others/they/family/neighbours/neighbors/mother_in_law/village/town <4> "
        "say/says/said/saying/tell/tells/told/think/thinks/know/knows/whisper/whispers/write/writes/wrote",
    ),
    common_words=frozenset(
        [
            "the",
            "and",
            "you",
            "your",
            "is",
            "was",
            "of",
            "to",
            "that",
            "it",
            "for",
            "with",
            "are",
            "this",
            "have",
            "not",
            "be",
            "we",
            "my",
            "i'm",
            "they",
            "she",
            "his",
            "her",
            "our",
            "what",
            "will",
            "from",
            "been",
        ]
    ),
)
