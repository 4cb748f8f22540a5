"""What hurries or steers grief, and words of faith, in English."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import Hurt, Nature

HURTS: Final = (
    Hurt(
        "move_on",
        "Grief has no timetable, and parents do not leave their child behind.",
        "You could say: Take all the time you need. I will still be here in a year.",
        (
            "you/you'll/to/and/must/time/both_of_you/just/now/should/ought/u/please <3> move/moving/go/get on !to/the/a/with_our/saturday*/"
            "sunday*/monday*/your_behalf/with_it_at/holiday/well/together/board/the_train/for",
            "move/moving on with <1> life/lives/your/it/things",
            "you/you'll/to/must/soon/time/just/u <3> get/getting/be/got over it/this/that/him/her/the_loss/your",
            "get_past/put <1> behind/it_behind/this_behind/this/it_all_behind you",
            "let go of <1> past/him/her/it/grief/sadness/this/baby/your",
            "let_it_go/let_him_go/let_her_go/need_to_let_go/have_to_let_go/time_to_let_go/learn_to_let_go",
            "life/live goes/must_go/has_to_go on",
            "you/you'll <2> forget/find_closure/need_closure/get_closure/be_back_to_normal/be_yourself_again/be_your_old_self",
            "look/looking to_the_future/forward_to_the_future/ahead/forward !to_seeing/to_hearing/to_meeting/to_you",
            "still <2> upset/crying/grieving/mourning/sad/not_over <1> about_it/about_this/about_that/it/over_it/over_this",
            "back to normal",
            "when/are/should/aren't <2> you going_back/go_back/coming_back/back/returning <2> work/office/school !can",
            "should/ought_to/time_to be/have <1> over/feeling_better/better/past <1> it/this/by_now/now",
            "dwell/dwelling/dwel on <1> it/this/past/that/loss",
            "it's/its/it_is <1> time_to/in_the_past/over_now/been_months/been_weeks <1> move/move_on/let_go/stop/forget",
        ),
    ),
    Hurt(
        "be_strong",
        "Asking for strength can sound as if tears were not welcome.",
        "You could say: You do not have to be strong with me.",
        (
            "be/stay/remain/keep/being/staying/keeping <1> strong/brave/positive/strongg !coffee/tea/feelings/enough_to_call",
            "you/you're/your/youre/u <1> are/must/need/have/got/gotta/should/will/ll/so <3> strong/brave/strongest/stronger "
            "!coffee/tea/hug/hugs/feelings/arms",
            "hold/keep it/yourself/yourselves together",
            "pull/pick yourself/yourselves together/up",
            "such/a strong/brave woman/person/man/couple/girl/mother/father/mum/mom/family/women/lady",
            "keep/chin/head/heads/keeping <2> chin_up/head_up/up_high/chins_up/smiling/fighting/going_strong/held_high/heads_up",
            "chin/chins up",
            "don't/do_not/dont <1> fall_apart/break_down/let_it_get/let_this_get",
            "strength <1> stay_strong/be_strong",
            "only/god the_strong*/strong_people/strong_women get/are/can",
        ),
        Nature.WORD,
    ),
    Hurt(
        "stronger",
        "To hear that grief makes strong can feel as if the loss were a lesson.",
        "You could say: I am so sorry. You need not learn anything from this.",
        (
            "makes/make/made/making you/u/us/both_of_you <1> stronger/better/wiser/tougher/closer",
            "what/wat doesn't/does_not/don't/dosn't <2> you/u <4> stronger",
            "you/you'll/come <4> out <4> stronger/better",
            "stronger because_of/for_it/than_before/after_this/than_ever",
            "a/an/valuable/important lesson/learning in/to/for/from <2> this/learn/you",
            "you/you'll <2> grow/learn/will_learn/will_grow <1> from this/it",
        ),
    ),
    Hurt(
        "time_heals",
        "Nobody can promise what time will do, and some parents do not want to be healed of their love.",
        "You could say: I will think of you today and in the months to come.",
        (
            "time/tyme <2> heal/heals/healing/heels/cure/cures/help/helps/fix/fixes !says/to_heal/you_need",
            "time is <2> healer/best_healer/best_medicine/doctor/medicine",
            "with/in/give/over/after <1> time <2> you/it/you'll/it'll/things/the_pain <3> "
            "heal/better/easier/forget/fade/pass/fine/okay/ok/hurt_less/over/heals/fades/passes/gets",
            "give it <1> time",
            "this/it/it'll/this'll/the_pain/your_pain/grief/the_hurt <1> will/shall/soon/too_shall/too_will/pass <2> "
            "pass/fade/get_better/get_easier/ease/be_over/heal/go_away/be_fine/be_ok/be_okay/be_alright/be_all_right/stop_hurting/hurt_less",
            "this_too shall/will/must pass",
            "it/things/everything/all/life/you'll/you <2> get/be/gets/feel/will_be <2> "
            "better/easier/fine/ok/okay/alright/all_right/happy_again soon/with_time/in_time/again/eventually/before/one_day/someday",
            "things/everything/all/it_all/it'll will/is_going_to/gonna/be <1> be/get/work <1> "
            "better/fine/ok/okay/alright/all_right/out/easier/well/work_out",
            "you'll/you_will/u_will/youll <1> be/feel <1> fine/ok/okay/alright/all_right/better/happy_again/yourself_again",
        ),
    ),
    Hurt(
        "know_how_you_feel",
        "Even after a similar loss, each grief is different, and nobody can feel it from outside.",
        "You could say: I cannot know what this is like for you. I am here to listen.",
        (
            "i/we/ik <1> know/understand/no/get/feel <1> exactly/just/precisely/perfectly/all_too_well/completely/totally/very_well? "
            "how/what/wat <1> you/you're/your/u/youre/ur <3> feel/feeling/going/mean/feal/go_through/felt",
            "i/we can/could? imagine <1> how/what <1> you/it's/it <3> feel/feeling/through/feels/like/going",
            "i/we know/understand <1> how you must/are/have_to <2> feel/feeling/going",
            "i/we <1> know/understand/get <1> how/what it <2> feel/feels/like/is <2> lose/to_lose/losing/like",
            "i/we know/understand/feel <1> your <1> pain/grief/feelings/sorrow/loss",
            "i/we <2> been there/through_the_same/through_this_too/in_your_shoes/in_your_place",
            "i/we know what_it's_like/what_it_is_like/how_hard_it_is",
            "i/we <1> went_through/been_through/had/have_been_through the_same/the_exact_same/exactly_the_same/the_very_same",
        ),
    ),
    Hurt(
        "common",
        "That it happens to many does not make it smaller for the two people to whom it happened.",
        "You could say: I am so sorry that this happened to you{and_name}.",
        (
            "it/it's/its/this/miscarriage/miscarriages/they/they're/that/losses/loss/stillbirth/these_things <2> "
            "happen/happens/is/are/so/very/common/quite <2> common/normal/usual/frequent/often/all_the_time/"
            "a_lot/to_everyone/to_everybody/to_lots/to_many/to_so_many/to_loads/to_plenty/every_day",
            "happens to <1> a_lot/many/lots/loads/most/everyone/everybody/plenty/all_of_us/everyone/the_best_of_us/tons/women/one_in",
            "one/1 in/out_of <1> four/three/five/six/ten/4/3/5/6/10 <1> women/pregnancies/pregnancy/end/ends/couples/mothers/of",
            "these/such/this/sort <1> things/thing <1> happen/happens",
            "lots/loads/plenty/many/tons/most of? women/people/couples/mothers <1> "
            "go_through/have_this/have_miscarriages/miscarry/lose/have_one/have_it/went_through",
            "you're/you_are/your not the_only_one/the_first/the_only_person/the_only_couple/the_only_woman",
            "it's/its/it_is/that's/thats/that_is <1> just/only <1> life/how_life/how_it_is/the_way_it/one_of_those/part_of_life",
            "part_of_life/a_part_of_life/circle_of_life",
        ),
    ),
    Hurt(
        "stop_crying",
        "Tears are a way of loving. It helps to hear that they may come.",
        "You could say: Cry as much as you need. I am not afraid of tears.",
        (
            "don't/do_not/stop/no_more/dont/quit/please_don't <2> cry/crying/be_sad/be_upset/be_so_sad/being_sad/being_upset/tears/weep/"
            "be_too_sad/worry/feel_sad/feel_bad/take_it_so/be_angry/grieve/grieving/mourn !about_answering/about_dinner/about_the/"
            "about_writing/about_replying/about_work/about_calling/about_thanking/if_you_don't/about_cooking/with_me/alone/"
            "about_anything/about_a_thing/about_what_to/about_us/about_your_work/to",
            "enough <2> tears/crying/sadness/grieving",
            "stress/worry/sadness/crying/grief/being_sad is_bad/isn't_good/is_not_good/is_not_helping/won't_help/won't_bring/will_not_bring",
            "won't/will_not/doesn't/can't/does_not <2> bring <2> back",
            "wouldn't/would_not/doesn't/does_not want you <1> to be/cry <1> sad/unhappy/crying/upset/cry/grieve/like_this",
            "think/thinking/stay/be positive/positively/positiv",
            "cheer up",
            "look/looking on/at the <1> bright/brighter/positive/sunny side",
            "on_the_bright/on_the_plus/on_the_positive side",
            "smile !of/on_her/on_his/when/at/that_she/that_he again/more/through",
        ),
    ),
    Hurt(
        "advice",
        "Advice, even good advice, can sound as if grief were a task to solve.",
        "You could offer something small instead: I could bring a meal on Thursday. No need to answer.",
        (
            "have/did/do/are/would/why <1> you/not/don't <3> thought/tried/considered/consider/think/try/thinking/looked <1> "
            "of/about/into/to? <2> adoption/adopt/adopting/ivf/surrogacy/surrogate/a_surrogate/fostering/acupuncture/vitamins/diet/"
            "specialist/a_specialist/different_doctor/another_doctor/a_holiday",
            "you/u could/can/should/might/could_always/can_always/ought_to <2> adopt/foster/do_ivf/use_a_surrogate/get_a_dog/get_a_puppy",
            "just/always/why_not <1> adopt/foster",
            "there_is/there's <1> always adoption",
            "you/u <1> should/ought_to/need_to/must/shouldn't/have_to/had_better/better <1> "
            "try/start/stop/think/go/see/exercise/eat/relax/rest/talk/keep/take/get/read/do/look/focus/forgive/accept/wait/pray/be_thinking/"
            "be_more/find/distract/return/go_back/forget/work/learn/join/drink !your_time/all_the_time/care/as_much/be",
            "if i_were/i_was you",
            "keep/stay/keeping/get yourself/yourselves? <1> busy/occupied/distracted",
            "try_not_to/try/you_try stop? not_to? think/thinking/dwell/worry/cry/be_sad/forget about? it/this/that/too/so/on",
            "try_not_to/try_to_not/try_to_stop think/thinking/worry/worrying/dwell/cry/crying/be_sad/stress",
            "just/simply/need_to/try_to/you/must relax/accept_it/let_go/stop_worrying/forget_it/forget_about !here/with",
            "take your mind off",
            "the best thing/advice <2> do/is/i/would/can",
            "my advice/advise",
            "distract yourself/yourselves",
            "go_on/take/need/have <1> a_holiday/a_vacation/a_nice_holiday !house",
            "it_helps/it_would_help/it_will_help <1> to_stop/to_keep/to_forget/to_think_of/if_you_stop",
        ),
    ),
    Hurt(
        "heaven",
        "Heaven and angels comfort some families and hurt others, and we do not know which is so here.",
        "You could use the name instead, or say: I am thinking of you{and_name}.",
        (
            "heaven/heavens <1> gained/gains/has/got/received/needed/welcomed",
            "angel/angels/angle/cherub in_heaven/in_the_sky/up_there/above/looking/watching/now/with_wings/baby/babies/over_you/up_in",
            "little/another/guardian/an/your/new/beautiful/sweet/tiny/precious/our/their/perfect/own/a <1> "
            "angel/angels/angelbaby/cherub !in_the_play/on_the_tree/like_you_for_helping/cake",
            "grew/grown/got/earned/gained/given/has <2> wings",
            "in/to/up/from/into/for heaven/heavens/haeven/paradise",
            "in/at/gone_to/to <1> a/much? <1> better/happier/beter place/world",
            "watching/looking/smiling/looks/watches/watch/look/smile/smiles <1> over/down/upon <1> you/us/on_you/on_us/your_family/on",
            "with/in/into <1> the/arms_of? god/jesus/angels/lord/god's/gods/jesus's/god's_arms/the_angels/the_lord/his_arms "
            "in god's/the_lord's/jesus's/jesus/his/gods arms/hands/embrace/loving_arms/garden",
            "playing/dancing/sleeping/safe/happy/resting with/in the_angels/jesus/god/the_lord/god's_arms/angels",
            "shining/brightest/new/little star in_the_sky/in_the_heavens/up_there/in_heaven",
            "at peace now",
        ),
        Nature.FAITH,
    ),
    Hurt(
        "faith_not_wished",
        "This family has asked for comfort without words of faith.",
        "You could say: I am thinking of you{and_name}.",
        (
            "i/i'm/we/we're/i'll/we'll/am/are/will <2> pray/praying/prayed",
            "pray/praying/prayed/prayers/prayer for/to/are/with",
            "my/our/in/your/thoughts/and <2> prayers/prayer",
            "god/lord/jesus/allah/may_god/may_the_lord <1> bless/comfort/hold/be_with/keep/give/grant/is_with/loves/carry/watch",
            "god bless",
            "psalm/bible/scripture/rosary/holy_mass/a_mass",
            "had/lit/said/have <1> mass/rosary",
        ),
        Nature.DEVOTION,
    ),
)
