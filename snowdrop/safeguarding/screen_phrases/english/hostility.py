"""Threats, wishes of harm, insults, hate, sexual words and pressing, in English."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.english.words import (
    BABY,
    CHILDREN,
    INSULT,
    PARENT,
    PEOPLE,
    YOU,
    YOU_ARE,
    YOUR,
)
from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.vocabulary import Lane

SIGNS: Final = (
    Sign(
        "threat",
        (
            f"i/we/i'll/we'll/ill/im/i'm/gonna/someone/somebody/he/they <3> kill/beat/rape/hunt/shoot/stab/strangle/slap/punch/hurt/destroy/"
            f"ruin/smash/burn/bury/gut/skin/torture/murder/harm/finish/end <1> you/u/ya/{YOUR} !for_a/to_bits",
            "i/we/i'll/we'll/ill/they <2> find/get/come_for/come_after/track/hunt/visit/deal_with <1> you/u/your_house/your_home/you_both/you_all/you_and_your "
            "!a/some/at/the/something/after/before/through/on/if/and_hug/out/anything/when/as/whatever/more/help",
            "i/we/they/people know/knows/knew where <1> you/u/your <3> live/lives/work/sleep/goes/school/house/kids",
            "you/u/you'll/youll/they <2> pay/regret/be_sorry/suffer <2> for_this/for_it/for_what/this/it/dearly/one_day",
            "make/making <1> you/u <1> pay/suffer/regret/sorry/bleed",
            "watch/look <1> your/over_your back/step/shoulder/backs",
            "sleep with one eye",
            "you/u are/will_be/you're? next !to_us/to_me/on/of_kin/weekend/week/time/month",
            "you're/youre/ur next !to/on/of/weekend/week/time/month",
            f"your/ur <2> other/next/remaining/living/second/only/surviving <1> {CHILDREN}/son/daughter/one/ones <3> next/gone/be_careful/safe/pay/same/die/follow",
            "you/u <1> won't/wont/will_not/will_never be_safe/live/see_tomorrow/see_the_end/get_away/survive",
            "unless/if/until/or/before you <4> pay/send/give <6> post/publish/leak/share/tell/show/release/send/expose",
            "watch/guard/protect/hide your <2> children/kids/son/daughter/house/baby",
            "accidents happen <2> you/your/people",
            "coming for/after you/u/your !at/on/dinner/tea/with",
            "i/we am/are/i'm/we're watching/following you/u/your_house",
            "you have been warned",
            "you've been warned",
        ),
    ),
    Sign(
        "wished_harm",
        (
            "die already/slowly/painfully/bitch/alone/in_pain/in_a_fire/you/loser/scum !i/we/he/she",
            "kill/hang/shoot/drown/unalive/stab/burn/hurt/bury/gas yourself/urself/yourselves/your_self/ur_self/yoself/yaself/ureself",
            "kys/k_y_s/neck_yourself/end_your_life/end_your_own_life/take_your_own_life/do_us_all_a_favour_and/do_the_world_a_favour/do_the_world_a_favor",
            "go/just/please/should/and/why_don't_you <1> die/rot/choke/drown/kill_yourself/hang_yourself/jump_off/drop_dead/to_hell/burn "
            "!for/down/to_hug/to/of/from/on/with_me/on_this/as/a_candle/candles/a/the/some",
            "drop/rot/burn/roast/rotting/burning/burns/suffer/suffering in? dead/hell/in_hell/eternity/forever/satan",
            f"hope/hoping/wish/pray/wishing/praying/want <1> that? {YOU}/your_whole_family/your_family/ur/you_both/you_two/they/she/he/your_husband/your_wife <3> "
            "die/dies/died/suffer/suffers/rot/burn/choke/miscarry/get_cancer/dead/drown/bleed/barren/infertile/feel_this_pain/hurt/in_pain/"
            "cry_yourself/go_to_hell/join_it/get_hit/crash/be_alone !to/of/less/no/anything",
            f"hope/hoping/wish/pray/wishing/praying {YOU} <2> lose/loses <2> next/another/other/others/everything/rest/all/baby/one/more",
            f"hope/hoping/wish/pray/wishing/praying {YOU} <1> never <3> {CHILDREN}/conceive/pregnant/another/parent/parents/mother/father/"
            "find_peace/forgive_yourself/sleep_again/happy_again/recover/be_happy/get_over_it/a_day_of_peace",
            "hope/hoping/wish/pray/want the/your/ur <2> next/other/others/second/remaining/living/new/one <3> die/dies/died/dead/gone/suffers/suffer/lost",
            "hope/hoping/pray/wish it/this/that/every_day/the_guilt/the_pain/his_face/her_face/your_guilt <2> hurts/hurt/haunts/haunt/destroys/eats/hurting/torments",
            "hope/hoping <2> you <2> haunted/haunt/tormented/guilty/ashamed/punished/sterile/sterilised/sterilized/proud_of_yourself/happy_now/happy_with_yourself",
            "you/u/she/he/they/it/your_husband/parents should/shoulda/should've/shud/could/ought/deserve/must/need/needed <3> die/died/dead/shot/hanged/hung/burn/"
            "kill_yourself/been_you/sterilised/sterilized/spayed/neutered/jail/prison/locked/arrested/punished/aborted/hang/shame/ashamed_of_yourself/drown !of/for/to_hug",
            f"join/follow <1> {BABY}/your_baby/your_kid/your_dead/your_child/your_son/your_daughter/it/him/her <2> in_hell/in_the_ground/in_the_grave/grave/ground/six_feet/soon/then/already",
            f"why/don't/could/should/go <3> join/follow <1> {BABY}/your_baby/your_kid/your_dead/your_child/your_son/your_daughter/it/him/her !for/on/through/around/with/when/at/while",
            "world/everyone/we/they/family/husband/children/kids/society <3> better/happier/safer/easier <2> without you/u/people_like_you/your_kind/you_lot",
            "nobody/no_one/noone/none/no_1 <2> miss/misses/would_care/will_care/wants/loves you/u/if_you",
            f"glad/happy/delighted/pleased/thrilled/overjoyed/relieved/laughing/celebrate/celebrating/cheered/cheering/rejoice/grateful/love_that <3> "
            f"your/ur/ure/that/the/you <2> {BABY}/lost <3> dead/died/gone/lost/it/suffered/suffering/perished !peacefully/in_your/in_my/without_pain/with_you/near/at_home",
            "glad/happy/delighted/pleased/thrilled/overjoyed/relieved/glad_to_hear/good_that it/it's/its/your_baby/your_child/your_kid/that_baby/he's/she's <2> dead/died/gone !peacefully/in/with/without/quickly",
            "good/gud/gd riddance/ridance/ridence",
            "glad/happy/pleased/delighted/relieved <1> you/u/they/that_you <3> lost/losing/suffer/suffering/crying/in_pain/hurting/miserable/childless",
            f"one/1/two less/fewer <2> {BABY}/mouth/monster/parasite/criminal/sinner/immigrant/burden/of/welfare/benefit/crying/screaming/idiot/loser/freak",
            f"thank god/goodness/heavens/christ <2> {BABY}/it/that/your_kid/your_baby/he/she <1> died/dead/didn't/is_dead/is_gone/never_lived/won't",
            "world/earth/planet/country/we <2> need/needs fewer/less/no_more <2> people/kids/children/like/of",
            "world/earth/planet/country/we don't/doesn't/do_not/does_not/didn't need/want <1> another/more <2> like/of/kids/brat/brats/people/your",
            "get/have what you/they deserve/deserved/had_coming/asked_for",
            "rest in piss/pieces/shit/hell",
        ),
    ),
    Sign(
        "insult",
        (
            f"{YOU} <3> {INSULT} !who/luck",
            f"{YOU_ARE} <1> a/an/nothing_but/such/just/the/one/both? <3> {INSULT} !lover",
            f"what a/an <2> {INSULT}",
            "stupid/dumb/fat/ugly/dirty/filthy/worthless/lazy/evil/barren/pathetic/selfish/disgusting/crazy/nasty/fucking/little/damn/old/useless/miserable/sick "
            "bitch/cow/cunt/whore/slut/hag/pig/woman/slag/idiot/idiots/loser/losers/murderer/murderers/monster/monsters/witch/scum/retard/cows/pigs/people !like_me/that_i",
            f"{YOU_ARE} <3> pathetic/disgusting/worthless/vile/repulsive/despicable/evil/scum/sick/filth/barren/revolting/rotten/sickening/vermin/useless/a_joke/insane "
            "!with/of/to_death/worried/and_tired/in_bed/from",
            "fuck/screw/sod you/u/off/yourself/your/urself/ya",
            "go/just/please to? fuck/screw/f yourself/urself/off/you",
            "shut up/the_fuck/your_mouth/your_face/it_you",
            "stfu/gtfo/piss_off/bugger_off/eff_off/f_off/get_lost/get_stuffed",
            "piece/pieces/bag/sack/bunch of <1> shit/shits/trash/garbage/filth/crap/scum/idiots/liars/losers/murderers",
            "you/your_family/ur make/makes/made/disgust/disgusts/repulse/repel me/us/everyone/people/decent_people !cry/smile/laugh/feel_welcome/proud/tea/happy/a/feel_loved/feel_at",
            "i/we <2> hate/despise/loathe/detest you/u/your_guts/people_like_you/your_family/everything_about_you !to_be_alone/to_suffer/being",
            "you/u/your_baby <1> stink/sucks/suck/reek",
            "shame on you/u/your/both",
            "spit on you/your",
        ),
    ),
    Sign(
        "insult",
        (
            "bitch/bitches/whore/whores/slut/sluts/cunt/cunts/slag/skank/twat/wanker/arsehole/asshole/dickhead/dumbass/prick/fucker/motherfucker/scumbag/retard/psycho/lowlife",
            "murderer/murderers/murderess/baby_killer/child_killer/baby_killers",
        ),
        lane=Lane.AMBER,
    ),
    Sign(
        "hate",
        (
            "nigger/niggers/nigga/faggot/faggots/kike/kikes/paki/pakis/spic/spics/tranny/trannies/wetback/wetbacks/gook/gooks/raghead/ragheads/"
            "towelhead/towelheads/subhuman/subhumans/untermensch/shitskin/darkie/mongoloid/gypo/pikey/pikeys/dykes/sandnigger",
            "go/get/send/going/went back to/where <1> your/yur/own/africa/where/you/mexico/india/china/poland/the_jungle/pakistan/syria <3> country/from/jungle/africa/came/mexico/you !school/work/room/that",
            "go/fuck_off/piss_off/get back/home to/where_you your/came/belong/you <2> country/from/come/homeland/belong",
            "your/ur/you <1> kind/sort/race/lot/people <3> breed/breeding/multiply/should/shouldn't/not/never/are_all/deserve/spread/belong/reproduce/die",
            "filthy/dirty/bloody/fucking/damn/disgusting/typical/stinking/goddamn <1> foreigner/foreigners/immigrant/immigrants/migrant/migrants/muslim/muslims/jew/jews/black/blacks/"
            "gypsy/gypsies/gay/gays/homo/homos/lesbian/lesbians/queer/queers/dyke/arab/arabs/indian/indians/asian/asians/mexican/mexicans/christian/christians/poles/trans",
            "gay/gays/lesbians/lesbian/homosexuals/two_women/two_men/queers/single_mothers/teenagers/foreigners/immigrants/cripples/disabled_people/poor_people/"
            "unmarried_women/muslims/jews/blacks/people_on_benefits/ivf_babies/old_women/trans_people/fat_women <3> "
            "not/shouldn't/cannot/can't/never/should_not/unnatural/abomination/disgusting/not_be/against_nature/have_no_right/no_business",
            "unnatural/abomination/against_nature/freak_of_nature/crime_against_nature/genetic_trash/bad_genes/genetic_waste/inferior_genes",
            "deformed/defective/retarded/disabled/crippled/mutant/half_breed/mongrel/mixed/half_caste/faulty/broken <1> baby/child/kid/thing/brat/goods/freak !by/with_love",
        ),
    ),
    Sign(
        "sexual",
        (
            "send/show/give/share <2> me/us/some? <2> nudes/nude/naked/boobs/tits/bra/underwear/lingerie/feet/sexy/topless/pussy/dick",
            "nudes/sexy/horny/cum/cumshot/milf/blowjob/handjob/dildo/wank/wanking/boner/pussy/titties/tits/boobs/erection/masturbate/masturbating/orgasm/porn/onlyfans/sexting",
            "want/wanna/like/love/let_me/gonna/could/can <3> fuck/bang/shag/screw/lick/suck/spank/grope/touch/taste/undress/impregnate/breed/ride <1> you/u/your/me/her",
            "suck/lick/touch/ride my <1> dick/cock/balls/penis/finger/cock/tongue",
            "my/big/hard/your <1> dick/cock/penis/vagina/breasts/nipples/arse/pussy/cunt !and_fanny/sends/send/and",
            "make/put/give/get/let_me <2> you <2> pregnant/another_baby/a_baby/a_new_baby/baby_in_you/a_child/knocked_up !blanket/box/hat/clothes/picture/photo/book",
            "put/shove/stick a/my/another <1> baby/cock/dick/child/seed in/inside you/u/your",
            "let/want/need/i'd <3> comfort/console/warm/satisfy/relax you/u <2> properly/in_bed/sexually/naked/all_night/with_my",
            "in_bed/sleep/night/bed/shower with me/us/you_tonight !and_pray",
            "are you single/horny/lonely_tonight/wearing/alone_tonight/good_in_bed",
            "what are you wearing",
            "hot/sexy/fuckable/hottest mom/mum/mama/body/widow/mother/lips/legs/picture/woman/babe",
        ),
    ),
    Sign(
        "harassment",
        (
            "you/u can't/cannot/can_not/won't hide/ignore/escape/run/block/silence/avoid <2> me/from/us/forever/this/the_truth !feelings/grief",
            "i/we won't/will_not/will_never/will_keep/keep/i'll_keep <1> stop/leave_you_alone/give_up/writing/sending/calling/posting/coming_back/making <3> until/till/accounts",
            "made/make/created/making/another <2> new/another/second/third <1> account/profile/email/address <3> you/blocked/because/since",
            "you/u <1> blocked/ignored/deleted/rejected/reported me/my/us",
            "answer/reply/respond/write to? me/us? now/or/immediately/you/before",
            "you/u owe/owes me/us",
            "call/called/calling/report/reported/reporting/tell/telling/contact/informed/sue <3> social_services/cps/child_protection/police/child_services/your_boss/your_employer/lawyer/court <3> you/u/your/on/about",
            "take/taking/took/taken/remove/removed your/ur/the <2> other/remaining/living/children/kids <2> away/from/off",
            "i'm/i_am/we_are/she_is/he_is/i_was the_real/his_real/her_real/the_true mother/father/wife/daughter/son/family",
            "you/u/you'll <1> will/can hear from my/our lawyer/solicitor/attorney",
            "give/hand/send me <2> address/phone/number/password/location/ashes/photos !if/so_that/so_i/when/and_i",
        ),
    ),
    Sign(
        "threat",
        (
            f"someone/somebody/they/i/people should/ought_to/must/need_to/needs_to/will <2> take/stop/end/deal_with/teach/silence you/your_kids/your_other/{PEOPLE} !out/up/to/for/away_for/a_break",
            f"{PARENT} like you <4> die/killed/shot/hanged/burn/executed/stoned",
        ),
        lane=Lane.RED,
    ),
)
"""The gravest first."""
