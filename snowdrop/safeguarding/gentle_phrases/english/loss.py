"""What makes a loss smaller, explains it or replaces it, in English."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt

HURTS: Final = (
    Hurt(
        "blame",
        "Many parents already blame themselves, and words about what was done can deepen that.",
        "You could say: It was not your fault. I am so sorry.",
        (
            "you <2> did/do/worked/work/exercised/travelled/lifted <2> too_much/too_hard !for",
            "you_were/youre/were_you <2> too_stressed/overdoing/overworked",
            "you <1> overdid",
            "you should_have/should_of/should've/shouldn't_have/shouldn't_of/ought_to_have <1> rested/gone/taken/listened/known/"
            "slept/eaten/stopped/stayed/waited/seen/worked/been/called_the/flown/lifted/had/told",
            "if you/you'd <2> rested/stopped/listened/eaten/slept/not_worked/taken_better/looked_after/gone_to_the",
            "was_it/is_it/it_was/maybe_it_was <1> because_you/something_you",
            "why_didn't_you/why_did_you <1> go/see/call/notice/wait/drink/work/smoke/fly/rest/take",
            "did_you <1> smoke/drink/lift/fall/take_anything/do_something/eat/travel/overdo/forget_your",
            "it_was_your/it_is_your/it's_your <1> fault/own",
            "what did_you_do/you_did <1> wrong",
        ),
    ),
    Hurt(
        "not_a_baby",
        "To those who were waiting, this was real from the first day.",
        "You could say: I am so sorry. I am thinking of you{and_name}.",
        (
            "it/she/he/that/this wasn't/isn't/was_not/is_not/was_never <2> real/really/actual/actually/proper/properly "
            "a/an?  baby/child/person/human/pregnancy/loss",
            "it/she/he/that/this wasn't/isn't/was_not/is_not/was_never <1> a/an <1> real/actual/proper <1> "
            "baby/child/person/human/pregnancy/loss",
            "it/she/he/that wasn't/isn't/was_not/is_not <1> a/even_a baby/child/person yet",
            "not/wasn't/isn't <1> a/an? real/proper/actual <1> baby/child/person/human/pregnancy",
            "not/wasn't/isn't even a/an? baby/child/person",
            "just/only a <2> cells/cell/tissue/fetus/foetus/embryo/clump/bean",
            "bunch/clump/ball/cluster of <1> cells/tissue",
            "you_never/you_hardly/you_didn't/you_did_not <2> know/knew/met/meet/get_to_know him/her/it/them/the_baby",
            "not like you <2> met/meet/know/knew/had/held/got_to",
            "it_was/it_is/it's <1> just/only a <1> miscarriage/pregnancy/late_period/heavy_period",
            "hadn't_even/hadn't_got/had_no_time_to/no_time_to <2> get_attached/bond/attached",
        ),
    ),
    Hurt(
        "at_least",
        "Words that begin with \u201cat least\u201d can sound as if the loss were small.",
        "You could simply say: I am so sorry. I am thinking of you{and_name}.",
        (
            "at_least/atleast you/you've/you're/you'll/you'd/your/u/ur",
            "at_least/atleast it/it's/that/this/nobody/no_one <2> was/wasn't/is/isn't/happened/didn't/did/early/now/ended/went/means/"
            "not/before/only/quick/got",
            "at_least/atleast it/that/this happened/was/wasn't/is/isn't/didn't/did/ended/went/means/came",
            "at_least/atleast he/she/they/he's/she's/they're/the_baby/baby/your_baby/his/her",
            "at_least/atleast now/both_of_you/the_two_of_you/one_of/the_other/there_was/there_is/there's/there_are/there_were",
            "at_least/atleast <1> early/quick/painless/young/healthy/alive/not_later/not_further/only",
        ),
        rejectable=False,
    ),
    Hurt(
        "gods_plan",
        "A reason given from heaven can hurt, also where there is faith: no plan seems to need this.",
        "You could say: I do not understand why this happened. I am so sad with you.",
        (
            "god's/lord's/his/gods/jesus/heaven's/divine/allah's <2> plan/plans/will/timing/wisdom/decision",
            "god/the_lord/lord/jesus/allah/heaven <1> has/had/knows/knew/have <3> plan/plans/reason/reasons/best/what_he/what_is/purpose/"
            "another_angel/his_reasons",
            "god/the_lord/lord/jesus/allah/heaven <1> needed/needs/wanted/wants/called/took/chose/picked/gained/gains/got/has_gained/"
            "has_got/has_taken/has_called <3> angel/angels/him/her/them/flower/home/baby/little_one/back/you/it/your/another/this",
            "god/the_lord/lord/allah <1> never/only/doesn't/won't/does_not/will_not/gives/tests <6> handle/bear/carry/cope/take/strong/"
            "strongest/faith",
            "it_was/it_is/it's/this_is/this_was <1> god's/the_lord's/allah's/the_will_of",
            "god/the_lord/lord does_not/doesn't/never/won't/will_not/would_not give/gives/send/sends you/us/anyone/people <2> what/more/than/anything/a",
            "god/the_lord/lord has/had better/bigger/greater/other/something/good things/plans/something/better/else",
            "more faith in god/him/the_lord",
            "part_of/a_part_of <1> plan/bigger_plan/greater_plan/larger_plan/his_plan",
            "works/moves/work in mysterious/misterious ways/way",
            "called/taken/gone home_to/to_be_with/back_to god/the_lord/jesus/heaven/our_lord",
            "too/to good/beautiful/perfect/pure/precious for_this/for_earth/for_the <1> earth/world",
            "the_lord/lord/god/he <1> gives/giveth/gave and <3> takes/taketh/taken/took",
        ),
    ),
    Hurt(
        "reason",
        "Being told that there is a reason can hurt, because no reason could ever be enough.",
        "You could say: I am so sorry. This is not fair, and I am here.",
        (
            "everything/everythings/every_thing/things/all_things/it/this/all happens/happened/happen/hapens/happend/has_happened/"
            "always_happens/always_happen for <1> reason/reasons/purpose/cause",
            "there/there's <1> is/must_be/was/will_be/has_to_be/a/always <2> reason/purpose/meaning/lesson "
            "for_everything/behind/why/in_this/in_everything/for_this/for_it/in_all",
            "everything/all <1> has/have/had <1> reason/purpose/its_reason/meaning",
            "happened/happens/happen/done <1> for_a_reason/for_some_reason/for_good_reason",
            "one_day/some_day/someday/later you/you'll/it <2> understand/see/know/make_sense <1> why/sense",
            "you'll/you_will <2> understand/see/know why <1> happened/had_to/it_was",
            "some/a <1> good/silver/positive will/lining/has_to <2> come/cloud/in <2> this/it/cloud",
            "silver lining",
        ),
    ),
    Hurt(
        "for_the_best",
        "For the parents nothing about this is good, and words that say so can feel very lonely.",
        "You could say: I wish so much that it had been different.",
        (
            "for the best !care/possible/of/help/hospital/way/parents",
            "it's/it_is/it_was/was/is/its/probably/maybe/perhaps <1> better/best this_way/that_way/like_this/like_that/so/off/now",
            "better/best now/early/sooner/soon/earlier/this_way than later/further/to/at_the/down",
            "better <1> he/she/they/it/the_baby was/were/died/happened/went <6> than",
            "blessing/blesing in <1> disguise/this",
            "a_blessing <2> happened/early/now/didn't/he/she/in",
            "it_was/it_is/it's/was <1> a_blessing/a_mercy/merciful/a_relief",
            "spared/spared_you/saved <3> suffering/pain/hard_life/from",
            "who_knows what <2> good/spared/saved/it/would",
        ),
    ),
    Hurt(
        "natures_way",
        "To speak of nature, or of something that was wrong, can sound as if this baby ought not to have been.",
        "You could say: I am so sorry. I am thinking of you{and_name}.",
        (
            "nature's/mother_nature's/natures/body's/natural <1> way/wisdom/selection",
            "nature/mother_nature/the_body/your_body/body <2> knows/knew/takes_care/took_care/has_its/decided/decides/does_what/corrects",
            "body/bodies/it <1> is/are/knows/knew/know <1> smarter/wiser/when_something/when_it/when_a/best",
            "baby/he/she/it/they wouldn't/couldn't/would_not/could_not/would_never <1> have survived/lived/made_it",
            "something/somthing/there <2> was/must_have_been/wasn't/is/must_be <2> wrong/not_right/not_healthy with/in/anyway/anyhow/about "
            "<1> it/him/her/baby/them/pregnancy/foetus/fetus/child/chromosomes/genes",
            "something/somthing was/must_have_been <2> wrong/not_right !with_me/with_my/at/when/as_soon/and_i",
            "would/could/might/wouldn't <2> have_been/be/had/have_had/been <3> disabled/handicapped/sick/ill/deformed/abnormal/"
            "special_needs/disability/healthy_anyway",
            "it/he/she/they <1> wasn't/weren't/was_not <1> viable/healthy/strong_enough/developing",
        ),
    ),
    Hurt(
        "meant_to_be",
        "\u201cMeant to be\u201d can sound as if the loss were right.",
        "You could say: This should not have happened. I am so sorry.",
        (
            "wasn't/was_not/weren't/were_not/isn't/is_not/not/never/it_was/was <1> meant/ment/suppose/supposed/destined/intended "
            "to be/happen/live/stay/have/be_born !kind/a_comfort/an/there",
            "if_it's/if_it_is/what's/what_is <1> meant/ment to be/happen",
            "meant_to_be/ment_to_be it/it'll/will/happens/has",
            "it_was/it's/it_is/was <1> fate/destiny/karma/written",
            "wasn't/was_not/isn't/is_not <1> the/your/his/her/right <1> time",
            "when/if the_time_is/the_time's/time_is right",
        ),
    ),
    Hurt(
        "try_again",
        "A baby cannot be replaced, and thoughts of another pregnancy are for the parents alone.",
        "You could say: I am sad with you. I am here.",
        (
            "you/you'll/u/both_of_you/to <3> try/trying/tried for? again/another/another_one/for_another/a_new_one !to_reach/to_call/"
            "to_ring/to_phone/to_write/to_visit/to_find",
            "just/simply/then/and/now try/keep_trying/keep_on_trying again/for_another/for_a !to",
            "keep trying !to",
            "you/you'll/u/youll/your <3> have/get/be_having <2> another/more/other/others/lots/plenty <3> "
            "baby/babies/child/children/kids/one/ones/pregnancy/chance/chances/soon",
            "you/you'll/u/youll <3> get/fall/be/become <1> pregnant again/soon/in_no/next",
            "you/you'll/you_will/u <2> have/get another/another_one/others/more !cup/meal/word/night/visit/day/hour/message/time/parcel/"
            "of/week/letter/to/about",
            "there/there'll <1> will_be/be/are/is/always <2> other/others/another/more <1> baby/babies/children/pregnancies/pregnancy/"
            "chances/chance/one",
            "next_time/nexttime/next_pregnancy/the_next_one/next_baby <4> work/works/better/lucky/luckier/different/healthy/stick/be_fine/"
            "okay/ok/all_right/stay/go_well",
            "better/good luck next/the_next <1> time/one/pregnancy",
            "another/a_new/new/second/next baby/pregnancy/child/one will/can/could/would/might <2> help/heal/make/fix/replace/be/come/fill",
            "your_time/your_turn will come",
            "you'll/you_will/youll <2> mother/father/mum/mom/mummy/mommy/dad/daddy/parents/parent/mama someday/some_day/one_day/soon/again/eventually/yet",
            "don't/do_not/never lose/give hope/up/up_hope !on_us",
            "when/are/if are? you/you're <2> going_to_try/trying/try/planning again/for_another/another/next",
            "rainbow baby/babies will/soon/next/is/are/one",
        ),
    ),
    Hurt(
        "young",
        "Being young does not make this loss smaller, and no later child takes this one\u2019s place.",
        "You could say: I am so sorry that this happened to you.",
        (
            "you/you're/your/youre/u/both_of_you/and/ur <1> are/still/so/both/young/only <2> young/youngster/youngsters "
            "!people/woman/man/at_heart/couple/girl/son/daughter/children/child/family/one/ones/boy/parents",
            "you/you're/your/youre/u <1> are/still/so/both/very/only/have <2> plenty/lots/loads/enough <1> time/years !to_grieve/to_mourn/to_cry",
            "you have/you've/got <2> your/whole <3> life/lives ahead/before/in_front",
            "time is on your side",
            "you're/you_are/your/still only <1> twenty*/thirty*/20/21/22/23/24/25/26/27/28/29/30/31/32/33",
            "plenty/lots/loads of time to/for <1> have/another/more/try/kids/baby/babies/children",
        ),
    ),
    Hurt(
        "lucky",
        "Gratitude for what is there does not take away grief for the one who is missing.",
        "You could say: I am thinking of all of you, and of the one who is missing.",
        (
            "you/you're/youre/your/be/so/u/ur <2> lucky/blessed/fortunate/grateful/thankful/glad/happy <3> "
            "have/still/already/got/can/one/two/three/other/others/children/kids/alive/survived/left/it_was/wasn't/for_what/"
            "for_the_ones/for_the_one/get/be_alive !us/our/wonderful_friends/loved",
            "focus/concentrate/think/enjoy <2> on/of/about/the <2> ones/one/child/children/kids/other_kids/twin/baby "
            "you_have/you_do/you_still/you've/still/already/who_is/who_are/who_lived/that_lived",
            "many/lots/plenty/much/things/so_much <3> to_be grateful/thankful/happy/glad <1> for/about",
            "count your <1> blessings/blesings",
            "you <1> have/got/already_have/still_have/do_have <3> healthy/other/another/lovely/beautiful/wonderful/one "
            "baby/child/children/kids/kid/twin/son/daughter/boy/girl/one/ones !in_heaven/who_loves/to",
            "one/a healthy baby/child/twin is <2> enough/plenty/better/more",
            "one/two/three/kids/children is/are <1> enough/plenty/handful",
        ),
    ),
    Hurt(
        "compare",
        "Every loss is its own, and comparisons can make this one feel smaller.",
        "You could say: Tell me, if you like. I will listen.",
        (
            "could/might/would/can/cud <1> have/of/be/been/always_be/always_have <3> worse/worst/later/happened_later",
            "it_could/things_could/it_might/could <2> worse",
            "other/others/people/some/many/women/families/somebody/someone/there <4> have/has/had/it/are/is/off/been_through/go_through/"
            "went_through <2> worse/far_worse/much_worse/worse_off/harder !days",
            "my/a/our <1> cousin/sister/friend/aunt/neighbour/neighbor/colleague/mother/mum/mom/wife/daughter/grandmother/boss/niece/"
            "daughter_in_law/sister_in_law/friends/best_friend/coworker <2> lost/had/miscarried/went <8> and/but/then/now/after "
            "<5> has/have/had/pregnant/happy/kids/children/babies/healthy/fine",
            "i_know/i_knew <1> someone/somebody/a_woman/a_couple/people <2> who/that <6> and/but/then/now/after <5> "
            "has/have/had/pregnant/kids/children/babies/healthy/fine",
            "it's/its/it_is/is/just <1> like/the_same_as/same_as/as_bad_as/nothing_compared <3> when/my <4> "
            "dog/cat/pet/horse/divorce/grandmother/job/died",
            "worse/harder/sadder things/losses/to_lose/than_losing/when_you_lose",
            "when we_had/i_had/i_lost/we_lost <2> dog/cat/puppy/pet/hamster/horse",
        ),
    ),
)
