"""Cruelty in this field, in English: blame, desert, faith as blame, unfitness, mockery, and the same in polite words."""

from __future__ import annotations

from typing import Final

from snowdrop.safeguarding.screen_phrases.english.words import (
    BABY,
    BAD,
    CHILDREN,
    DEAD,
    LOST,
    PARENT,
    PEOPLE,
    YOU,
    YOU_ARE,
    YOUR,
)
from snowdrop.safeguarding.screen_phrases.signs import Sign
from snowdrop.safeguarding.vocabulary import Lane

_KILLED: Final = "killed/kill/murdered/murder/starved/poisoned/suffocated/smothered/slaughtered/butchered/drowned/destroyed/neglected/abandoned/sacrificed/strangled/aborted"
_VICES: Final = (
    "selfishness/negligence/carelessness/laziness/drinking/smoking/sins/sin/choices/lifestyle/stupidity/ego/vanity/stress/job/career/work/actions/"
    "behaviour/behavior/decisions/weight/age/diet/pride/recklessness/ignorance/neglect/arrogance/bad_habits/habits/partying/ambition/greed/vaccine/vaccines/jab/body"
)
_CAME_OF_IT: Final = "alive/here_today/lived/be_here/still_here/survived/saved/not_died/never_died/not_have_died/happened/have_made_it/be_with_us/in_your_arms/died/born/with_you/be_fine/be_okay"

SIGNS: Final = (
    Sign(
        "blame",
        (
            "next_time/next_one/in_future <1> don't/do_not/try_not_to/maybe_don't/perhaps_don't/stop <3> work/working/exercise/exercising/drink/drinking/smoke/smoking/lift/lifting/run/running/stress/stressing/travel/travelling/fly/flying/eat/eating/wait/diet/train/party",
            f"{YOU} <2> {_KILLED} <3> {LOST}/own",
            f"{PARENT}/she/he/they <1> {_KILLED} her/his/their/that/this/your/own <2> {BABY}",
            f"{YOUR}/her/his/their/parents'/mother's/you/hers <2> fault/fualt/falt/faults !for_being/that_i",
            "your/ur own doing/making/fault",
            "blame/blames/blamed <1> you/u/yourself/yourselves/parents/mother/her_mother/his_mother/nobody_but_you/on_you !game/for_feeling/for_crying",
            "nobody/no_one/noone/none/who <2> blame/thank/fault but/except/than/besides you/yourself/yourselves",
            "you/you're/your/youre/ur/are/is/mother/mothers/parents/they/she <2> to_blame/responsible/guilty/at_fault/accountable/culpable "
            "!for_the_flowers/for_the_cake/for_making/for_such",
            "you/u <2> brought/bring/inflicted/did/done/do/earned/invited/chose/caused/asked <3> on_yourself/upon_yourself/on_yourselves/upon_yourselves/to_yourself/"
            "to_yourselves/on_your_family/on_your_house/on_the_family/on_your_own_family/upon_your/to_your_baby/to_your_child/to_your_own/to_him/to_her/to_that_baby/to_that_child/"
            "for_this/for_it !justice/good/proud",
            "you/u <2> caused/causing/provoked/created <2> this/it/her/his/their/all/death/baby's/your/everything !to_smile/smile",
            f"thanks_to/because_of/due_to/cause_of/result_of/resulted_from/outcome_of/cost_of <1> your/you <2> {_VICES}",
            "because_of/cause_of/coz_of you/u/what_you/something_you/what_u !i/we/are/and_i/and_we",
            f"{YOUR} <3> {_VICES}/body/womb/uterus/hands/phone/shifts/gym <1> killed/murdered/caused/cost/poisoned/rejected/took/destroyed/did_this !you/smile",
            f"{YOU} <2> let <3> {LOST}/baby <1> die/dies/suffer/down/starve/suffocate/go_to_waste",
            f"you/u <1> failed/failing <2> {LOST}/mother/mum/mom/parent/father/as_a/protect/keep/them",
            "couldn't/could_not/cant/can't/couldnt/failed_to/incapable_of/unable_to/not_able_to <2> keep/keeping/protect/hold/carry/manage <4> alive/safe/living/"
            "even_a_baby/baby_inside/pregnancy/a_child/your_own_child !us/me/going",
            "blood/death/life is/on/lies/was <2> your_hands/your_conscience/your_shoulders/you/ur_hands",
            "on your/ur/you <1> hands/conscience/head/conscious !is/and_knees",
            f"you/u did nothing/fuck_all/zero/squat to/for save/help/protect/stop/prevent/him/her/{BABY}",
            "you/she/parents/mother should_have/should've/shoulda/ought_to_have/could_have/could've <2> saved/protected/known/noticed/prevented/been_watching/checked/been_there/"
            "thought_about/thought_of/taken_better/been_more_careful/aborted/kept_your_legs/seen_it_coming !me",
            f"what/wat/wot did_you/did_u/you <1> do/done/did/doing to <2> {LOST} !celebrate/honour/honor/remember",
            "what_you/wat_you/what_u did/have_done/done/let_happen <1> to <3> him/her/it/that/your/baby/child/family/us",
            "live/living/sleep/sleeping/look/cope with what_you/what_u/that_guilt/yourself_after/yourself_knowing/your_guilt/yourself_now/the_guilt/the_blame",
            "how do/can/could/dare you <2> sleep_at_night/live_with_yourself/look_in_the_mirror/look_at_yourself/call_yourself/let/face_yourself/show_your_face/sleep_knowing",
            f"you/u <2> drank/smoked/partied/worked/drugged/ate/exercised/ran/flew/travelled/vaccinated/overworked <5> {BABY}/it/him/her <1> to_death/to_an_early/to_the_grave/into_the_grave",
            "what kind/sort/type of <1> mother/mum/mom/father/dad/parent/parents/woman/person/monster <1> lets/loses/kills/does/leaves/allows/drinks/smokes/works/goes/puts/doesn't/can't/would/buries/ignores",
            "what mother/mum/mom/parent/father/dad <1> lets/loses/kills/leaves/allows/drinks/does",
            "you/u <1> knew/know <2> what_you_did/what_u_did/why_this_happened/whose_fault/who_is_to_blame/who's_to_blame/that_you_did_this/you_did_this/it_was_you",
            "admit/face/accept it/that/the_truth/your/what <2> you_did/fault/you_killed/guilt/blame/you_are_guilty/responsibility/you_caused",
            "you/u <1> have/got/had/only/just <2> yourself/yourselves/urself to/2 <1> blame/thank",
            "you/mother/parents must/should/ought/will <2> carry/feel/live_with/bear <3> guilt/blame/shame/responsibility !not",
        ),
    ),
    Sign(
        "blame",
        (
            "had you/u/she/they <3> listened/rested/stopped/cared/looked/gone/been/taken/paid/stayed/known/eaten/slept/prayed/believed/waited/noticed/acted/put/"
            "thought/followed/left/quit/chosen/seen/worked/bothered/loved <8> would/might/could/wouldn't/could've/would've",
            f"if_you/if_u/if_only_you/if_you_had/if_you'd/if_you_hadn't/if_she/if_the_mother/if_you_weren't/if_only_u/had_u/hadn't_you/had_you_not <9> would/wouldn't/might/could/he'd/she'd/"
            f"it'd/they'd/maybe/woulda/would've <4> {_CAME_OF_IT} !grateful/honoured",
            f"{BABY}/he/she/it/they would/might/could/would've/might've/could've/he'd/she'd <1> {_CAME_OF_IT} <4> if_you/if_u/if_only_you/had_you/had_u/if_your_mother/if_his_mother/if_her_mother/if_you'd/if_you_had !want/like/need",
            "maybe/perhaps/possibly <3> if_you/had_you/you_should/if_u <1> spent/cared/had/looked/worked/thought/listened/taken/done/were/hadn't/weren't/have_thought/loved",
        ),
        lane=Lane.AMBER,
        turnable=False,
    ),
    Sign(
        "deserved",
        (
            f"{YOU}/they/she/he/{PARENT}/family/people <3> deserved/had_coming/asked_for <2> it/this/that/what/everything/every/to/all_of/worse/pain/loss/suffering/no_better/nothing_else",
            f"{YOU}/they/she/he/{PARENT}/u <3> deserve/deserves/deserv <3> to_suffer/to_lose/to_be_alone/to_die/pain/worse/what_happened/what_you_got/this/every_tear/"
            "every_bit/no_sympathy/no_pity/nothing/punishment/to_be_punished/misery/hell/to_rot/what_you_get/what_has_happened/everything_bad/to_burn/to_feel",
            f"you/u/she/they/parents <1> don't/didn't/never/do_not/did_not/not/dont/doesn't/does_not <1> deserve/deserved/deserving/deserves <3> {CHILDREN}/to_be_a/to_be_parents/to_be_mother/"
            f"to_have/sympathy/pity/another/{PARENT}/comfort/our_tears/forgiveness/happiness/condolences/that_baby/that_child/any_of/to_be_called !this/such/that_pain/to_hear/to_lose",
            "serve/serves/served you/u/them/her/ya <1> right/rite !tea/dinner/up/at",
            "had/have/has/got it/this/that coming/coming_to !to_terms",
            "got/get/gets/getting what/wat/exactly <2> you/u/she/they/was/were/coming/wanted <2> deserved/deserve/deserves/coming/wanted/asked/earned/paid_for !for_the/for_dinner",
            "you/u/they/she asked/begged/signed_up for <1> it/this/that/trouble",
            "what did_you/do_you/did_u/did_they <1> expect/think_would !of_us/of_me",
            "that's/thats/that_is/this_is/what <1> what/happens/the_thanks <2> you/u/happens <2> get/when/for/to_people/to_women/if_you",
            "that'll/that_will/this_will/this_should/hope_this/this_ought/should/maybe_this/hope_it/hope_that <2> teach/teaches/taught/taught_you/learn you/u/them/ya !songs/me/to_knit",
            "hope/maybe/perhaps/now/hopefully you've/you_have/you'll/you_will/you/u <2> learned/learnt/learn/understand/know/see <2> lesson/your_lesson/how_it_feels/what_you_did/what_it_is_to/"
            "what_you_put/what_we/what_it's_like_to_lose/how_we/how_i/what_you_have_done/what_happens_when",
            "let/be this/it/that <1> be/a <1> lesson/warning",
            "karma",
            "what/wat goes around <1> comes/came",
            "reap/reaps/reaped/reaping <1> what/as/wat/that <1> you/u/one/we/they <1> sow/sowed/sown/sows",
            "as you/ye sow",
            "price/bill/wages/cost/penalty <2> you/of/for <2> pay/paid/sin/sins/your/being/vanity/pride/adultery/cheating",
            "actions/choices/decisions/acts/sins/everything/lies <2> have/has <1> consequences/a_price/repercussions/consequence",
            "consequence/consequences of <1> your/what_you/you/how_you",
            "poetic/divine/sweet/cosmic justice",
            "just desserts/deserts/dessert",
            "you <2> made/make/made_your your/this/own <1> bed",
            "own/pure/sheer stupidity/negligence",
            "payback/comeuppance/come_uppance/retribution",
        ),
    ),
    Sign(
        "faith_as_blame",
        (
            "god/lord/heaven/jesus/allah/nature/fate <3> spare/spared/saved/rescued/protected <3> child/baby/boy/girl/him/her/soul/little_one <3> from <4> you/parents_like/raised_by/such_parents/a_mother_like/such_a_mother",
            "god/lord/heaven/allah/jesus/universe/nature/fate/he/almighty/creator <3> punish/punished/punishing/punishes/curse/cursed/cursing/judged/judges/smote/strikes/struck/chastised/forsaken/abandoned <3> "
            "you/u/them/sinners/your/us/women/her/those/parents/down",
            "punishment/penalty/retribution/judgement/judgment/wrath/curse/chastisement/damnation <3> for/on/of/upon/from/over <3> your/you/sin/sins/what_you/lifestyle/abortion/unmarried/god/heaven/ur/the_lord/her/those/living/wickedness !never",
            "god's/gods/divine/heavenly/allah's/biblical punishment/judgment/judgement/justice/wrath/vengeance/revenge/curse/verdict/answer_to",
            "you/u/your_family/she are/is/were/being/have_been/been/was/you're <1> punished/cursed/damned/forsaken/doomed/condemned/judged !by_people/by_others/by_strangers",
            "god/lord/heaven/allah/jesus/he/almighty <2> took/take/takes/taken/claimed/removed/withdrew/killed <6> because/away_from_you/from_you_because/due_to/for_your/since_you/"
            "from_a_mother/from_parents/from_sinners/as_you/from_you_for/to_punish/to_teach/to_save_it_from/to_spare",
            "god/lord/heaven/allah/jesus/he/universe/nature/fate/life <2> doesn't/does_not/didn't/did_not/won't/would_not/wouldn't/never <2> give/gave/gives/want/wanted/let/bless/blesses/trust/entrust/send/sends/allow <3> "
            f"{CHILDREN}/to_people_like/to_be_a/you_to/people_like/women_like/you_with/sinners/to_the_wicked/to_reproduce/you_to_have/you_as",
            f"god/lord/heaven/allah/jesus/he/universe/nature/fate/biology/evolution <2> knew/knows/decided/saw/sees/chose/chooses/selects/understood <2> you/what/who/which/better/exactly/some/very/perfectly <6> "
            f"{PARENT}/unfit/fit/worthy/unworthy/ready/deserve/deserves/deserved/raise/should/shouldn't/kind/like_you/not_to/home !comfort/need/you_need/suffer",
            "burn/burns/burning/rot/rots/rotting/suffer/suffering/stuck/roast/ended <2> hell/hellfire/limbo/purgatory/eternal/damnation/flames/eternity",
            "you/u/you'll/your_baby/it/he/she/baby/soul/straight/off/going/go/goes/went/rot <3> to_hell/in_hell/in_limbo/to_the_devil/to_satan !and_back/for_you/no",
            "if you/u <2> prayed/believed/repented/had_faith/trusted_god/gone_to_church/loved_god/feared_god/had_more_faith/been_baptised/been_baptized/been_married/obeyed",
            "faith/prayers/belief <2> too_weak/weak/not_strong_enough/not_enough/lacking/insufficient/half_hearted/empty",
            "lack/absence/want of <2> faith/prayer/belief/god/devotion/morals",
            "sin/sins/sinful/sinner/adultery/fornication/wickedness/wicked <5> took/killed/caused/cost/caught/found/brought/paid/why/reason/visited/punished/price/led",
            "sins of <1> father/fathers/mother/parents/mothers/past",
            "because/since/for/after <3> you/u <3> sin/sinned/sinful/aborted/cheated/married/unmarried/divorced/left_the_church/never_baptised/never_baptized/not_baptised/not_baptized/turned_from_god/baptised/baptized",
            "never/not/wasn't/isn't <1> baptised/baptized/christened/saved <6> hell/heaven/limbo/soul/god/burn/burning",
            "repent/repentance/confess your/for/and/before/of/now/while/to_god/is",
            "repent",
            "ask/beg/pray/praying/seek/kneel <3> forgiveness <1> for/of/from/before/and !you/grace",
            "ask/examine/search/question <1> yourself/yourselves/conscience/soul/heart/god <3> why/what_you/how_you/whether_you/if_you !you_need/can/want/need/are_hungry",
            "why/how_come god/the_lord/he/allah/heaven <1> took/chose/did_this/punished/picked/took_him/took_her/has_taken/is_punishing <4> you/u/yours",
            "the devil/satan/demon/demons <3> you/your/in_you/child/baby/his_own/its_own !advocate",
            "you/your_house/family/womb/line/marriage <2> cursed/accursed/possessed/a_curse/unclean",
            "living/lived/live in/with sin/wedlock/shame/adultery",
        ),
    ),
    Sign(
        "unfit",
        (
            f"{YOU_ARE} <4> {BAD} <2> {PARENT}/person/woman/wife/excuse/human/people",
            f"you/u/you'd/you'll/she/she'd/they <1> would_have/would've/will/would/woulda/will_always/would_only/have/had/could_only <3> {BAD} <1> {PARENT}/example/person",
            f"what/such/the/a/an <2> {BAD} <2> {PARENT} <3> you/u/like_you/she_is/to_let/to_lose/you_are/ever",
            f"{BAD} <1> {PARENT}/excuse like/you/u/for/that_you",
            f"{YOU}/they/she/{YOU_ARE} <2> shouldn't/should_not/should_never/never_should/never/were_never/weren't/are_not/aren't/not/were_not/wasn't/was_never/shudnt/shouldnt/ought_not/isn't <3> "
            f"meant/fit/made/cut_out/ready/worthy/capable/allowed/supposed/suited/good_enough/qualified/equipped/have/be/become/become_a/had/try <3> {PARENT}/{CHILDREN}/raise/have_been_a/breed/reproduce/procreate "
            "!alone/blamed/judged/rushed/pressured/hurried/told",
            f"you/u <1> never/don't/didn't/did_not/do_not/couldn't/never_even <2> wanted/loved/want/cared/love/care <2> {BABY}/about_him/about_her/about_it/her/him/it/about_that !to_upset/to_hurt/to_say/to_hear/to_leave",
            f"call/calls/calling/consider yourself/urself/yourselves/you/herself/them <1> a/an/good/parents <1> {PARENT}/human/christian",
            f"you/you're/you_are/your/ur/she's/she_is/youre <1> no/not_a/not_even_a/not_really_a/no_real/not_a_real/never_a/never_be_a/no_kind_of/not_fit_to_be_a/hardly_a/not_much_of_a <1> {PARENT}",
            f"not/never a/be <1> real/proper/true/good/decent/fit <1> {PARENT}",
            f"{PEOPLE}/someone/somebody/freaks/trash/scum like/such_as you/u/yourself/yourselves/that/these/them <3> should/shouldn't/shud/don't/never/are_why/disgust/make_me/are_the/ought/need_to/must/can't/not/deserve/are_not/aren't/belong/"
            "breed/get/kill/lose/have_no/bring/ruin",
            f"some/certain/many/such/these/those/most/stupid <1> {PEOPLE} <2> should/shouldn't/should_not/ought/oughtn't/aren't/weren't/are_not/were_not/are_simply_not/are_just_not/are/were/was/is/simply/just/never/must <3> "
            f"not/never/{PARENT}/meant/made/cut_out/breed/reproduce/procreate/have_kids/have_children/have_babies/suited/unfit/deserve/be_sterilised/be_sterilized/designed/fit !able/lucky/so_lucky/so/blessed/alone/afraid/kind/know",
            f"not everyone/everybody/all/every/each/everyone's <3> meant/made/cut_out/deserves/fit/should/suited/supposed/designed/born/worthy <4> {PARENT}/{CHILDREN}/it",
            f"a/any/real/good/decent/proper/responsible/loving/true/careful/better/normal/caring/attentive/sane/fit {PARENT} <1> would/wouldn't/would've/would_have/doesn't/don't/never/knows/protects/notices/puts/does_not/feels_when/feels_it/can_feel/senses/takes_care/could_have "
            "!feel/be_proud/be_lucky/recover/heal/be_so/forget/understand/love_you/grieve/cry/want/think_the_same/feel_the_same",
            "if_you/if_u <2> loved/cared/wanted/really/truly/actually <6> would/wouldn't/would_have/wouldn't_have/not_have/would've !to_talk/company/talk/help/to_come",
            f"good/best/better <2> thing/that/for_the_child/for_him/for_her <5> you/u <2> not/never/n't/no_longer <3> {PARENT}/raise/{CHILDREN}",
        ),
        turnable=False,
    ),
    Sign(
        "veiled",
        (
            "has/have/had/face/facing/bear/live_with/without <2> consequences !of_this_grief/of_loss/for_all_of_us",
            "imagine needing/wanting/expecting/begging/asking <4> strangers/attention/sympathy/website/internet/likes/cry/over",
            "hope/hoping/wish/pray <1> your/her/his husband/wife/partner/man/boyfriend/girlfriend <2> finds/find/leaves/leave/gets/meets/divorces/divorce/realises/realizes <3> someone_who/somebody_who/someone_better/someone_else/somebody_else/real/better/another/out",
            "your/the/this/that <1> little? son/daughter/baby/child/boy/girl/twins <1> would/will/must/is/are <1> be/feel? ashamed/embarrassed/disgusted/disappointed",
            "hard/difficult/impossible/struggle/struggling to <1> feel sorry/sympathy/pity/bad/compassion !without",
            "you/u/she <1> smoked/drank/ran/worked/partied/flew/lifted/dieted/exercised/took_drugs/danced/travelled <5> pregnant/pregnancy/bump/months",
            "healthy/normal/real/good/decent/proper/strong/other/smart/careful/responsible women/mothers/parents/people/mums/moms <1> don't/do_not/never/wouldn't/would_not/can <3> lose/have_this/let/bury/kill/keep/miscarry/carry",
            "to/for/with/by/find/finds/deserves/want/wants <1> a/someone/somebody/another woman/mother/wife/girl/who/mum/mom/parents <1> who <1> takes/cares/knows/can/could/looks/listens/actually/really/deserves/wanted/wants/doesn't !you",
            "reason/answer/cause/problem/common_factor is/was/are you/yours/yourself !are/have/want",
            "you should_have/should've/shoulda been <3> coffin/grave/one/ground/instead",
            "deserved/deserves/deserve <1> better <2> than_you/mother/mum/mom/parents/home/than_what_you/than_the_likes/family !i",
            "have/has/had to <2> grow/live/suffer/endure/see/meet/know/put <4> you/that_house/this_family/your_house/that_home/such_a_home/such_parents/your_family/house !and_i",
            "nobody/no_one/noone forced/made/asked/told you to !answer/do_this/be_strong",
            "how/so/very/rather/quite convenient",
            "funny/strange/odd/interesting/curious/amazing how/that <3> only/suddenly/nobody/conveniently/always_about",
            "must_be/hope_you're/hope_you_are/are_you/must_feel <2> proud/happy/pleased/satisfied <1> of/with/now? yourself/now/it/yourselves !of_him/of_her",
            "can/could/free/back <3> to <1> partying/drinking/clubbing/your_career/your_old_life/smoking/your_wine/your_job/having_fun",
            "husband/wife/partner/he/man/boyfriend/she should/ought/needs/deserves/could <3> leave/divorce/find/look/better/dump/replace <5> you/woman/wife/someone/mother/than_you/who",
            "apple doesn't/does_not/never fall/falls",
            "like mother/father like",
            "hope <1> you can <1> live with",
            "when there_is/there's/with an audience/camera",
            "god/nature/universe/heaven/fate/it/baby/he/she thought/felt/figured/agreed/realised/realized/preferred <6> you/better/than_you/than_with",
            "some/other/certain people/women/mothers/couples would/actually/really <2> look/have_looked/take/have_taken/appreciate/have_appreciated/protect/want <2> after/care/theirs/child/children/baby",
            "given/considering/knowing/seeing/looking_at/judging_by/judging_from/in_view_of/because_of/after_seeing/when_you_think_of/in_light_of/in_the_light_of/aware_of/with <2> "
            "kind/sort/type/way/person/mother/parents/lifestyle/home/household/state/reputation/past/history/record/woman/how <6> you/your/yours/u !feel/feeling/hold/carry/carrying",
            f"what/the kind/sort/type of <2> {PARENT}/woman/person/people/parents/home <2> you_are/you_were/you_would/you'd/you_have/he_would/she_would/they_were/it_would !i/an_inspiration",
            f"with/having/raised_by/living_with/growing_up_with/from/for/to/stuck_with/born_to/by <2> {PARENT}/family/home/woman/people like/such_as you/u/that/this/yours/these !are/we",
            "better/best/safer/happier/luckier <2> off/away/where/out/dead/without/never <7> you/u/with_you/than/like_that/your_family/having_been/having_lived/being_born/parents "
            "!i/we/can/know/need/me/us/it_happened",
            f"{BABY}/he/she/it/they/child's/baby's <2> lucky/luckier/fortunate/glad/relieved/safe/safer/spared/saved/escaped/free/freed/dodged/rescued/protected/happier <5> from/of/having/being/growing/not/with/by/the/without/away <4> "
            "you/your/u/parents_like/mother_like/family_like/a_home_like/childhood_with/that_home/such !you_had/loved",
            "dodged/escaped/missed/avoided <2> bullet/lucky_escape/life_with_you/you/terrible_childhood/miserable_life",
            "mercy/merciful/blessing/relief/kindness/favour/favor/gift/escape/grace/fortunate/just_as_well/as_well/lucky/good_thing <4> "
            "you/your/u/kind_of/like_you/considering/given/parents/home_like/family_like/had_to_live/grow_up/didn't_have_to_grow/did_not_have_to_grow/never_had_to "
            "!have_been/were/are/gave/both/blessed/had_each/to_me/to_us/to_all/in_my/have_each/and_your/loved/love",
            "one/i/you/we/makes/everyone/people <1> wonder/wonders/wondering/ask/asks/question <4> what_you/whether_you/if_you/how_you/why_you/what_she_did/what_really_happened/who_is/what_they "
            "!need/are_doing/are_feeling/are_all/might_need/want/like/are_eating/would_like/can/would/could",
            "what/whatever did_you/you_did/you_must_have/u_did/have_you/did_u <2> do/done/did/doing <1> to_deserve/to_make/to_lose/wrong/to_cause/to_bring/to_her/to_him/to_your/that_god/to_end !to_them",
            "you <1> must/should/have_to/will_have_to/get_to/now_have_to/can/ought_to <2> live/sleep <3> with <2> what/that/this/yourself/guilt/knowing/your_choice/your_decision !us/me/pain/grief/loss/love",
            "live/living/hard/difficult/easy/carry/carrying with what_you/the_guilt/your_guilt/that_guilt/that_on_your/your_choices/what_u/your_decision",
            "sorry/sad/pity/grieve/weep/feel/cry/tears for <1> the/that/your/poor/little <1> child/baby/boy/girl/kid/one/husband/family/him/her <5> not/less/you_not/for_you/but_you/rather_than/you_less/not_for !alone/forget",
            "sympathy/condolences/pity/respect/tears/compassion <3> not/none/but/no <2> you/mother/parents/for_you/yours",
            "your/ur <3> career/job/work/shifts/figure/holiday/holidays/freedom/party/parties/phone/business/looks/body/gym/fun/cigarettes/wine/drink/marathon/convenience/travel/social_life <3> "
            "more_important/mattered_more/came_first/worth_it/was_worth/meant_more/come_first/worth_more/before_your/instead_of/comes_first/over_your/was_clearly",
            "was/hope/is/were <2> it/they/that/promotion/career/job/holiday/drink/party/trip <3> worth it/a_life/the_life/your_child/your_baby !to_you/all",
            "perhaps/maybe/possibly/might/think/hope <3> now <2> you <3> understand/know/learn/see/realise/realize/feel/stop/appreciate/regret <3> what/how/why/that/it/"
            "sleep !we_are/we_love/i_am/i_love/i_was/loved",
            "perhaps/maybe/possibly/might_be/probably/could_be/would <4> nature/god/universe/heaven/fate/life/the_lord <3> protect/protecting/sparing/spared/saving/saved/rescued/telling_you/sign/warning/message/trying_to_tell",
            "with <1> respect/love/kindness/compassion <3> you/your/some/it/this/but !and_love/always",
            "not/no/don't/never <5> cruel/unkind/harsh/rude/mean/judge/judging/judgemental/judgmental/offence/offense/offend/nasty/blame/upset/horrible/insensitive/critical <2> but/however/though/only_that/yet",
            "all about you/yourself/yourselves/u",
            "about yourself/yourselves !thing/i/and/when/if/to/as/for",
            f"nature/god/fate/life/biology/evolution/universe <4> who/which/whom <4> should/shouldn't/ought/deserves/fit/become/have <3> {PARENT}/{CHILDREN}/a_child/a_baby/breed",
            f"who/which <1> should/shouldn't/ought/must <2> not/never/have/be/become <2> {PARENT}/{CHILDREN}",
            "reflect/think/consider/ponder/meditate <3> what_you/your_part/your_role/your_own/how_you/the_part_you/your_choices/whether_you !need/want/love/hold/would_like/can/like/wish/are_up_to",
            "your/the_mother's/their part/role/share/hand in this/it/his/her/what_happened/the_death/that",
            "you <1> could/should/might/must <2> hardly/scarcely/not/have_expected/never/surely <2> expect/expected/be_surprised/surprised/complain/pretend !anything/you_to/us/to_feel/to_be",
            "no/little/small/hardly wonder/surprise/surprising <3> your/you/that/with/he/she/it/the_baby/given !are/feel/you_are/you_feel/you_cannot/you're",
            "some/certain/many <2> would/might/people_would say <2> you/it_was/that_you/your <4> fault/blame/brought/deserve/deserved/responsible/coming/better",
            "your/you <2> fault/blame/responsible/guilty <2> not_saying/just_saying/just_asking",
            "too old/fat/selfish/lazy/busy/weak/unstable/poor/young to/for be/have/carry/raise/keep/a_mother/motherhood/pregnancy/notice/care/a_baby !alone/handle/see",
            f"at your/her/that/ur age/weight/size <4> what/expect/wonder/shouldn't/should/ridiculous/irresponsible/selfish/{CHILDREN}/risk/natural",
        ),
        turnable=False,
    ),
    Sign(
        "mockery",
        (
            "boo/bo/boohoo hoo/ho/hooo/fucking/hoo_hoo",
            "boohoo",
            "cry me/us a/river",
            "cry more/harder/about_it/baby/all_you_want_nobody/some_more !than/often/if",
            "crybaby/crybabies/snowflake/snowflakes/drama_queen/dramaqueen/attention_seeker/attention_seekers/attentionseeker/grief_tourist/griefer",
            f"haha/hahaha/hahahaha/hah/ha/lol/lmao/rofl/lmfao/kek/lulz/lolz/hehe/hihi <6> {DEAD}/cry/crying/grave/coffin/loser/sad/suffer/funeral/deserved/stillborn/miscarriage/miscarried/abortion/buried/killed",
            f"{DEAD}/cry/crying/grave/coffin/loser/suffer/stillborn/miscarriage/buried/killed/baby <4> haha/hahaha/hahahaha/lol/lmao/rofl/lmfao/kek/lulz/lolz/hehe/hihi",
            "dead/ded baby/babies/kid/kids <1> joke/jokes/haha/lol/lmao/meme/memes/club/soup/smell/jar",
            "flush/flushed/flushing/chuck/chucked/dumped/throw/threw/toss/tossed/put/belongs/belonged/goes <4> toilet/loo/trash/bin/garbage/dumpster/sewer/dustbin/rubbish/skip/drain/landfill/medical_waste !tissues/soup/nappies",
            "worm/worms/maggot/maggots/compost/fertiliser/fertilizer <3> food/feast/lunch/baby/eat/eating/him/her/it/now/already",
            "food for <1> worms/maggots/the_worms/crows/dogs/rats",
            "rotting/rots/rot/decomposing <4> ground/grave/box/coffin/soil/dirt/worms/earth/hole",
            "damaged/broken/faulty/defective/expired/used goods/product/womb/oven/equipment/incubator/uterus/machine",
            "return/refund/exchange/receipt/warranty/factory/assembly_line <4> baby/it/him/her/one/order/defect",
            f"your/ur/that/the <1> little? dead/rotten/rotting <1> {BABY}/thing/corpse/lump/blob/meat/foetus/fetus <3> stinks/rots/disgusting/gross/ugly/creepy/nobody/who/nothing/is_nothing/boring/pics/pictures",
            "ugly/hideous/creepy/disgusting/gross/freaky/repulsive/alien <2> baby/corpse/child/thing/creature/pictures/photos/kid !things/thing_to_say/people/words",
            "nobody/no_one/noone/none/who <3> wants/wanted/wants_to/likes/needs to? see/look_at <3> dead/corpse/that_thing/your_baby/ugly/gross",
            f"clap/slow_clap/bravo/well_done/congrats/congratulations/congratz/nice_work/good_job/great_job/good_work <4> {DEAD}/killing/losing/loss/murder/murderer/{PARENT}/buried/killed/idiot/on_your",
            f"better/more luck/careful/effort next time <3> {DEAD}/loser/idiot/haha/lol/with_that/murderer",
            "ding dong",
            "tick/ticked/cross/crossed off <3> list",
            "who's/whos/who_is/how_does/hows/how's <2> laughing/crying/mummy_now/mommy_now/feel_now/it_feel/being_childless/empty_nursery/empty_crib/empty_cot/like_it_now",
            "empty womb/cradle/crib/cot/belly/nursery <4> haha/lol/like_your/suits/fits/deserve/just_like/serves",
        ),
    ),
    Sign(
        "dismissal",
        (
            "not/n't/hardly/barely/scarcely/never <2> real/actual/proper/genuine <1> loss/baby/child/bereavement/death/mother/parents/grief !if/and_i/people_say",
            "people/others/some/families/parents/mothers <2> lose/lost/have_lost/losing <1> actual/real/living/proper/grown children/babies/kids/child",
            "nature/evolution/god/body/universe <2> corrected/correcting/corrects/fixed/fixing/undid/erased <2> mistake/error/mistakes/wrong",
            "get over yourself/urself/yourselves/it_already/it_now/this_already/it_and/it_you/it_ffs",
            "stop/quit/enough/done/sick/tired/spare <3> whining/moaning/whinging/milking/drama/dramatics/complaining/playing_the_victim/playing_victim/begging/seeking/fuss/circus/wallowing/"
            "attention/self_pity/selfpity/crying_wolf/sympathy/sob/whinge/theatrics/melodrama/whingeing/blubbering/sobbing/moping/oversharing/sadfishing/pity/show/carry_on/wailing/bawling/exploiting",
            "milking/milk/exploit/exploiting/parading/parade/flaunting/using/showing_off/selling/monetising/monetizing/cashing/profit/profiting/capitalising/advertising <4> "
            "dead/tragedy/loss/grief/baby/death/in/off/from/corpse/attention/likes/clicks/sympathy/followers/fame/it_for/this_for/everything_for !you",
            "attention/sympathy/pity/clout/likes/followers/clicks/fame/publicity/money/drama/limelight/spotlight <2> seeking/seeker/whore/grab/fishing/hungry/stunt/party/card/is_all/is_what/whores/junkie/addict/seekers/starved",
            "fishing/begging/craving/looking/desperate/only/just/all/after/crave/love/loves/want/wants/wanted/need/need/get/getting/gain/for <3> "
            "attention/sympathy/likes/followers/clicks/fame/clout/limelight/spotlight/pity/publicity !from/with",
            "pity party/fest/parade",
            "victim card/mentality/complex/act/role",
            "nobody/no_one/noone/none/who/literally_no_one/no1 <2> cares/care/gives_a/asked/give_a/interested/wants_to_hear/wants_to_know/wants_to_read/wants_to_see/needs_to_know/wanted/gives_two !more/as_much/for_you",
            "who cares/gives/asked",
            "don't/do_not/couldn't/dont/could_not/can't <1> care/give <1> less/a_shit/a_fuck/a_damn/a_toss/about_your/about_you/tuppence",
            f"fake/faking/faked/made_up/invented/lying/lied/lies/liar/staged/hoax/scam/fabricated/bullshit/making_up/pretending <5> {BABY}/loss/grief/pregnancy/whole_thing/story/this/money/attention/tears/donations/all_of/it_up/this_up/about_it/miscarriage",
            "made/make/making/invented/invent <4> up <4> money/attention/sympathy/likes/get/for/liar/clicks/donations !a/with/your/mind/beds/to/the_bed",
            "never/no/wasn't/not/isn't <3> pregnant/real_baby/real_loss/even_pregnant/existed/any_baby/a_baby_at_all <4> liar/lying/fake/made/lied/attention/stop/money/faking",
            "fake/crocodile/false/phony/phoney/made_up tears/grief/story/pregnancy/mother/baby/mourning/news",
            "just/only/merely/was/were/is/basically/nothing_but <2> clump/blob/parasite/lump/bunch_of_cells/cells/sack_of_cells/bag_of_cells/tissue/period/piece_of_meat/growth/medical_waste/fish/tadpole/bean/jelly/embryo/foetus/fetus/zygote/tumour/tumor <8> "
            "stop/get/over/nobody/no_one/not_a/drama/fuss/pathetic/cry/crying/boring/grow/ridiculous/enough/attention/deal/move/so_what/why/people/real",
            "stop/get/quit/nobody/no_one/drama/fuss/pathetic/ridiculous/enough/attention/grow_up/such <8> clump/blob/parasite/lump/bunch_of_cells/cells/sack_of_cells/bag_of_cells/tissue/foetus/fetus/embryo/zygote/medical_waste/bean",
            "a clump/blob/parasite/lump/tumour/tumor",
            "parasite/blob/lump",
            "so what/wat !can/do/did/i/you/we/if_you/happened",
            "big deal",
            "grow up/a_pair/some_balls !together/with/so/in/to/here/and_grow",
            "how/you're/you_are/this_is/that's/your/so/is/just/utterly/completely <3> pathetic/ridiculous/embarrassing/cringe/laughable/overreacting/over_reacting/overdramatic/tacky/tasteless/narcissistic/self_absorbed/selfcentred/self_centred/self_centered/boring/exaggerated/morbid "
            "!that_people/that_they/that_he/that_she/of_them/what_they/what_he/what_people/when_people/i_know/i_feel/words",
            "sick/tired/bored/fed_up/had_enough of <2> your/you/hearing_about/reading/this/seeing/the <3> grief/crying/posts/drama/whining/baby/tragedy/sob/story/dead/tears/moaning/sadness/loss/misery/face/you/mourning/memorial/photos/nonsense/show",
            "spare us/me the/your",
            "real/actual/bigger/proper/serious problems/tragedies/losses/things/suffering/grief/issues <3> in_the_world/out_there/than/people/others/exist/world/have/actual !with/i/of/to_me",
            "you/u <1> should/ought/must be ashamed/embarrassed",
            "ashamed of yourself/yourselves",
            f"not/n't/never/no <2> first/only/last <3> {PARENT}/person/to_lose/one_to/one_who <6> get_over/stop/deal/grow/move/drama/fuss/shut/boring/enough/so_stop",
            "take/delete/remove <1> page/post/site/this/memorial/photos/pictures/it down/now/immediately/you",
            "nobody/no_one <2> believes/believe/buys/buying you/this/your/it/that !could/how/we/she/he",
            "do something useful/better <2> your/with",
            "your/this/whole/entire <2> grief/mourning/memorial/tears/page/sorrow/performance/funeral/sadness is/are/seems/looks/has_become <4> fake/act/show/performance/pathetic/joke/embarrassing/boring/annoying/excessive/theatre/theater/disgusting/tacky/circus/vulgar/attention/indulgent/too_much/ridiculous",
        ),
    ),
    Sign(
        "dismissal",
        (
            f"{YOUR}/that/the dead <1> {BABY}/thing <1> is/was/means/isn't <2> nothing/joke/not_special/worthless/irrelevant/a_thing/garbage/trash/no_loss",
            "no/not_a/hardly_a/isn't_a great? <1> loss <3> world/anyone/anybody/us/humanity/mankind/society/nobody",
            "worthless/useless/pointless/meaningless/unwanted/unworthy <2> baby/child/life/creature/thing/pregnancy/kid/little_life/boy/girl",
        ),
        lane=Lane.RED,
    ),
)
"""The gravest first."""
